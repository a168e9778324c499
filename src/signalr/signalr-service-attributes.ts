import { TerraformProvider } from 'cdktf';
import { IResourceGroup } from '../core';

/** What to tell of an existing SignalR service. */
export interface SignalRServiceAttributes {
  /** Azure resource id of the service. */
  readonly serviceId: string;

  /** Host name, as `NAME.service.signalr.net`. */
  readonly hostname: string;

  /**
   * Region of the service, as `centralus`.
   *
   * @default - not known
   */
  readonly location?: string;

  /**
   * Resource group of the service, for a new log workspace and for alerts.
   *
   * @default - not known
   */
  readonly resourceGroup?: IResourceGroup;

  /**
   * Object id of the service's managed identity, to grant it roles.
   *
   * @default - none that is known
   */
  readonly principalId?: string;

  /**
   * Provider of role assignments, diagnostic settings, alerts and shared private links of the service, for another
   * subscription than the stack's default one: `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

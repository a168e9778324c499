import { TerraformProvider } from 'cdktf';
import { ServiceMode } from './service-mode';
import { Sku } from './sku';
import { IResourceGroup } from '../core';

/** Attributes of an existing SignalR service. */
export interface SignalRServiceAttributes {
  /**
   * Azure resource id of the service, such as
   * `/subscriptions/.../resourceGroups/.../providers/Microsoft.SignalRService/signalR/NAME`; the letter case of its
   * fixed segments does not matter.
   */
  readonly serviceId: string;

  /** Host name without scheme and path, such as `NAME.service.signalr.net`. */
  readonly hostname: string;

  /**
   * Region of the service, such as `centralus`.
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
   * Tier and units of the service, so that what its tier cannot do is rejected.
   *
   * @default - not known
   */
  readonly sku?: Sku;

  /**
   * Mode in which the service finds the code that answers its clients; a hub server is rejected for a Serverless
   * service.
   *
   * @default - not known
   */
  readonly serviceMode?: ServiceMode;

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

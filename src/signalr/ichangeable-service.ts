import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { ServiceChange } from './service-change';
import { Sku } from './sku';

/** A SignalR service, as what writes to it sees it. */
export interface IChangeableService extends IConstruct {
  /** Azure resource id of the service. */
  readonly serviceId: string;

  /** Host name, such as `NAME.service.signalr.net`; the same over the public network and private endpoints. */
  readonly hostname: string;

  /** Region of the service; `undefined` where it is not known. */
  readonly location?: string;

  /** Tier and units of the service; `undefined` where they are not known. */
  readonly sku?: Sku;

  /**
   * Learns of everything that writes to the service, and puts it in order: Azure accepts one change at a time.
   *
   * @param change what is written
   * @param resource the provider resource that writes it
   */
  changeInOrder(change: ServiceChange, resource: TerraformResource): void;
}

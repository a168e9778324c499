import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { ServiceChange } from './service-change';
import { Sku } from './sku';
import { IPrincipal } from '../identity';

/** Something that custom domains can lead to: a SignalR service, as its certificates and domains see it. */
export interface ICustomDomainTarget extends IConstruct {
  /** Azure resource id of the service. */
  readonly serviceId: string;

  /** Host name, as `NAME.service.signalr.net`; the same over the public network and private endpoints. */
  readonly hostname: string;

  /** Tier and units of the service; `undefined` where they are not known, as for one that exists already. */
  readonly sku?: Sku;

  /** The managed identity of the service; `undefined` where it has none, or none that is known. */
  readonly principal?: IPrincipal;

  /**
   * Is told of everything that writes to the service, and puts it in order: Azure takes one change at a time.
   *
   * @param change what is written
   * @param resource the provider resource that writes it
   */
  changeInOrder(change: ServiceChange, resource: TerraformResource): void;
}

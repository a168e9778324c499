import { Cors } from './cors';
import { ServiceMode } from './service-mode';
import { SignalRServiceSettings } from './signalr-service-settings';
import { Sku } from './sku';
import { Upstream } from './upstream';
import { RegionalResourceProps } from '../core';
import { NetworkAccess } from './values/network-access';

/** Properties of a SignalR service. */
export interface SignalRServiceProps extends RegionalResourceProps, SignalRServiceSettings {
  /** Name: 3 to 63 letters, digits or inner dashes, beginning with a letter. Unique in all of Azure. */
  readonly name: string;

  /** Web pages that may connect to the service from a browser. */
  readonly cors: Cors;

  /**
   * Tier and units.
   *
   * @default Sku.standard(1)
   */
  readonly sku?: Sku;

  /**
   * Mode in which the service finds the code that answers its clients.
   *
   * @default ServiceMode.DEFAULT
   */
  readonly serviceMode?: ServiceMode;

  /**
   * Request types that the service allows, for each network.
   *
   * @default NetworkAccess.publicClientsPrivateServers()
   */
  readonly networkAccess?: NetworkAccess;

  /**
   * Upstreams that get the events of the service's clients; Serverless mode only.
   *
   * @default - none
   */
  readonly upstreams?: Upstream[];
}

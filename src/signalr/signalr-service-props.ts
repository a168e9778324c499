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

  /** Which web pages may talk to the service from a browser. */
  readonly cors: Cors;

  /**
   * Tier and units.
   *
   * @default Sku.standard(1)
   */
  readonly sku?: Sku;

  /**
   * How the service finds the code that answers its clients.
   *
   * @default ServiceMode.DEFAULT
   */
  readonly serviceMode?: ServiceMode;

  /**
   * Who may open what, over which network.
   *
   * @default NetworkAccess.publicClientsPrivateServers()
   */
  readonly networkAccess?: NetworkAccess;

  /**
   * Where the service sends the events of its clients; Serverless mode only.
   *
   * @default - none
   */
  readonly upstreams?: Upstream[];
}

import { ResolutionPolicy } from './resolution-policy';
import { IVirtualNetwork } from '../network';

/** Options of a link between a zone and a network. */
export interface VirtualNetworkLinkOptions {
  /** The network that shall resolve names by the zone. */
  readonly virtualNetwork: IVirtualNetwork;

  /**
   * Name of the link, unique in the zone.
   *
   * @default - `link-` and the name of the network
   */
  readonly name?: string;

  /**
   * Whether the network's virtual machines are registered in the zone. A network has at most one such zone, and a
   * private link zone takes no machines.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/dns/private-dns-autoregistration
   */
  readonly registrationEnabled?: boolean;

  /**
   * What happens to a name that the zone lacks.
   *
   * @default - left to Azure
   */
  readonly resolutionPolicy?: ResolutionPolicy;
}

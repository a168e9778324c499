import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { ResolutionPolicy } from './resolution-policy';
import { IVirtualNetwork } from '../network';

/** Options of a link between a zone and a network. */
export interface VirtualNetworkLinkOptions {
  /** The network that shall resolve names by the zone. */
  readonly virtualNetwork: IVirtualNetwork;

  /**
   * Name of the link, unique in the zone.
   *
   * @default - `link-` and the name of the network; with a hash of its id, or construct path, where its resource group
   * is not that of the zone, because others may link networks of the same name
   */
  readonly name?: string;

  /**
   * The construct that defines the link. Give the stack of the network for a zone of another stack, such as a hub's,
   * so that the hub does not depend on its spokes.
   *
   * @default - the zone
   */
  readonly scope?: Construct;

  /**
   * Provider of the link, for a zone in another subscription than the default one of the stack that defines the link.
   *
   * @default - the provider of the zone
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the link; at most 15.
   *
   * @default - the tags of the zone
   */
  readonly tags?: { [name: string]: string };

  /**
   * Registers the network's virtual machines in the zone. A network has at most one such zone, and a private link zone
   * takes no machines.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/dns/private-dns-autoregistration
   */
  readonly registrationEnabled?: boolean;

  /**
   * Treatment of a name that the zone lacks.
   *
   * @default - left to Azure
   */
  readonly resolutionPolicy?: ResolutionPolicy;
}

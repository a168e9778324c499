import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { VirtualNetworkLinkOptions } from './virtual-network-link';

/** A private DNS zone, owned or existing. */
export interface IPrivateDnsZone extends IConstruct {
  /** Azure resource id of the zone. */
  readonly zoneId: string;

  /** Name of the zone, such as `privatelink.service.signalr.net`. */
  readonly zoneName: string;

  /** Reports whether all links of the zone are known: true for a zone that is defined here. */
  readonly linksAreKnown: boolean;

  /** Azure resource ids of the networks that are linked to the zone here. */
  readonly linkedNetworkIds: string[];

  /**
   * Lets a network resolve names by this zone.
   *
   * @param id construct id of the link
   * @param options the network, and how the link is made
   * @returns the link, for settings that this method does not model
   * @throws `dns/link-name`, `dns/registration`, `dns/resolution-policy`,
   * `dns/provider`
   */
  addVirtualNetworkLink(id: string, options: VirtualNetworkLinkOptions): PrivateDnsZoneVirtualNetworkLink;

  /**
   * Reports whether the network resolves names by this zone; `undefined` where it is not known.
   *
   * @param virtualNetworkId Azure resource id of the network
   */
  resolvesFor(virtualNetworkId: string): boolean | undefined;

  /**
   * Makes a resource wait for the links of the zone, so that its name resolves in the linked networks at once.
   *
   * @param resource what is recorded in the zone
   */
  awaitedBy(resource: TerraformResource): void;
}

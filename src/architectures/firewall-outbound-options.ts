/** How the subnet of an app is routed to a firewall. */
export interface FirewallOutboundOptions {
  /**
   * Whether the subnet also gets the routes that gateways learn from other networks, which traffic to those networks then
   * takes past the firewall. Policies of landing zones often want it off.
   *
   * @default true
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#border-gateway-protocol
   */
  readonly bgpRoutePropagation?: boolean;
}

/** Options for routing the subnet of an app to a firewall. */
export interface FirewallOutboundOptions {
  /**
   * Adds the routes that gateways learn from other networks to the subnet; traffic to those networks then bypasses the
   * firewall. Policies of landing zones often want it off.
   *
   * @default true
   * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#border-gateway-protocol
   */
  readonly bgpRoutePropagation?: boolean;
}

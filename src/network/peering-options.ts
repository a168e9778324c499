/** Permissions that one side of a peering gives to itself and the other side. */
export interface PeeringOptions {
  /**
   * Accepts traffic that the other network forwards from elsewhere, such as through a firewall in a hub.
   *
   * @default false
   */
  readonly allowForwardedTraffic?: boolean;

  /**
   * Lets the other network use this network's VPN or ExpressRoute gateway.
   *
   * @default false
   */
  readonly allowGatewayTransit?: boolean;

  /**
   * Uses the gateway of the other network, which must allow gateway transit. A network uses the gateway of at most one
   * other network.
   *
   * @default false
   */
  readonly useRemoteGateways?: boolean;
}

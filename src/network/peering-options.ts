/** What one side of a peering allows itself and the other. */
export interface PeeringOptions {
  /**
   * Whether this network takes traffic that the other one forwards from elsewhere, as a firewall in a hub does.
   *
   * @default false
   */
  readonly allowForwardedTraffic?: boolean;

  /**
   * Whether the other network may use the VPN or ExpressRoute gateway of this one.
   *
   * @default false
   */
  readonly allowGatewayTransit?: boolean;

  /**
   * Whether this network uses the gateway of the other one, which must allow gateway transit. A network uses the
   * gateway of at most one other network.
   *
   * @default false
   */
  readonly useRemoteGateways?: boolean;
}

/** Names of a new network and what belongs to it. */
export interface NetworkRoleNames {
  /**
   * The virtual network.
   *
   * @default - `vnet-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly virtualNetwork?: string;

  /**
   * The subnet through which the app calls out.
   *
   * @default - `snet-WORKLOAD-app-ENVIRONMENT-REGION`
   */
  readonly integrationSubnet?: string;

  /**
   * The delegation of that subnet.
   *
   * @default 'delegation'
   */
  readonly integrationSubnetDelegation?: string;

  /**
   * The security group of that subnet.
   *
   * @default - `nsg-WORKLOAD-app-ENVIRONMENT-REGION`
   */
  readonly integrationSecurityGroup?: string;

  /**
   * Its rule that lets the app call private endpoints.
   *
   * @default 'AllowPrivateEndpointsOutbound'
   */
  readonly allowPrivateEndpointsOutboundRule?: string;

  /**
   * Its rule that lets the app call what SignalR serves publicly; exists where the public network allows servers.
   *
   * @default 'AllowAzureSignalROutbound'
   */
  readonly allowAzureSignalROutboundRule?: string;

  /**
   * Its rule that drops everything else that comes in.
   *
   * @default 'DenyAllInbound'
   */
  readonly denyIntegrationInboundRule?: string;

  /**
   * The subnet with the private endpoints.
   *
   * @default - `snet-WORKLOAD-endpoints-ENVIRONMENT-REGION`
   */
  readonly privateEndpointSubnet?: string;

  /**
   * The security group of that subnet.
   *
   * @default - `nsg-WORKLOAD-endpoints-ENVIRONMENT-REGION`
   */
  readonly privateEndpointSecurityGroup?: string;

  /**
   * Its rule that allows the app.
   *
   * @default 'AllowAppsInbound'
   */
  readonly allowAppsInboundRule?: string;

  /**
   * Its rule that allows private clients.
   *
   * @default 'AllowClientsInbound'
   */
  readonly allowClientsInboundRule?: string;

  /**
   * Its rule that drops everything else that comes in.
   *
   * @default 'DenyAllInbound'
   */
  readonly denyPrivateEndpointInboundRule?: string;

  /**
   * The NAT gateway, with `AppOutbound.natGateway()`.
   *
   * @default - `ng-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly natGateway?: string;

  /**
   * The public address of the NAT gateway.
   *
   * @default - `pip-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly natGatewayPublicIp?: string;

  /**
   * The route table, with `AppOutbound.firewall(...)`.
   *
   * @default - `rt-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly routeTable?: string;

  /**
   * Its route to the firewall.
   *
   * @default 'default'
   */
  readonly firewallRoute?: string;
}

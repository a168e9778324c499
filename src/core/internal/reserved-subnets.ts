/** Kinds of attachments of a subnet. */
export type Attachment = 'networkSecurityGroup' | 'routeTable' | 'natGateway';

/** A subnet whose service finds it by its name. */
export interface ReservedSubnet {
  readonly name: string;
  readonly longestPrefix: number;
  readonly refuses: readonly Attachment[];
}

/** The subnet of a gateway, which stops where it has a security group. */
export const GATEWAY_SUBNET: ReservedSubnet = {
  name: 'GatewaySubnet',
  // https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
  longestPrefix: 29,
  refuses: ['networkSecurityGroup', 'natGateway'],
};

/** The subnet of a bastion host, which the internet calls. */
export const BASTION_SUBNET: ReservedSubnet = {
  name: 'AzureBastionSubnet',
  // https://learn.microsoft.com/azure/bastion/configuration-settings#subnet
  longestPrefix: 26,
  refuses: ['routeTable'],
};

const RESERVED: readonly ReservedSubnet[] = [
  GATEWAY_SUBNET,
  BASTION_SUBNET,
  // https://learn.microsoft.com/azure/firewall/firewall-faq
  { name: 'AzureFirewallSubnet', longestPrefix: 26, refuses: ['networkSecurityGroup'] },
  { name: 'AzureFirewallManagementSubnet', longestPrefix: 26, refuses: ['networkSecurityGroup'] },
  // https://learn.microsoft.com/azure/route-server/route-server-faq
  { name: 'RouteServerSubnet', longestPrefix: 27, refuses: ['networkSecurityGroup', 'routeTable'] },
];

/** Returns the purpose for which Azure reserves a name; letter case does not count. */
export function reservedAs(name: string | undefined): ReservedSubnet | undefined {
  return RESERVED.find((each) => each.name.toLowerCase() === name?.toLowerCase());
}

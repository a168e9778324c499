import { TerraformVariable } from 'cdktf';
import {
  AddressRange,
  NatGateway,
  NetworkSecurityGroup,
  RouteTable,
  SubnetDelegation,
  SubnetOptions,
  VirtualNetwork,
} from '../../src/network';
import { messageOf, newGroup, only, synth } from '../support/synth';

function newHub() {
  const { stack, resourceGroup } = newGroup();
  const hub = new VirtualNetwork(stack, 'Hub', { name: 'hub', resourceGroup, addressSpace: ['10.0.0.0/16'] });
  return { stack, resourceGroup, hub };
}

const subnetOf = (name: string, length: number, options: Partial<SubnetOptions> = {}) => {
  const { stack, hub } = newHub();
  hub.addSubnet('Subnet', { name, addressRange: AddressRange.prefixLength(length), ...options });
  return stack;
};

describe('a subnet with a name that Azure reserves', () => {
  test.each([
    ['GatewaySubnet', 29],
    ['AzureFirewallSubnet', 26],
    ['AzureFirewallManagementSubnet', 26],
    ['AzureBastionSubnet', 26],
    ['RouteServerSubnet', 27],
  ])('is defined in a hub, as wide as its service needs: %s', (name, length) => {
    const stack = subnetOf(name, length);
    expect(() => synth(stack)).not.toThrow();
    const subnet = only(stack, 'azurerm_subnet');
    expect(subnet.name).toBe(name);
    expect(subnet).not.toHaveProperty('default_outbound_access_enabled');
    expect(subnet).not.toHaveProperty('private_endpoint_network_policies');
    if (length === 29) return;
    expect(messageOf(() => subnetOf(name, length + 1))).toBe(
      `Prod/Hub/Subnet: [network/reserved-subnet] ${name} is a /${length + 1}; use /${length} or wider, which its service needs`,
    );
  });

  test('is written as Azure does', () => {
    expect(messageOf(() => subnetOf('azurefirewallsubnet', 26))).toBe(
      'Prod/Hub/Subnet: [network/subnet-name] "azurefirewallsubnet" is reserved by Azure in another letter case; write AzureFirewallSubnet, or use another name',
    );
  });

  test.each([
    ['GatewaySubnet', 'networkSecurityGroup and natGateway'],
    ['AzureFirewallSubnet', 'networkSecurityGroup'],
    ['AzureFirewallManagementSubnet', 'networkSecurityGroup'],
    ['AzureBastionSubnet', 'routeTable'],
    ['RouteServerSubnet', 'networkSecurityGroup and routeTable'],
  ])('has nothing that its service does not take: %s', (name, refused) => {
    const message = messageOf(() => {
      const { stack, resourceGroup, hub } = newHub();
      hub.addSubnet('Subnet', {
        name,
        addressRange: AddressRange.prefixLength(26),
        networkSecurityGroup: new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg', resourceGroup }),
        routeTable: new RouteTable(stack, 'Rt', { name: 'rt', resourceGroup }),
        natGateway: new NatGateway(stack, 'Nat', { name: 'nat', resourceGroup }),
        delegation: SubnetDelegation.DNS_RESOLVERS,
      });
    });
    expect(message.split('\n')).toEqual([
      `Prod/Hub/Subnet: [network/reserved-subnet] ${name} is given ${refused}, which its service does not accept; leave that out`,
      `Prod/Hub/Subnet: [network/reserved-subnet] ${name} is delegated to Microsoft.Network/dnsResolvers, but its service accepts the subnet without a delegation only; leave the delegation out`,
    ]);
  });

  test('is not judged where only Terraform knows the name', () => {
    const { stack, hub } = newHub();
    const name = new TerraformVariable(stack, 'name', {}).stringValue;
    hub.addSubnet('Subnet', { name, addressRange: AddressRange.prefixLength(29) });
    expect(() => synth(stack)).not.toThrow();
  });
});

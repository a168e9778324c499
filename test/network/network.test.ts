import { TerraformVariable } from 'cdktf';
import {
  AddressRange,
  NetworkSecurityGroup,
  RuleDirection,
  SecurityRule,
  Subnet,
  SubnetDelegation,
  VirtualNetwork,
} from '../../src/network';
import { NETWORK_ID, SUBNET_ID } from '../support/ids';
import { messageOf, newGroup, newStack, only, resources, synth } from '../support/synth';

const GROUP = '${azurerm_resource_group.Group.name}';

function newNetwork(addressSpace: string[] = ['10.0.0.0/24']) {
  const { stack, resourceGroup } = newGroup();
  const network = new VirtualNetwork(stack, 'Network', { name: 'vnet-test', resourceGroup, addressSpace });
  return { stack, resourceGroup, network };
}

describe('VirtualNetwork', () => {
  test('defines a network without inline subnets', () => {
    const { stack } = newNetwork(['10.0.0.0/24', '10.1.0.0/24']);
    expect(only(stack, 'azurerm_virtual_network')).toEqual({
      name: 'vnet-test',
      location: 'centralus',
      resource_group_name: GROUP,
      address_space: ['10.0.0.0/24', '10.1.0.0/24'],
    });
  });

  test('may lie in another region than its group', () => {
    const { stack, resourceGroup } = newGroup();
    const props = { name: 'vnet-test', resourceGroup, addressSpace: ['10.0.0.0/24'], location: 'East US' };
    expect(new VirtualNetwork(stack, 'Network', props).location).toBe('eastus');
    expect(only(stack, 'azurerm_virtual_network').location).toBe('eastus');
  });

  test('reports every violation at once', () => {
    const { stack, resourceGroup } = newGroup();
    const props = { name: '-', resourceGroup, addressSpace: ['10.0.0.1/24', 'x'], tags: { '': '' } };
    expect(messageOf(() => new VirtualNetwork(stack, 'Network', props))).toBe(
      [
        'Prod/Network: [network/name] "-" is not a virtual network name; use 2 to 64 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Network: [network/cidr] "10.0.0.1/24" has host bits set; use 10.0.0.0/24',
        'Prod/Network: [network/cidr] "x" is not an IPv4 range; use one such as 10.0.0.0/24',
        'Prod/Network: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('names the subnet that finds no room', () => {
    const { network } = newNetwork(['10.0.0.0/26']);
    network.addSubnet('App', { name: 'app', addressRange: AddressRange.prefixLength(26) });
    expect(
      messageOf(() => network.addSubnet('More', { name: 'more', addressRange: AddressRange.prefixLength(29) })),
    ).toBe(
      'Prod/Network/More: [network/address-space-exhausted] no room for a /29 in 10.0.0.0/26, which has 1 subnets already; widen the address space or shrink a subnet',
    );
  });

  test('lets subnets of an existing network be defined', () => {
    const stack = newStack();
    const network = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet-hub',
      resourceGroupName: 'rg-hub',
      location: 'eastus',
    });
    const subnet = new Subnet(stack, 'Subnet', { name: 'app', virtualNetwork: network, addressPrefix: '10.9.0.0/26' });
    expect(subnet.location).toBe('eastus');
    expect(only(stack, 'azurerm_subnet')).toMatchObject({
      virtual_network_name: 'vnet-hub',
      resource_group_name: 'rg-hub',
      address_prefixes: ['10.9.0.0/26'],
    });
  });
});

describe('Subnet', () => {
  test('lets its security group govern private endpoints, and has no way out by default', () => {
    const { stack, network } = newNetwork();
    network.addSubnet('Endpoints', { name: 'endpoints', addressRange: AddressRange.prefixLength(27) });
    expect(only(stack, 'azurerm_subnet')).toEqual({
      name: 'endpoints',
      resource_group_name: GROUP,
      virtual_network_name: '${azurerm_virtual_network.Network.name}',
      address_prefixes: ['10.0.0.0/27'],
      private_endpoint_network_policies: 'Enabled',
      default_outbound_access_enabled: false,
    });
  });

  test('is delegated with exactly the action that Azure reports back', () => {
    const { stack, network } = newNetwork();
    const delegation = SubnetDelegation.WEB_SERVER_FARMS;
    network.addSubnet('App', { name: 'app', addressRange: AddressRange.cidr('10.0.0.64/26'), delegation });
    expect(only(stack, 'azurerm_subnet')).toEqual({
      name: 'app',
      resource_group_name: GROUP,
      virtual_network_name: '${azurerm_virtual_network.Network.name}',
      address_prefixes: ['10.0.0.64/26'],
      delegation: [
        {
          name: 'delegation',
          service_delegation: {
            name: 'Microsoft.Web/serverFarms',
            actions: ['Microsoft.Network/virtualNetworks/subnets/action'],
          },
        },
      ],
    });
  });

  test('attaches its security group', () => {
    const { stack, resourceGroup, network } = newNetwork();
    const networkSecurityGroup = new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg-test', resourceGroup });
    const addressRange = AddressRange.prefixLength(27);
    network.addSubnet('Endpoints', { name: 'endpoints', addressRange, networkSecurityGroup });
    expect(only(stack, 'azurerm_subnet_network_security_group_association')).toEqual({
      subnet_id: '${azurerm_subnet.Network_Endpoints.id}',
      network_security_group_id: '${azurerm_network_security_group.Rules.id}',
    });
  });

  test.each([
    [
      'gatewaysubnet',
      '"gatewaysubnet" is reserved by Azure in another letter case; write GatewaySubnet, or use another name',
    ],
    [
      'a b',
      '"a b" is not a subnet name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
    ],
  ])('fails when the name is %s', (name, message) => {
    const { network } = newNetwork();
    expect(messageOf(() => network.addSubnet('Sub', { name, addressRange: AddressRange.prefixLength(27) }))).toBe(
      `Prod/Network/Sub: [network/subnet-name] ${message}`,
    );
  });

  test('defines nothing for an existing subnet', () => {
    const stack = newStack();
    const attributes = { subnetId: SUBNET_ID, virtualNetworkId: NETWORK_ID };
    expect(Subnet.fromSubnetAttributes(stack, 'Subnet', attributes)).toMatchObject(attributes);
    expect(synth(stack).resource).toBeUndefined();
  });
});

describe('NetworkSecurityGroup', () => {
  const rule = (name: string, priority: number, direction = RuleDirection.INBOUND) =>
    SecurityRule.allow({ name, priority, direction });

  test('defines every rule as a resource of its own, the same for props and addRule', () => {
    const byProps = newGroup();
    const byMethod = newGroup();
    const rules = [rule('A', 100), rule('B', 100, RuleDirection.OUTBOUND)];
    new NetworkSecurityGroup(byProps.stack, 'Rules', { name: 'nsg', resourceGroup: byProps.resourceGroup, rules });
    const group = new NetworkSecurityGroup(byMethod.stack, 'Rules', {
      name: 'nsg',
      resourceGroup: byMethod.resourceGroup,
    });
    rules.forEach((each) => group.addRule(each));
    expect(synth(byMethod.stack)).toEqual(synth(byProps.stack));
    expect(resources(byProps.stack, 'azurerm_network_security_rule').map(({ name }) => name)).toEqual(['A', 'B']);
  });

  test('fails when two rules of one direction share a priority or a name', () => {
    const { stack, resourceGroup } = newGroup();
    const rules = [rule('A', 100), rule('B', 100), rule('a', 200)];
    expect(messageOf(() => new NetworkSecurityGroup(stack, 'Rules', { name: '?', resourceGroup, rules }))).toBe(
      [
        'Prod/Rules: [network/name] "?" is not a security group name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Rules: [network/rule-priority] rules A and B share the inbound priority 100; give each its own',
        'Prod/Rules: [network/rule-name] a rule a is defined already; use another name',
      ].join('\n'),
    );
  });

  test('fails when a rule is added whose priority is taken', () => {
    const { stack, resourceGroup } = newGroup();
    const group = new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg', resourceGroup, rules: [rule('A', 100)] });
    expect(messageOf(() => group.addRule(rule('B', 100)))).toBe(
      'Prod/Rules: [network/rule-priority] rules A and B share the inbound priority 100; give each its own',
    );
  });

  test('takes rules with names that other children and objects of JavaScript have', () => {
    const { stack, resourceGroup } = newGroup();
    const names = ['Resource', 'constructor', 'toString'];
    const rules = names.map((name, index) => rule(name, 100 + index));
    new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg', resourceGroup, rules });
    expect(resources(stack, 'azurerm_network_security_rule').map(({ name }) => name)).toEqual(names);
  });

  test('may be an existing one', () => {
    const { stack, network } = newNetwork();
    const networkSecurityGroup = NetworkSecurityGroup.fromNetworkSecurityGroupAttributes(stack, 'Rules', {
      networkSecurityGroupId: new TerraformVariable(stack, 'nsg', { type: 'string' }).stringValue,
    });
    network.addSubnet('Sub', { name: 'sub', addressRange: AddressRange.prefixLength(27), networkSecurityGroup });
    expect(only(stack, 'azurerm_subnet_network_security_group_association').network_security_group_id).toBe(
      '${var.nsg}',
    );
  });
});

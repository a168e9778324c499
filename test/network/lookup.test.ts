import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { AddressRange, NetworkSecurityGroup, Subnet, VirtualNetwork } from '../../src/network';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, newGroup, newStack, only, readable, synth } from '../support/synth';

const NETWORK = { name: 'vnet-hub', resourceGroupName: 'rg-hub' };
const SUBNET = { name: 'apps', virtualNetworkName: 'vnet-hub', resourceGroupName: 'rg-hub' };

function newProvider(stack: TerraformStack) {
  return new AzurermProvider(stack, 'other', { alias: 'other', features: [{}] });
}

describe('VirtualNetwork.fromLookup', () => {
  test('finds a network by its name', () => {
    const stack = newStack();
    const virtualNetwork = VirtualNetwork.fromLookup(stack, 'Hub', NETWORK);
    new Subnet(stack, 'Subnet', { name: 'apps', virtualNetwork, addressPrefix: '10.0.0.0/26' });
    expect(dataSources(stack, 'azurerm_virtual_network')).toEqual([
      { name: 'vnet-hub', resource_group_name: 'rg-hub' },
    ]);
    expect(only(stack, 'azurerm_subnet')).toMatchObject({
      virtual_network_name: '${data.azurerm_virtual_network.Hub.name}',
      resource_group_name: 'rg-hub',
    });
    expect(virtualNetwork.addressSpace).toBeUndefined();
    expect(virtualNetwork.dnsServers).toBeUndefined();
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('tells id and region', () => {
    const stack = newStack();
    const network = VirtualNetwork.fromLookup(stack, 'Hub', NETWORK);
    new TerraformOutput(stack, 'id', { value: network.virtualNetworkId });
    new TerraformOutput(stack, 'location', { value: network.location });
    expect(readable(stack).output).toMatchObject({
      id: { value: '${data.azurerm_virtual_network.Hub.id}' },
      location: { value: '${data.azurerm_virtual_network.Hub.location}' },
    });
  });

  test('looks into another subscription by its provider', () => {
    const stack = newStack();
    VirtualNetwork.fromLookup(stack, 'Hub', { ...NETWORK, provider: newProvider(stack) });
    expect(dataSources(stack, 'azurerm_virtual_network')[0].provider).toBe('azurerm.other');
  });
});

describe('Subnet.fromLookup', () => {
  test('finds a subnet by its name, and its network by the id of the subnet', () => {
    const stack = newStack();
    const subnet = Subnet.fromLookup(stack, 'Apps', SUBNET);
    new TerraformOutput(stack, 'subnet', { value: subnet.subnetId });
    new TerraformOutput(stack, 'network', { value: subnet.virtualNetworkId });
    expect(dataSources(stack, 'azurerm_subnet')).toEqual([
      { name: 'apps', virtual_network_name: 'vnet-hub', resource_group_name: 'rg-hub' },
    ]);
    expect(readable(stack).output).toMatchObject({
      subnet: { value: '${data.azurerm_subnet.Apps.id}' },
      network: { value: '${join("/", slice(split("/", data.azurerm_subnet.Apps.id), 0, 9))}' },
    });
    expect([subnet.location, subnet.addressPrefix, subnet.delegation]).toEqual([undefined, undefined, undefined]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lets nothing wait', () => {
    const { stack, resourceGroup } = newGroup();
    const group = new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg', resourceGroup });
    Subnet.fromLookup(stack, 'Apps', SUBNET).awaitedBy(group.resource);
    expect(only(stack, 'azurerm_network_security_group').depends_on).toBeUndefined();
  });

  test('looks into another subscription by its provider', () => {
    const stack = newStack();
    Subnet.fromLookup(stack, 'Apps', { ...SUBNET, provider: newProvider(stack) });
    expect(dataSources(stack, 'azurerm_subnet')[0].provider).toBe('azurerm.other');
  });

  test.each(['network first', 'subnet first'])('agrees with the look-up of its network on the id, %s', (order) => {
    const stack = newStack();
    const lookUp = {
      network: () => VirtualNetwork.fromLookup(stack, 'Hub', { name: 'VNET-hub', resourceGroupName: 'RG-hub' }),
      subnet: () => Subnet.fromLookup(stack, 'Apps', SUBNET),
    };
    const ids = order === 'network first' ? [lookUp.network(), lookUp.subnet()] : [lookUp.subnet(), lookUp.network()];
    expect(ids[0].virtualNetworkId).toBe(ids[1].virtualNetworkId);
  });

  test('does not take the id of a network of that name elsewhere', () => {
    const stack = newStack();
    const otherStack = new TerraformStack(stack.node.root, 'Other');
    const ids = [
      VirtualNetwork.fromLookup(stack, 'Hub', NETWORK),
      VirtualNetwork.fromLookup(stack, 'Group', { ...NETWORK, resourceGroupName: 'rg-other' }),
      VirtualNetwork.fromLookup(stack, 'Name', { ...NETWORK, name: 'vnet-other' }),
      VirtualNetwork.fromLookup(stack, 'Subscription', { ...NETWORK, provider: newProvider(stack) }),
      VirtualNetwork.fromLookup(otherStack, 'Hub', NETWORK),
    ].map(({ virtualNetworkId }) => virtualNetworkId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('NetworkSecurityGroup.fromLookup', () => {
  test('finds a group by its name', () => {
    const { stack, resourceGroup } = newGroup();
    const options = { name: 'nsg-hub', resourceGroupName: 'rg-hub', provider: newProvider(stack) };
    const networkSecurityGroup = NetworkSecurityGroup.fromLookup(stack, 'Rules', options);
    const network = new VirtualNetwork(stack, 'Network', {
      name: 'vnet',
      resourceGroup,
      addressSpace: ['10.0.0.0/24'],
    });
    network.addSubnet('Apps', { name: 'apps', addressRange: AddressRange.prefixLength(26), networkSecurityGroup });
    expect(dataSources(stack, 'azurerm_network_security_group')).toEqual([
      { name: 'nsg-hub', resource_group_name: 'rg-hub', provider: 'azurerm.other' },
    ]);
    expect(only(stack, 'azurerm_subnet_network_security_group_association').network_security_group_id).toBe(
      '${data.azurerm_network_security_group.Rules.id}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

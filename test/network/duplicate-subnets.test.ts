import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Subnet as PlainSubnet } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork as PlainNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { AddressRange, IVirtualNetwork, Subnet, VirtualNetwork } from '../../src/network';
import { newStackIn } from '../support/answers';
import { messageOf, newGroup, newStack, synth } from '../support/synth';

const addressRange = AddressRange.prefixLength(27);

function newParts() {
  const { stack, resourceGroup } = newGroup();
  const network = new VirtualNetwork(stack, 'Network', { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/24'] });
  return { stack, resourceGroup, network };
}

type Parts = ReturnType<typeof newParts>;

const add = (network: VirtualNetwork, id: string, name: string) => network.addSubnet(id, { name, addressRange });
const plain = (
  stack: TerraformStack,
  name: string,
  virtualNetworkName: string,
  resourceGroupName: string = 'rg-test',
) =>
  new PlainSubnet(stack, 'Plain', { name, virtualNetworkName, resourceGroupName, addressPrefixes: ['10.0.0.224/27'] });
const existing = (stack: TerraformStack, subscription: string, id: string = 'Existing') =>
  VirtualNetwork.fromVirtualNetworkAttributes(stack, id, {
    virtualNetworkId: `/subscriptions/${subscription}/resourceGroups/rg-test/providers/Microsoft.Network/virtualNetworks/vnet`,
    virtualNetworkName: 'vnet',
    resourceGroupName: 'rg-test',
    location: 'centralus',
  });
const subnetOf = (
  virtualNetwork: IVirtualNetwork,
  stack: TerraformStack,
  id: string,
  name: string,
  third: number,
  provider?: AzurermProvider,
) => new Subnet(stack, id, { name, virtualNetwork, addressPrefix: `10.0.${third}.0/27`, provider });

describe('two subnets of one network with one name', () => {
  test.each<[string, (parts: Parts) => unknown]>([
    ['by the library', ({ network }) => add(network, 'Second', 'apps')],
    ['in another letter case', ({ network }) => add(network, 'Second', 'APPS')],
    [
      'by hand, with the network by reference',
      ({ stack, network }) => plain(stack, 'apps', network.virtualNetworkName),
    ],
    ['by hand, with the network as text', ({ stack }) => plain(stack, 'Apps', 'VNET')],
    [
      'in a block of the network',
      ({ network }) => network.resource.addOverride('subnet', [{ name: 'apps', address_prefixes: ['10.0.0.224/27'] }]),
    ],
  ])('are refused where the second is defined %s', (_, define) => {
    const message = messageOf(() => {
      const parts = newParts();
      add(parts.network, 'First', 'apps');
      define(parts);
      synth(parts.stack);
    });
    expect(message).toContain('[network/duplicate-subnet]');
    expect(message.toLowerCase()).toContain('apps');
    expect(message).toContain('Prod/Network');
  });

  test('are refused in a network that exists, by its id in any letter case', () => {
    const message = messageOf(() => {
      const { stack } = newGroup();
      const [first, second] = [existing(stack, 'abc'), existing(stack, 'ABC', 'Again')];
      subnetOf(first, stack, 'First', 'apps', 0);
      subnetOf(second, stack, 'Second', 'apps', 1);
      synth(stack);
    });
    expect(message).toContain('[network/duplicate-subnet]');
  });

  test.each<[string, (parts: Parts) => unknown]>([
    ['another name', ({ network }) => add(network, 'Second', 'endpoints')],
    [
      'a name that only Terraform knows',
      ({ stack, network }) => add(network, 'Second', new TerraformVariable(stack, 'name', {}).stringValue),
    ],
    ['another network', ({ stack }) => plain(stack, 'apps', 'vnet-other')],
    ['a network of another group', ({ stack }) => plain(stack, 'apps', 'vnet', 'rg-other')],
    ['no instance', ({ stack, network }) => plain(stack, 'apps', network.virtualNetworkName).addOverride('count', 0)],
    [
      'a network of another stack and group',
      ({ stack }) => {
        const other = newStack('Other', undefined, stack.node.root);
        const resourceGroup = new ResourceGroup(other, 'Group', { name: 'rg-other', location: 'centralus' });
        add(
          new VirtualNetwork(other, 'Network', { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/24'] }),
          'First',
          'apps',
        );
      },
    ],
  ])('are accepted where the second has %s', (_, define) => {
    const parts = newParts();
    add(parts.network, 'First', 'apps');
    define(parts);
    expect(() => synth(parts.stack)).not.toThrow();
  });

  test('are two subnets of networks in two subscriptions', () => {
    // Terraform finds the network by its names, in the subscription of the provider.
    const stack = newStackIn('a');
    const provider = new AzurermProvider(stack, 'there', { alias: 'there', subscriptionId: 'b', features: [{}] });
    subnetOf(existing(stack, 'a'), stack, 'First', 'apps', 0);
    subnetOf(existing(stack, 'b', 'There'), stack, 'Second', 'apps', 1, provider);
    expect(() => synth(stack)).not.toThrow();
  });

  test('are one subnet that is removed and defined again', () => {
    const { stack, network } = newParts();
    const subnet = add(network, 'First', 'apps');
    subnet.node.scope!.node.tryRemoveChild(subnet.node.id);
    expect(() => {
      add(network, 'First', 'apps');
      synth(stack);
    }).not.toThrow();
  });

  test('are one subnet of a fixed range that is removed and defined again', () => {
    const { stack, network } = newParts();
    const define = () => network.addSubnet('First', { name: 'apps', addressRange: AddressRange.cidr('10.0.0.64/27') });
    define();
    network.node.tryRemoveChild('First');
    expect(() => {
      define();
      synth(stack);
    }).not.toThrow();
  });

  test('are refused in two networks by hand that are one', () => {
    const message = messageOf(() => {
      const { stack, network } = newParts();
      add(network, 'First', 'apps');
      new PlainNetwork(stack, 'Twin', {
        name: 'vnet',
        resourceGroupName: 'rg-test',
        location: 'centralus',
        addressSpace: ['10.9.0.0/24'],
      });
      synth(stack);
    });
    expect(message).toContain('[core/duplicate-name]');
  });
});

import { TerraformStack } from 'cdktf';
import { AddressRange, Subnet, VirtualNetwork } from '../../src/network';
import { messageOf, newGroup, newStack, resources } from '../support/synth';

const NETWORK_ID = '/subscriptions/0/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet';

const existingSubnet = (stack: TerraformStack, id: string, addressPrefix?: string) =>
  Subnet.fromSubnetAttributes(stack, id, {
    subnetId: `${NETWORK_ID}/subnets/${id}`,
    virtualNetworkId: NETWORK_ID,
    addressPrefix,
  });

const existingNetwork = (stack: TerraformStack, addressSpace?: string[]) =>
  VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
    virtualNetworkId: NETWORK_ID,
    virtualNetworkName: 'vnet',
    resourceGroupName: 'rg-net',
    location: 'centralus',
    addressSpace,
  });

describe('a new subnet in an existing network', () => {
  test('fails when it overlaps an existing subnet that is known', () => {
    const stack = newStack();
    existingSubnet(stack, 'Old', '10.0.0.0/25');
    const virtualNetwork = existingNetwork(stack);
    expect(
      messageOf(() => new Subnet(stack, 'New', { name: 'new', virtualNetwork, addressPrefix: '10.0.0.64/26' })),
    ).toBe(
      'Prod/New: [network/subnet-overlap] 10.0.0.64/26 overlaps 10.0.0.0/25 of subnet Old; choose another range, or declare fixed ranges before automatic ones',
    );
  });

  test('fails when an existing subnet that is told later overlaps it', () => {
    const stack = newStack();
    const virtualNetwork = existingNetwork(stack);
    new Subnet(stack, 'New', { name: 'new', virtualNetwork, addressPrefix: '10.0.0.64/26' });
    expect(messageOf(() => existingSubnet(stack, 'Old', '10.0.0.0/25'))).toBe(
      'Prod/Old: [network/subnet-overlap] 10.0.0.0/25 overlaps 10.0.0.64/26 of subnet New; choose another range, or declare fixed ranges before automatic ones',
    );
  });

  test('fails outside of an address space that is known, however late', () => {
    const stack = newStack();
    existingSubnet(stack, 'Old', '10.0.0.0/25');
    const virtualNetwork = existingNetwork(stack, ['10.0.0.0/24']);
    expect(
      messageOf(() => new Subnet(stack, 'New', { name: 'new', virtualNetwork, addressPrefix: '10.0.1.0/26' })),
    ).toBe(
      'Prod/New: [network/subnet-outside] 10.0.1.0/26 is outside the address space 10.0.0.0/24; choose a range inside it',
    );
  });

  test('is not judged against subnets whose ranges are not known', () => {
    const stack = newStack();
    existingSubnet(stack, 'Old');
    const virtualNetwork = existingNetwork(stack);
    new Subnet(stack, 'New', { name: 'new', virtualNetwork, addressPrefix: '10.0.0.64/26' });
    expect(resources(stack, 'azurerm_subnet')).toHaveLength(1);
  });

  test('may be beside an existing one that several stacks refer to', () => {
    const stack = newStack();
    existingSubnet(stack, 'Old', '10.0.0.0/25');
    const other = new TerraformStack(stack.node.root, 'Other');
    expect(existingSubnet(other, 'Old', '10.0.0.0/25').addressPrefix).toBe('10.0.0.0/25');
  });
});

describe('a new subnet that a network did not add itself', () => {
  test('takes its range from the plan of the network, too', () => {
    const { stack, resourceGroup } = newGroup();
    const addressSpace = ['10.0.0.0/24'];
    const virtualNetwork = new VirtualNetwork(stack, 'Network', { name: 'vnet', resourceGroup, addressSpace });
    new Subnet(stack, 'Own', { name: 'own', virtualNetwork, addressPrefix: '10.0.0.0/26' });
    const added = virtualNetwork.addSubnet('Added', { name: 'added', addressRange: AddressRange.prefixLength(26) });
    expect(added.addressPrefix).toBe('10.0.0.64/26');
  });
});

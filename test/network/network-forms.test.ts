import { Subnet, SubnetDelegation, VirtualNetwork } from '../../src/network';
import { NETWORK_ID } from '../support/ids';
import { messageOf, newGroup, newStack } from '../support/synth';

describe('an existing network', () => {
  const refer = (addressSpace: string[]) =>
    VirtualNetwork.fromVirtualNetworkAttributes(newStack(), 'Old', {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg',
      location: 'centralus',
      addressSpace,
    });

  test.each([[['fd00::/48']], [['10.0.0.0/16', '2001:db8::/32']]])('may have the ranges %p', (space) => {
    expect(() => refer(space)).not.toThrow();
  });

  test.each([[['fd00::']], [['fd00::/129']], [['fd00::/x']], [['fd00::/48/1']], [['10.0.0.0']], [[]]])(
    'has not the ranges %p',
    (space) => expect(() => refer(space)).toThrow('[network/cidr]'),
  );
});

describe('what a new network and subnet are given', () => {
  test('is a DDoS protection plan', () => {
    const { stack, resourceGroup } = newGroup();
    const props = { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/16'], ddosProtectionPlanId: 'ddos' };
    expect(messageOf(() => new VirtualNetwork(stack, 'Network', props))).toBe(
      `Prod/Network: [network/ddos-plan-id] "ddos" is not the id of a DDoS protection plan; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/ddosProtectionPlans/NAME`,
    );
  });

  test('is a delegation', () => {
    const { stack, resourceGroup } = newGroup();
    const virtualNetwork = new VirtualNetwork(stack, 'Network', {
      name: 'vnet',
      resourceGroup,
      addressSpace: ['10.0.0.0/16'],
    });
    const delegation = SubnetDelegation.to('', 'join');
    const props = { name: 'snet', virtualNetwork, addressPrefix: '10.0.0.0/24', delegation };
    expect(messageOf(() => new Subnet(stack, 'Subnet', props))).toBe(
      [
        'Prod/Subnet: [network/delegation] "" is not a service that subnets are delegated to; use one such as Microsoft.ContainerInstance/containerGroups',
        'Prod/Subnet: [network/delegation] "join" is not an action; use one such as Microsoft.Network/virtualNetworks/subnets/join/action',
      ].join('\n'),
    );
  });
});

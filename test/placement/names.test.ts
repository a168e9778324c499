import { Estate, newEstate } from './support/estate';
import { VirtualNetwork, VirtualNetworkPeering } from '../../src/network';
import { add } from '../support/plain-azurerm';
import { problemsOf, synth } from '../support/synth';

const peering = ({ stack }: Estate, id: string, name: string, from: string, to: string) =>
  add(stack, 'azurerm_virtual_network_peering', id, {
    name,
    resource_group_name: 'rg',
    virtual_network_name: from,
    remote_virtual_network_id: to,
  });

const vnetId = (name: string, subscription: string = '0') =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`;

describe('peerings of one network', () => {
  test('have different names', () => {
    const estate = newEstate();
    const hub = estate.network('hub');
    peering(estate, 'One', 'peer-vnet', hub.ref('name'), vnetId('one'));
    peering(estate, 'Two', 'PEER-VNET', 'hub', vnetId('two'));
    expect(problemsOf(estate.stack)).toEqual([
      '[network/peering-name] Prod/One and Prod/Two are peerings named "PEER-VNET" of one network; give one of them another name',
    ]);
  });

  test('lead to different networks', () => {
    const estate = newEstate();
    peering(estate, 'One', 'one', 'hub', vnetId('spoke'));
    peering(estate, 'Two', 'two', 'hub', vnetId('SPOKE'));
    expect(problemsOf(estate.stack)).toEqual([
      '[network/duplicate-peering] Prod/One and Prod/Two peer one network with one other, and Azure allows one peering for each; remove one',
    ]);
  });

  test('are accepted to networks of one name in two subscriptions, and of other networks', () => {
    const estate = newEstate();
    peering(estate, 'One', 'one', 'hub', vnetId('spoke'));
    peering(estate, 'Two', 'two', 'hub', vnetId('spoke', '1'));
    peering(estate, 'Three', 'one', 'other', vnetId('spoke'));
    expect(() => synth(estate.stack)).not.toThrow();
  });

  test('have different names where the library makes them, for networks of one name', () => {
    const { stack, resourceGroup } = newEstate();
    const hub = new VirtualNetwork(stack, 'Hub', { name: 'hub', resourceGroup, addressSpace: ['10.9.0.0/16'] });
    ['rg-a', 'rg-b'].forEach((group, i) => {
      const remote = VirtualNetwork.fromVirtualNetworkAttributes(stack, `Spoke${i}`, {
        virtualNetworkId: vnetId('spoke').replace('/rg/', `/${group}/`),
        virtualNetworkName: 'spoke',
        resourceGroupName: group,
        location: 'centralus',
        addressSpace: [`10.${i}.0.0/16`],
      });
      new VirtualNetworkPeering(stack, `Peering${i}`, { local: hub, remote });
    });
    expect(() => synth(stack)).not.toThrow();
  });
});

describe('names within a resource', () => {
  const signalr = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat';

  test.each([
    ['azurerm_management_lock', 'scope', 'locks'],
    ['azurerm_monitor_diagnostic_setting', 'target_resource_id', 'diagnostic settings'],
  ])('are given once: %s', (type, attribute, what) => {
    const both = (first: string, second: string) => {
      const { stack } = newEstate();
      add(stack, type, 'One', { name: 'same', [attribute]: first });
      add(stack, type, 'Two', { name: 'Same', [attribute]: second });
      return stack;
    };
    expect(problemsOf(both(signalr, signalr.toUpperCase()))).toEqual([
      `[core/duplicate-name] Prod/One and Prod/Two are ${what} named "Same" of one resource; give one of them another name`,
    ]);
    expect(() => synth(both(signalr, vnetId('chat')))).not.toThrow();
    expect(() => synth(both(signalr, '${var.other}'))).not.toThrow();
  });
});

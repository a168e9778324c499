import { TerraformVariable } from 'cdktf';
import { PrivateDnsZone } from '../../src/dns';
import { VirtualNetwork } from '../../src/network';
import { NETWORK_ID, networkId } from '../support/ids';
import { newGroup } from '../support/synth';

describe('PrivateDnsZone.resolvesFor', () => {
  function setUp() {
    const { stack, resourceGroup } = newGroup();
    const unknownId = new TerraformVariable(stack, 'Id', { type: 'string' }).stringValue;
    const zone = new PrivateDnsZone(stack, 'Zone', { zoneName: 'privatelink.service.signalr.net', resourceGroup });
    const link = (virtualNetworkId: string) =>
      zone.addVirtualNetworkLink('Link', {
        name: 'link',
        virtualNetwork: VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
          virtualNetworkId,
          virtualNetworkName: 'vnet',
          resourceGroupName: 'rg',
          location: 'centralus',
        }),
      });
    return { zone, link, unknownId };
  }

  test('is false for every network as long as there is no link', () => {
    const { zone, unknownId } = setUp();
    expect([zone.resolvesFor(NETWORK_ID), zone.resolvesFor(unknownId)]).toEqual([false, false]);
  });

  test('does not know whether a network by token is one by text', () => {
    const { zone, link, unknownId } = setUp();
    link(NETWORK_ID);
    expect(zone.resolvesFor(NETWORK_ID)).toBe(true);
    expect(zone.resolvesFor(networkId('other'))).toBe(false);
    expect(zone.resolvesFor(unknownId)).toBeUndefined();
  });
});

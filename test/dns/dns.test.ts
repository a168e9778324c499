import { AzureCloud } from '../../src/core';
import { PrivateDnsZone, PrivateLinkZone } from '../../src/dns';
import { VirtualNetwork } from '../../src/network';
import { messageOf, newGroup, newStack, only, synth } from '../support/synth';

function newZone(zoneName: string = 'privatelink.service.signalr.net') {
  const { stack, resourceGroup } = newGroup();
  const virtualNetwork = new VirtualNetwork(stack, 'Network', {
    name: 'vnet-test',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
  });
  return { stack, virtualNetwork, zone: new PrivateDnsZone(stack, 'Zone', { zoneName, resourceGroup }) };
}

describe('PrivateLinkZone', () => {
  test.each([
    [AzureCloud.PUBLIC, 'privatelink.service.signalr.net'],
    [AzureCloud.US_GOVERNMENT, 'privatelink.signalr.azure.us'],
    [AzureCloud.CHINA, 'privatelink.signalr.azure.cn'],
  ])('knows the zone of SignalR in $name', (cloud, zoneName) => {
    expect(PrivateLinkZone.SIGNALR.nameIn(cloud)).toBe(zoneName);
  });
});

describe('PrivateDnsZone', () => {
  test('is linked without registering machines in it', () => {
    const { stack, zone, virtualNetwork } = newZone();
    zone.addVirtualNetworkLink('Link', { virtualNetwork, name: 'link-test' });
    expect(only(stack, 'azurerm_private_dns_zone')).toEqual({
      name: 'privatelink.service.signalr.net',
      resource_group_name: '${azurerm_resource_group.Group.name}',
    });
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toEqual({
      name: 'link-test',
      private_dns_zone_name: '${azurerm_private_dns_zone.Zone.name}',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      virtual_network_id: '${azurerm_virtual_network.Network.id}',
      registration_enabled: false,
    });
  });

  test('names a link after its network', () => {
    const { stack, zone, virtualNetwork } = newZone();
    zone.addVirtualNetworkLink('Link', { virtualNetwork });
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link').name).toBe(
      'link-${azurerm_virtual_network.Network.name}',
    );
  });

  test('knows for which networks it resolves', () => {
    const { zone, virtualNetwork } = newZone();
    expect(zone.resolvesFor(virtualNetwork.virtualNetworkId)).toBe(false);
    zone.addVirtualNetworkLink('Link', { virtualNetwork });
    expect(zone.resolvesFor(virtualNetwork.virtualNetworkId)).toBe(true);
  });

  test('fails when the zone name is not a domain', () => {
    expect(messageOf(() => newZone('Privatelink'))).toBe(
      'Prod/Zone: [dns/zone-name] "Privatelink" is not a zone name; use one as privatelink.service.signalr.net',
    );
  });

  test('fails when a network is linked twice or the link has no valid name', () => {
    const { zone, virtualNetwork } = newZone();
    zone.addVirtualNetworkLink('Link', { virtualNetwork });
    expect(messageOf(() => zone.addVirtualNetworkLink('Again', { virtualNetwork, name: '?' }))).toBe(
      [
        'Prod/Zone: [dns/link-name] "?" is not a link name; use 1 to 80 letters, digits, dashes, underscores or periods',
        'Prod/Zone: [dns/duplicate-zone] the zone is linked to Prod/Network already; remove one link',
      ].join('\n'),
    );
  });

  test('may be an existing one, of whose links nothing is known', () => {
    const stack = newStack();
    const zone = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
      zoneId: '/subscriptions/0/zone',
      zoneName: 'privatelink.service.signalr.net',
    });
    expect(zone.resolvesFor('/subscriptions/0/vnet')).toBeUndefined();
    expect(synth(stack).resource).toBeUndefined();
  });
});

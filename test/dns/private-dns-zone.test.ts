import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone, ResolutionPolicy } from '../../src/dns';
import { VirtualNetwork } from '../../src/network';
import { schemaViolations } from '../support/provider-schema';
import {
  dataSources,
  messageOf,
  newGroup,
  newStack,
  only,
  problemsOf,
  readable,
  resources,
  synth,
} from '../support/synth';

function newZone(zoneName: string = 'privatelink.service.signalr.net') {
  const { stack, resourceGroup } = newGroup();
  const virtualNetwork = new VirtualNetwork(stack, 'Network', {
    name: 'vnet-test',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
  });
  const zone = new PrivateDnsZone(stack, 'Zone', { zoneName, resourceGroup });
  return { stack, resourceGroup, virtualNetwork, zone };
}

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
      'Prod/Zone: [dns/zone-name] "Privatelink" is not a zone name; use one such as privatelink.service.signalr.net',
    );
  });

  test('fails when a network is linked twice or the link has no valid name', () => {
    const { stack, zone, virtualNetwork } = newZone();
    zone.addVirtualNetworkLink('Link', { virtualNetwork });
    expect(messageOf(() => zone.addVirtualNetworkLink('Again', { virtualNetwork, name: '?' }))).toBe(
      'Prod/Zone: [dns/link-name] "?" is not a link name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
    );
    zone.addVirtualNetworkLink('Again', { virtualNetwork, name: 'again' });
    expect(problemsOf(stack)).toEqual([
      '[dns/duplicate-zone] Prod/Zone/Link and Prod/Zone/Again link one network to zones named privatelink.service.signalr.net, and Azure allows one; remove one link',
    ]);
  });

  test('may be an existing one, of whose links nothing is known', () => {
    const stack = newStack();
    const zone = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
      zoneId:
        '/subscriptions/0/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.service.signalr.net',
      zoneName: 'privatelink.service.signalr.net',
    });
    expect(zone.resolvesFor('/subscriptions/0/vnet')).toBeUndefined();
    expect(synth(stack).resource).toBeUndefined();
  });

  test('is not taken by the id of another resource', () => {
    const attributes = { zoneId: '/subscriptions/0/vnet', zoneName: 'privatelink.service.signalr.net' };
    expect(() => PrivateDnsZone.fromPrivateDnsZoneAttributes(newStack(), 'Zone', attributes)).toThrow(
      'Prod/Zone: [dns/zone-id] "/subscriptions/0/vnet" is not the id of a private DNS zone; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/privateDnsZones/NAME',
    );
  });

  test('may be looked up with a provider of its own', () => {
    const stack = newStack();
    const zone = PrivateDnsZone.fromLookup(stack, 'Zone', {
      zoneName: 'privatelink.service.signalr.net',
      resourceGroupName: 'rg-hub',
      provider: new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] }),
    });
    expect(dataSources(stack, 'azurerm_private_dns_zone')).toEqual([
      { name: 'privatelink.service.signalr.net', resource_group_name: 'rg-hub', provider: 'azurerm.hub' },
    ]);
    new TerraformOutput(stack, 'ZoneId', { value: zone.zoneId });
    expect(readable(stack).output!.ZoneId.value).toBe('${data.azurerm_private_dns_zone.Zone.id}');
    expect(zone.zoneName).toBe('privatelink.service.signalr.net');
    expect(zone.resolvesFor('/subscriptions/0/vnet')).toBeUndefined();
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test("links a network to a zone that is looked up, in the zone's own group and subscription", () => {
    const { stack, virtualNetwork } = newZone();
    const provider = new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] });
    const lookup = { zoneName: 'corp.contoso.com', resourceGroupName: 'rg-hub', provider };
    const zone = PrivateDnsZone.fromLookup(stack, 'LookedUp', lookup);
    zone.addVirtualNetworkLink('Link', { virtualNetwork, name: 'link-test' });
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toEqual({
      name: 'link-test',
      private_dns_zone_name: 'corp.contoso.com',
      resource_group_name: 'rg-hub',
      virtual_network_id: '${azurerm_virtual_network.Network.id}',
      registration_enabled: false,
      provider: 'azurerm.hub',
    });
    expect(zone.resolvesFor(virtualNetwork.virtualNetworkId)).toBe(true);
  });

  test('fails when the zone to look up has no valid name', () => {
    const options = { zoneName: 'Zone', resourceGroupName: 'rg-hub' };
    expect(messageOf(() => PrivateDnsZone.fromLookup(newStack(), 'Zone', options))).toBe(
      'Prod/Zone: [dns/zone-name] "Zone" is not a zone name; use one such as privatelink.service.signalr.net',
    );
  });

  test('lies with its links and records in the subscription of its provider', () => {
    const { stack, resourceGroup, virtualNetwork } = newZone();
    const zone = new PrivateDnsZone(stack, 'Hub', {
      zoneName: 'corp.contoso.com',
      resourceGroup,
      provider: new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] }),
      tags: { owner: 'hub' },
    });
    zone.addVirtualNetworkLink('Link', { virtualNetwork });
    zone.addARecord('App', { name: 'app', addresses: ['10.0.0.4'] });
    const ofHub = { provider: 'azurerm.hub', tags: { owner: 'hub' } };
    expect(resources(stack, 'azurerm_private_dns_zone')).toContainEqual(
      expect.objectContaining({ name: 'corp.contoso.com', ...ofHub }),
    );
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toMatchObject(ofHub);
    expect(only(stack, 'azurerm_private_dns_a_record')).toMatchObject(ofHub);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails when another zone of its name is linked to the network', () => {
    const { stack, virtualNetwork, zone } = newZone();
    const resourceGroup = new ResourceGroup(stack, 'OtherGroup', { name: 'rg-other', location: 'centralus' });
    const other = new PrivateDnsZone(stack, 'Other', { zoneName: zone.zoneName, resourceGroup });
    zone.addVirtualNetworkLink('Link', { virtualNetwork });
    other.addVirtualNetworkLink('Link', { virtualNetwork });
    expect(problemsOf(stack)).toEqual([
      '[dns/duplicate-zone] Prod/Zone/Link and Prod/Other/Link link one network to zones named privatelink.service.signalr.net, and Azure allows one; remove one link',
    ]);
  });

  test('fails when its resource group has a zone of its name already', () => {
    const { stack, resourceGroup, zone } = newZone();
    new PrivateDnsZone(stack, 'Other', { zoneName: zone.zoneName, resourceGroup });
    expect(problemsOf(stack)).toEqual([
      '[dns/duplicate-zone] Prod/Zone/Resource and Prod/Other/Resource are zones named privatelink.service.signalr.net in one resource group; share one, for private endpoints with DnsIntegration.zone(...)',
    ]);
  });

  test('is not compared with others while its name is not known', () => {
    const { stack, resourceGroup, virtualNetwork } = newZone();
    const zoneName = new TerraformVariable(stack, 'name', {}).stringValue;
    ['One', 'Two'].forEach((id) =>
      new PrivateDnsZone(stack, id, { zoneName, resourceGroup }).addVirtualNetworkLink('Link', {
        virtualNetwork,
        resolutionPolicy: ResolutionPolicy.NX_DOMAIN_REDIRECT,
      }),
    );
    expect(resources(stack, 'azurerm_private_dns_zone_virtual_network_link')).toHaveLength(2);
  });
});

describe('PrivateDnsZone.addVirtualNetworkLink', () => {
  test('lets public DNS answer for names that the zone lacks', () => {
    const { stack, zone, virtualNetwork } = newZone();
    const resolutionPolicy = ResolutionPolicy.NX_DOMAIN_REDIRECT;
    zone.addVirtualNetworkLink('Link', { virtualNetwork, name: 'link-test', resolutionPolicy });
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toMatchObject({
      registration_enabled: false,
      resolution_policy: 'NxDomainRedirect',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('registers machines in a zone of the user', () => {
    const { stack, zone, virtualNetwork } = newZone('corp.contoso.com');
    const resolutionPolicy = ResolutionPolicy.DEFAULT;
    zone.addVirtualNetworkLink('Link', { virtualNetwork, registrationEnabled: true, resolutionPolicy });
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toMatchObject({
      registration_enabled: true,
      resolution_policy: 'Default',
    });
  });

  test('fails when machines would be registered in a private link zone', () => {
    const { zone, virtualNetwork } = newZone();
    expect(messageOf(() => zone.addVirtualNetworkLink('Link', { virtualNetwork, registrationEnabled: true }))).toBe(
      'Prod/Zone: [dns/registration] machines must not register in the private link zone privatelink.service.signalr.net; register machines in a zone of your own',
    );
  });

  test('fails when machines would be registered in a second zone', () => {
    const { stack, resourceGroup, zone, virtualNetwork } = newZone('corp.contoso.com');
    const other = new PrivateDnsZone(stack, 'Other', { zoneName: 'contoso.com', resourceGroup });
    zone.addVirtualNetworkLink('Link', { virtualNetwork, registrationEnabled: true });
    other.addVirtualNetworkLink('Link', { virtualNetwork, registrationEnabled: true });
    expect(problemsOf(stack)).toEqual([
      '[dns/registration] Prod/Zone/Link and Prod/Other/Link register the machines of one network, and Azure allows one such zone; leave out registrationEnabled in one of them',
    ]);
  });

  test('fails when public DNS would be asked for names of an ordinary zone', () => {
    const { zone, virtualNetwork } = newZone('corp.contoso.com');
    const resolutionPolicy = ResolutionPolicy.NX_DOMAIN_REDIRECT;
    expect(messageOf(() => zone.addVirtualNetworkLink('Link', { virtualNetwork, resolutionPolicy }))).toBe(
      'Prod/Zone: [dns/resolution-policy] NxDomainRedirect given for corp.contoso.com, but Azure accepts a policy only for zones whose names begin with "privatelink."; leave resolutionPolicy out',
    );
  });
});

describe('PrivateDnsZone.addARecord', () => {
  test('records addresses for five minutes', () => {
    const { stack, zone } = newZone();
    zone.addARecord('App', { name: 'app.scm', addresses: ['10.0.0.4', '10.0.0.5'] });
    expect(only(stack, 'azurerm_private_dns_a_record')).toEqual({
      name: 'app.scm',
      zone_name: '${azurerm_private_dns_zone.Zone.name}',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      records: ['10.0.0.4', '10.0.0.5'],
      ttl: 300,
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([
    ['@', 1],
    ['*', 2147483647],
    ['*.chat', 3600],
    ['_sip', 60],
  ])('takes the name %s and %d seconds', (name, ttlInSeconds) => {
    const { stack, zone } = newZone();
    zone.addARecord('App', { name, addresses: ['10.0.0.4'], ttlInSeconds });
    expect(only(stack, 'azurerm_private_dns_a_record')).toMatchObject({ name, ttl: ttlInSeconds });
  });

  test('does not judge what is not known', () => {
    const { stack, zone } = newZone();
    const name = new TerraformVariable(stack, 'name', {}).stringValue;
    const addresses = Token.asList(new TerraformVariable(stack, 'addresses', {}).value);
    const ttlInSeconds = new TerraformVariable(stack, 'ttl', {}).numberValue;
    zone.addARecord('All', { name, addresses, ttlInSeconds });
    zone.addARecord('One', { name, addresses: [new TerraformVariable(stack, 'address', {}).stringValue] });
    expect(resources(stack, 'azurerm_private_dns_a_record')).toMatchObject([
      { name: '${var.name}', records: '${var.addresses}', ttl: '${var.ttl}' },
      { name: '${var.name}', records: ['${var.address}'], ttl: 300 },
    ]);
  });

  test('reports every violation at once', () => {
    const { zone } = newZone();
    const addresses = ['10.0.0.256', '10.0.0.04', '10.0.0.0/32', ...Array<string>(18).fill('10.0.0.4')];
    expect(messageOf(() => zone.addARecord('App', { name: 'App', addresses, ttlInSeconds: 0 }))).toBe(
      [
        'Prod/Zone/App: [dns/record-name] "App" is not a record name; use lower-case letters, digits, dashes and underscores between periods, or "@" for the zone itself',
        'Prod/Zone/App: [dns/record-address] record App: "10.0.0.256" is not an IPv4 address; use one such as 10.0.0.4',
        'Prod/Zone/App: [dns/record-address] record App: "10.0.0.04" is not an IPv4 address; use one such as 10.0.0.4',
        'Prod/Zone/App: [dns/record-address] record App: "10.0.0.0/32" is not an IPv4 address; use one such as 10.0.0.4',
        'Prod/Zone/App: [dns/record-address] record App has 21 addresses; give 1 to 20',
        'Prod/Zone/App: [dns/record-ttl] record App has a time to live of 0 seconds; use a whole number from 1 to 2147483647',
      ].join('\n'),
    );
  });

  test.each([
    [2147483648, 'record app has a time to live of 2147483648 seconds'],
    [1.5, 'record app has a time to live of 1.5 seconds'],
  ])('fails with a lifetime of %d', (ttlInSeconds, given) => {
    const { zone } = newZone();
    expect(messageOf(() => zone.addARecord('App', { name: 'app', addresses: ['10.0.0.4'], ttlInSeconds }))).toBe(
      `Prod/Zone/App: [dns/record-ttl] ${given}; use a whole number from 1 to 2147483647`,
    );
  });

  test('fails without addresses, and for a name that has a record', () => {
    const { zone } = newZone();
    zone.addARecord('App', { name: 'app', addresses: ['10.0.0.4'] });
    expect(messageOf(() => zone.addARecord('Again', { name: 'app', addresses: [] }))).toBe(
      [
        'Prod/Zone/Again: [dns/record-name] a record app is defined already; give all addresses of a name to one record',
        'Prod/Zone/Again: [dns/record-address] record app has 0 addresses; give 1 to 20',
      ].join('\n'),
    );
  });
});

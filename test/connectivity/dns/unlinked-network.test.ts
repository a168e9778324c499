import { DataAzurermPrivateDnsZone } from '@cdktf/provider-azurerm/lib/data-azurerm-private-dns-zone';
import { DataAzurermVirtualNetwork } from '@cdktf/provider-azurerm/lib/data-azurerm-virtual-network';
import { VirtualNetworkDnsServers } from '@cdktf/provider-azurerm/lib/virtual-network-dns-servers';
import { Testing } from 'cdktf';
import { inSubscription, newStack } from '../../support/synth';
import { HUB_ZONE_ID, privateTopology, resolveIn, Topology, ZONE_NAME } from '../support/topology';

const HOST = 'chat.service.signalr.net';
const ALIAS = `CNAME chat.${ZONE_NAME}`;
const NETWORK_ID = '/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub';

describe('the internet gets the public address', () => {
  test('by the alias of a service with a private endpoint', () => {
    const { topology, service } = privateTopology();
    expect(topology.resolve(service)).toEqual({
      kind: 'public',
      chain: [HOST, ALIAS, 'public address'],
      reason: 'on the internet, public DNS answers',
    });
  });

  test.each([true, false])('directly without one, even if there may be others: %s', (mayHaveOthers) => {
    const topology = new Topology();
    expect(topology.resolve(topology.service(), undefined, { mayHaveOthers })).toMatchObject({
      kind: 'public',
      chain: [HOST, 'public address'],
    });
  });
});

describe('a network without a linked zone', () => {
  test('gets the public address, as people find who forget the link', () => {
    const { topology, stack, service, network } = privateTopology();
    stack.node.tryRemoveChild('Link');
    expect(topology.resolve(service, network)).toEqual({
      kind: 'public',
      chain: [HOST, ALIAS, 'public address'],
      reason: `no private DNS zone for chat.${ZONE_NAME} is linked to Prod/Network, so public DNS answers`,
      code: 'dns/not-linked',
    });
  });

  test('gets it also where another network is linked', () => {
    const { topology, service } = privateTopology();
    expect(topology.resolve(service, topology.network('Other')).code).toBe('dns/not-linked');
  });

  test('is not known to get it if others may have linked zones, or chosen its DNS servers', () => {
    const { topology, stack, service, network, endpoint } = privateTopology();
    inSubscription(stack);
    stack.node.tryRemoveChild('Link');
    const reason = (why: string) =>
      `no private DNS zone for chat.${ZONE_NAME} is linked to Prod/Network in the configuration, but ${why}`;
    const serversOf = (key: string) =>
      `the configuration does not define ${key}, so which DNS servers it uses is not known`;
    const id = NETWORK_ID.toLowerCase();
    expect(topology.resolve(service, id)).toEqual({
      kind: 'unknown',
      chain: [HOST],
      reason: serversOf(id),
      code: 'dns/unknown',
    });
    const lookup = new DataAzurermVirtualNetwork(stack, 'Lookup', { name: 'vnet-hub', resourceGroupName: 'rg-hub' });
    expect(topology.resolve(service, lookup).reason).toBe(serversOf('Prod/Lookup'));
    new VirtualNetworkDnsServers(stack, 'Servers', { virtualNetworkId: NETWORK_ID, dnsServers: [] });
    expect(topology.resolve(service, lookup).reason).toBe(
      `no private DNS zone for chat.${ZONE_NAME} is linked to Prod/Lookup in the configuration, but the configuration does not define the network`,
    );
    endpoint.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [HUB_ZONE_ID] });
    expect(topology.resolve(service, network).reason).toBe(
      reason(`the configuration does not define zone ${ZONE_NAME}`),
    );
    endpoint.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: ['${var.zone}'] });
    expect(topology.resolve(service, network).reason).toBe(
      reason('the zones that record Prod/Endpoint are only known when Terraform runs'),
    );
    endpoint.addOverride('private_dns_zone_group', undefined);
    expect(topology.resolve(service, network).code).toBe('dns/not-linked');
    endpoint.lifecycle = { ignoreChanges: ['private_dns_zone_group'] };
    expect(topology.resolve(service, network).reason).toBe(reason('Azure Policy attaches the zone of Prod/Endpoint'));
  });

  test('needs no link for a service without private endpoint', () => {
    const topology = new Topology();
    expect(topology.resolve(topology.service(), NETWORK_ID.toLowerCase()).code).toBe('dns/no-endpoint');
  });

  test.each([
    ['of the network to a zone', { private_dns_zone_name: '${var.zone}' }],
    ['of the zone to a network', { virtual_network_id: '${var.network}' }],
    ['of any zone to any network', { private_dns_zone_name: '${var.zone}', virtual_network_id: '${var.network}' }],
  ])('is not known to have none with a link %s that only Terraform knows', (_, overrides) => {
    const { topology, service, link, network } = privateTopology();
    Object.entries(overrides).forEach(([attribute, value]) => link.addOverride(attribute, value));
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      reason: expect.stringMatching(
        /is linked to Prod\/Network in the configuration, but Prod\/Link may link one: .* only known when Terraform runs$/,
      ),
    });
  });

  test('is not linked by a link of another zone to a network that only Terraform knows', () => {
    const { topology, service, zone, link, network } = privateTopology();
    zone.name = 'privatelink.azurewebsites.net';
    link.addOverride('virtual_network_id', '${var.network}');
    expect(topology.resolve(service, network).code).toBe('dns/not-linked');
  });

  test('is not known to have none with a zone whose name only Terraform knows', () => {
    const { topology, service, zone, network } = privateTopology();
    zone.name = '${var.name}';
    expect(topology.resolve(service, network).kind).toBe('unknown');
  });
});

describe('a link names its zone', () => {
  test.each([
    [
      'by name and group, in any letter case',
      { private_dns_zone_name: ZONE_NAME.toUpperCase(), resource_group_name: 'RG' },
      'private',
    ],
    [
      'by id, as azurerm 5 takes it',
      { private_dns_zone_name: undefined, private_dns_zone_id: '${azurerm_private_dns_zone.Zone.id}' },
      'private',
    ],
    ['by an id as text', { private_dns_zone_id: HUB_ZONE_ID.replace('rg-hub', 'rg') }, 'private'],
    [
      'by name, with a group that only Terraform knows',
      { private_dns_zone_name: ZONE_NAME, resource_group_name: '${var.group}' },
      'unknown',
    ],
    ['by name, in another group', { private_dns_zone_name: ZONE_NAME, resource_group_name: 'rg-hub' }, 'nxdomain'],
    ['by an id as text in another group', { private_dns_zone_id: HUB_ZONE_ID }, 'nxdomain'],
  ])('%s', (_, overrides, kind) => {
    const { topology, service, network, link } = privateTopology();
    Object.entries(overrides).forEach(([attribute, value]) => link.addOverride(attribute, value));
    expect(topology.resolve(service, network).kind).toBe(kind);
  });

  test('by name, of several zones of this name', () => {
    const { topology, service, network, link } = privateTopology();
    topology.zone('Elsewhere', ZONE_NAME, 'rg-other');
    link.addOverride('private_dns_zone_name', ZONE_NAME);
    expect(topology.resolve(service, network).kind).toBe('private');
    link.addOverride('resource_group_name', '${var.group}');
    expect(topology.resolve(service, network).kind).toBe('unknown');
  });

  test('by a data source of an existing one, in which an endpoint is recorded', () => {
    const topology = new Topology();
    const hubZone = new DataAzurermPrivateDnsZone(topology.stack, 'HubZone', {
      name: ZONE_NAME,
      resourceGroupName: 'rg-hub',
    });
    const service = topology.service();
    topology.endpoint('Endpoint', service, [hubZone.id]);
    const byReference = topology.network('ByReference');
    topology.linkOf('LinkByReference', hubZone.name, 'rg-hub', byReference.id);
    const byName = topology.network('ByName');
    topology.linkOf('LinkByName', ZONE_NAME, 'rg-hub', byName.id);
    expect(topology.resolve(service, byReference).kind).toBe('private');
    expect(topology.resolve(service, byName).kind).toBe('private');
    hubZone.name = '${var.name}';
    expect(topology.resolve(service, byName).kind).toBe('unknown');
  });

  test('by a name and a group that Terraform takes from an id', () => {
    const { topology, service, network, link } = privateTopology();
    topology.zone('Elsewhere', ZONE_NAME, 'rg-other');
    link.addOverride('private_dns_zone_name', ZONE_NAME);
    const groupOf = (id: string) => link.addOverride('resource_group_name', `\${element(split("/", "${id}"), 4)}`);
    groupOf(HUB_ZONE_ID.replace('rg-hub', 'RG'));
    expect(topology.resolve(service, network).kind).toBe('private');
    groupOf(HUB_ZONE_ID);
    expect(topology.resolve(service, network).kind).toBe('nxdomain');
  });

  test('by a name, but not which group only Terraform knows', () => {
    const topology = new Topology();
    const service = topology.service();
    topology.endpoint('Endpoint', service, [HUB_ZONE_ID]);
    const network = topology.network('Network');
    topology.linkOf('Link', ZONE_NAME, '${var.group}', network.id);
    expect(topology.resolve(service, network).kind).toBe('unknown');
  });
});

test('a link names an existing network by its id or data source', () => {
  const { topology, stack, service, zone } = privateTopology();
  inSubscription(stack);
  topology.linkOf('HubLink', zone.name, 'rg', NETWORK_ID);
  new VirtualNetworkDnsServers(stack, 'Servers', { virtualNetworkId: NETWORK_ID, dnsServers: ['168.63.129.16'] });
  expect(topology.resolve(service, NETWORK_ID.toLowerCase()).kind).toBe('private');
  const lookup = new DataAzurermVirtualNetwork(stack, 'Lookup', { name: 'vnet-hub', resourceGroupName: 'rg-hub' });
  new VirtualNetworkDnsServers(stack, 'LookupServers', { virtualNetworkId: lookup.id, dnsServers: [] });
  expect(topology.resolve(service, lookup).kind).toBe('private');
});

test('zones, networks and endpoints may be in different stacks', () => {
  const app = Testing.app();
  const hub = new Topology(newStack('Hub', undefined, app));
  const spoke = new Topology(newStack('Spoke', undefined, app));
  const zone = hub.zone('Zone');
  const network = spoke.network('Network');
  const service = spoke.service();
  spoke.endpoint('Endpoint', service, [zone.id], '10.1.0.4');
  expect(resolveIn(app, service, network).code).toBe('dns/not-linked');
  spoke.link('Link', zone, network);
  expect(resolveIn(app, service, network)).toMatchObject({
    kind: 'private',
    reason: 'zone Hub/Zone, linked to Spoke/Network, has the address of Spoke/Endpoint',
  });
});

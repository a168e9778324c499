import { PrivateDnsCnameRecord } from '@cdktf/provider-azurerm/lib/private-dns-cname-record';
import { TerraformVariable } from 'cdktf';
import { PrivateLinkZone } from '../../../src/dns';
import { HUB_ZONE_ID, privateTopology, Topology, ZONE_NAME } from '../support/topology';

const HOST = 'chat.service.signalr.net';
const ALIAS = `CNAME chat.${ZONE_NAME}`;
const ZONE = { id: 'Prod/Zone', name: ZONE_NAME, type: 'azurerm_private_dns_zone' };
const LACKS = `zone Prod/Zone, linked to Prod/Network, has no record of chat.${ZONE_NAME}`;

describe('a network with a linked zone', () => {
  test('gets the address of the endpoint that is recorded there', () => {
    const { topology, network, service } = privateTopology();
    expect(topology.resolve(service, network)).toEqual({
      kind: 'private',
      chain: [HOST, ALIAS, 'A 10.0.0.68'],
      reason: 'zone Prod/Zone, linked to Prod/Network, has the address of Prod/Endpoint',
      privateEndpoint: 'Prod/Endpoint',
      zone: ZONE,
    });
  });

  test('gets an address that only Terraform knows', () => {
    const { topology, network, service, endpoint } = privateTopology();
    endpoint.addOverride('ip_configuration', undefined);
    expect(topology.resolve(service, network).chain).toEqual([HOST, ALIAS, 'A (address of Prod/Endpoint)']);
  });

  test('gets it also before the owner of the service approves the connection', () => {
    const { topology, network, service, endpoint } = privateTopology();
    endpoint.addOverride('private_service_connection.is_manual_connection', true);
    expect(topology.resolve(service, network).kind).toBe('private');
  });

  test('gets no address of a service that is recorded in another zone of this name', () => {
    const { topology, network } = privateTopology();
    const other = topology.service('other');
    const elsewhere = topology.zone('Elsewhere', ZONE_NAME, 'rg-other');
    topology.endpoint('OtherEndpoint', other, [elsewhere.id]);
    expect(topology.resolve(other, network)).toEqual({
      kind: 'nxdomain',
      chain: ['other.service.signalr.net', `CNAME other.${ZONE_NAME}`, 'NXDOMAIN'],
      reason: `zone Prod/Zone, linked to Prod/Network, has no record of other.${ZONE_NAME}`,
      code: 'dns/missing-record',
      zone: ZONE,
    });
  });

  test('gets the public address instead where the link redirects', () => {
    const { topology, network, service, link, endpoint } = privateTopology();
    link.resolutionPolicy = 'NxDomainRedirect';
    endpoint.addOverride('private_dns_zone_group', undefined);
    expect(topology.resolve(service, network)).toEqual({
      kind: 'public',
      chain: [HOST, ALIAS, 'public address'],
      reason: `${LACKS}, and Prod/Link redirects to public DNS`,
      zone: ZONE,
    });
    link.resolutionPolicy = new TerraformVariable(topology.stack, 'policy', {}).stringValue;
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      reason: `${LACKS} that is known, but the policy of Prod/Link is not known`,
      code: 'dns/unknown',
    });
    link.resolutionPolicy = 'Default';
    expect(topology.resolve(service, network).kind).toBe('nxdomain');
  });

  test('gets the public address of a service without endpoint, whose name public DNS leads nowhere else', () => {
    const { topology, network } = privateTopology();
    expect(topology.resolve(topology.service('open'), network)).toEqual({
      kind: 'public',
      chain: ['open.service.signalr.net', 'public address'],
      reason: 'the service has no private endpoint, so public DNS answers',
      code: 'dns/no-endpoint',
    });
  });

  test('is not known to get one of two addresses under one name', () => {
    const { topology, network, service, zone } = privateTopology();
    topology.endpoint('Second', service, [zone.id]);
    expect(topology.resolve(service, network)).toEqual({
      kind: 'unknown',
      chain: [HOST, ALIAS],
      reason:
        'Prod/Endpoint and Prod/Second write the same record of zone Prod/Zone, and the last one replaces the others',
      code: 'dns/unknown',
      zone: ZONE,
    });
  });

  test('is not known to lack a record that a policy adds', () => {
    const { topology, network, service, endpoint } = privateTopology();
    endpoint.addOverride('private_dns_zone_group', undefined);
    endpoint.lifecycle = { ignoreChanges: ['private_dns_zone_group'] };
    const answer = {
      kind: 'unknown',
      reason: `${LACKS} that is known, but Azure Policy attaches the zone of Prod/Endpoint`,
    };
    expect(topology.resolve(service, network)).toMatchObject(answer);
    endpoint.lifecycle = { ignoreChanges: 'all' };
    expect(topology.resolve(service, network)).toMatchObject(answer);
    endpoint.lifecycle = { ignoreChanges: ['tags'] };
    expect(topology.resolve(service, network).kind).toBe('nxdomain');
  });

  test('is not known to lack the record of an endpoint whose zones are not known', () => {
    const { topology, network, service, endpoint } = privateTopology();
    const answer = {
      kind: 'unknown',
      reason: `${LACKS} that is known, but the zones that record Prod/Endpoint are only known when Terraform runs`,
    };
    endpoint.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: ['${var.zone}'] });
    expect(topology.resolve(service, network)).toMatchObject(answer);
    endpoint.addOverride('private_dns_zone_group.private_dns_zone_ids', '${var.zones}');
    expect(topology.resolve(service, network)).toMatchObject(answer);
    endpoint.addOverride('private_dns_zone_group', undefined);
    endpoint.addOverride('dynamic.private_dns_zone_group', { for_each: '${var.zones}' });
    expect(topology.resolve(service, network)).toMatchObject(answer);
  });

  test('lacks what Azure records in another zone of this name, unless others may record it', () => {
    const { topology, network, service, link, endpoint } = privateTopology();
    link.addOverride('private_dns_zone_name', ZONE_NAME);
    link.addOverride('resource_group_name', 'rg-hub');
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'nxdomain',
      reason: `zone ${ZONE_NAME}, linked to Prod/Network, has no record of chat.${ZONE_NAME}`,
    });
    endpoint.addOverride('private_dns_zone_group', undefined);
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      reason: `zone ${ZONE_NAME}, linked to Prod/Network, has no record of chat.${ZONE_NAME} that is known, but the configuration does not define the zone`,
    });
    endpoint.addOverride('private_dns_zone_group', { name: 'default', private_dns_zone_ids: [HUB_ZONE_ID] });
    endpoint.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [HUB_ZONE_ID] });
    expect(topology.resolve(service, network)).toMatchObject({ kind: 'private', privateEndpoint: 'Prod/Endpoint' });
  });
});

describe('the most specific linked zone answers', () => {
  const HOST_ZONE = 'service.signalr.net';

  test.each([
    [HOST_ZONE, 'chat'],
    ['signalr.net', 'chat.service'],
    [HOST, '@'],
    [HOST_ZONE, '*'],
  ])('the host name itself: zone %s with record %s', (zoneName, name) => {
    const { topology, network, service } = privateTopology();
    const zone = topology.zone('HostZone', zoneName);
    topology.link('HostLink', zone, network);
    expect(topology.resolve(service, network)).toMatchObject({ kind: 'nxdomain', chain: [HOST, 'NXDOMAIN'] });
    topology.record('Record', zone, name, ['10.0.0.68']);
    expect(topology.resolve(service, network)).toMatchObject({ kind: 'private', chain: [HOST, 'A 10.0.0.68'] });
  });

  test('of several for one name', () => {
    const { topology, network, service } = privateTopology();
    const [wide, narrow] = ['signalr.net', HOST_ZONE].map((name) => topology.zone(name.replace(/\./g, '-'), name));
    topology.link('Wide', wide, network);
    topology.link('Narrow', narrow, network);
    topology.record('Record', narrow, 'chat', ['10.0.0.68']);
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'private',
      reason: 'zone Prod/service-signalr-net, linked to Prod/Network, has the address of Prod/Endpoint',
    });
  });

  test('an unrelated zone changes nothing', () => {
    const { topology, network, service } = privateTopology();
    topology.link('Other', topology.zone('OtherZone', 'privatelink.azurewebsites.net'), network);
    expect(topology.resolve(service, network).kind).toBe('private');
  });

  test('an endpoint that is recorded in a zone of another name is not known to have the name there', () => {
    const { topology, network, service, endpoint } = privateTopology();
    const zone = topology.zone('HostZone', 'privatelink.service.signalr.net'.slice('privatelink.'.length));
    topology.link('HostLink', zone, network);
    endpoint.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [zone.id] });
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      chain: [HOST],
      reason: `zone Prod/HostZone, linked to Prod/Network, has no record of ${HOST} that is known, but Prod/Endpoint is recorded there under a name that Azure chooses`,
    });
  });
});

describe('a record that is written by hand', () => {
  function recordsOnly() {
    const parts = privateTopology();
    parts.endpoint.addOverride('private_dns_zone_group', undefined);
    return parts;
  }

  test.each([
    ['the fixed address of the endpoint', 'chat', '10.0.0.68'],
    [
      'the address that Azure gives the endpoint',
      'CHAT',
      '${azurerm_private_endpoint.Endpoint.private_service_connection[0].private_ip_address}',
    ],
    ['the name of the service by reference', '${azurerm_signalr_service.chat.name}', '10.0.0.68'],
  ])('leads to the endpoint by %s', (_, name, address) => {
    const { topology, network, zone, service } = recordsOnly();
    topology.record('Record', zone, name, [address]);
    expect(topology.resolve(service, network)).toMatchObject({ kind: 'private', privateEndpoint: 'Prod/Endpoint' });
  });

  test('leads to the endpoint by all of its addresses', () => {
    const { topology, network, zone, service } = recordsOnly();
    topology
      .record('Record', zone, 'chat', [])
      .addOverride('records', '${azurerm_private_endpoint.Endpoint.custom_dns_configs[0].ip_addresses}');
    expect(topology.resolve(service, network).kind).toBe('private');
  });

  test('has the name of azurerm 5, with the id of the zone', () => {
    const { topology, network, zone, service } = recordsOnly();
    const record = topology.record('Record', zone, 'chat', ['10.0.0.68']);
    record.addOverride('zone_name', undefined);
    record.addOverride('private_dns_zone_id', zone.id);
    expect(topology.resolve(service, network).kind).toBe('private');
  });

  test.each([[['10.0.0.99']], [['10.0.0.68', '10.0.0.99']], [['${var.address}']], [[]]])(
    'is not known to lead to the endpoint by %j',
    (addresses) => {
      const { topology, network, zone, service } = recordsOnly();
      topology.record('Record', zone, 'chat', addresses);
      expect(topology.resolve(service, network)).toEqual({
        kind: 'unknown',
        chain: [HOST, ALIAS],
        reason: 'Prod/Record in zone Prod/Zone may resolve to something other than a private endpoint',
        code: 'dns/unknown',
        zone: ZONE,
      });
    },
  );

  test('is not known to lead to the endpoint by addresses that only Terraform knows', () => {
    const { topology, network, zone, service } = recordsOnly();
    topology.record('Record', zone, 'chat', []).addOverride('records', '${var.addresses}');
    expect(topology.resolve(service, network).kind).toBe('unknown');
  });

  test('is not known to lead to the endpoint by another name', () => {
    const { topology, stack, network, zone, service } = recordsOnly();
    const { name: zoneName, resourceGroupName } = zone;
    new PrivateDnsCnameRecord(stack, 'Alias', { name: 'chat', zoneName, resourceGroupName, record: 'x.y', ttl: 300 });
    expect(topology.resolve(service, network).kind).toBe('unknown');
  });

  test.each([
    ['whose name only Terraform knows', { name: '${var.name}' }],
    ['whose zone only Terraform knows', { zone_name: '${var.zone}' }],
    ['of which Terraform alone knows both', { name: '${var.name}', zone_name: '${var.zone}' }],
  ])('may be one %s', (_, overrides) => {
    const { topology, network, zone, service } = recordsOnly();
    const record = topology.record('Record', zone, 'chat', ['10.0.0.68']);
    Object.entries(overrides).forEach(([attribute, value]) => record.addOverride(attribute, value));
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      reason: `${LACKS} that is known, but a record may have this name when Terraform runs`,
    });
  });

  test('of another service is none of this one', () => {
    const { topology, network, zone, service } = recordsOnly();
    topology.record('Record', zone, 'other', ['10.0.0.68']);
    expect(topology.resolve(service, network).kind).toBe('nxdomain');
  });
});

describe('a service whose name only Terraform knows', () => {
  function unnamed() {
    const parts = privateTopology();
    parts.service.name = '${random_pet.name}';
    return parts;
  }

  test('is private by its endpoint', () => {
    const { topology, network, service } = unnamed();
    const chain = ['NAME.service.signalr.net', `CNAME NAME.${ZONE_NAME}`, 'A 10.0.0.68'];
    expect(topology.resolve(service, network)).toMatchObject({ kind: 'private', chain });
    expect(topology.resolve(service, network, { hostname: '${random_pet.name}.service.signalr.net' }).chain).toEqual(
      chain,
    );
  });

  test('may have a record that is written by hand', () => {
    const { topology, network, zone, service, endpoint } = unnamed();
    endpoint.addOverride('private_dns_zone_group', undefined);
    expect(topology.resolve(service, network).kind).toBe('nxdomain');
    const record = topology.record('Record', zone, 'chat', ['10.0.0.68']);
    expect(topology.resolve(service, network).kind).toBe('unknown');
    record.name = service.name;
    expect(topology.resolve(service, network).kind).toBe('private');
  });
});

describe('names are those of the cloud', () => {
  test.each([
    ['chinanorth3', undefined, ['NAME.service.signalr.azure.cn', 'CNAME NAME.privatelink.signalr.azure.cn']],
    ['usgovvirginia', 'chat.signalr.azure.us', ['chat.signalr.azure.us', 'CNAME chat.privatelink.signalr.azure.us']],
    ['${var.location}', undefined, ['NAME.service.signalr.net', `CNAME NAME.${ZONE_NAME}`]],
    ['centralus', 'Chat.service.signalr.net', [HOST, ALIAS]],
  ])('in %s for %s', (location, hostname, names) => {
    const { topology, network, zone, service, endpoint } = privateTopology();
    endpoint.location = location;
    zone.name = names[1].split('.').slice(1).join('.');
    expect(topology.resolve(service, network, { hostname })).toMatchObject({
      kind: 'private',
      chain: [...names, 'A 10.0.0.68'],
    });
  });

  test('and of the kind of service', () => {
    const { topology, network, zone, service } = privateTopology();
    zone.name = 'privatelink.azurewebsites.net';
    expect(
      topology.resolve(service, network, { hostname: 'app.azurewebsites.net', zone: PrivateLinkZone.SITES }).chain,
    ).toEqual(['app.azurewebsites.net', 'CNAME app.privatelink.azurewebsites.net', 'A 10.0.0.68']);
  });

  test('and no other ones', () => {
    const { topology, network, service } = privateTopology();
    expect(topology.resolve(service, network, { hostname: 'chat.contoso.com' })).toEqual({
      kind: 'unknown',
      chain: ['chat.contoso.com'],
      reason: 'chat.contoso.com is not a name that Azure gives the service',
      code: 'dns/unknown',
    });
  });
});

test('existing services may have endpoints that the configuration does not define', () => {
  const topology = new Topology();
  const network = topology.network('Network');
  const service = topology.service();
  expect(topology.resolve(service, network, { mayHaveOthers: true })).toEqual({
    kind: 'unknown',
    chain: [HOST],
    reason: 'the configuration has no private endpoint of the service, but another team may have defined one',
    code: 'dns/unknown',
  });
  const known = privateTopology();
  expect(known.topology.resolve(known.service, known.network, { mayHaveOthers: true }).kind).toBe('private');
});

import { AzureCloud } from '../../src/core';
import { PrivateLinkZone } from '../../src/dns';
import {
  DnsIntegration,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
  PrivateLinkSubresource,
  PrivateLinkTarget,
} from '../../src/privatelink';
import { armId } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, resources, synth } from '../support/synth';

const MANAGED_REDIS = PrivateLinkZone.of({ inPublic: 'redis.azure.net' });
const managedRedis = (options: { name?: string; ports?: string[]; zone?: PrivateLinkZone } = {}) =>
  PrivateLinkSubresource.of({ name: 'redisEnterprise', zone: MANAGED_REDIS, ports: ['10000'], ...options });

function endpointTo(
  subresource: PrivateLinkSubresource,
  options: Partial<PrivateEndpointOptions> = {},
  ...hostnames: string[]
) {
  const { stack, resourceGroup, endpointSubnet } = newNetwork();
  const id = armId('Microsoft.Cache/redisEnterprise', 'cache');
  const target = PrivateLinkTarget.fromConnection(
    stack,
    'Target',
    PrivateLinkConnection.resource(id, subresource, ...hostnames),
  );
  const basics = { name: 'pep-cache', resourceGroup, target, subnet: endpointSubnet };
  return { stack, endpoint: new PrivateEndpoint(stack, 'Endpoint', { ...basics, ...options }) };
}

describe('a subresource that has no constant', () => {
  test('gets an endpoint, a zone and its record', () => {
    const { stack, endpoint } = endpointTo(managedRedis(), {}, 'cache.redis.azure.net');
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      private_service_connection: { subresource_names: ['redisEnterprise'] },
    });
    expect(resources(stack, 'azurerm_private_dns_zone').map(({ name }) => name)).toContain(
      'privatelink.redis.azure.net',
    );
    expect(endpoint.dnsRecords).toEqual([
      { name: 'cache.privatelink.redis.azure.net', type: 'A', address: endpoint.privateIpAddress },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('may be looked up in a zone that is not named after its domain', () => {
    const zone = PrivateLinkZone.of(
      { inPublic: 'westeurope.batch.azure.com' },
      { inPublic: 'westeurope.privatelink.batch.azure.com' },
    );
    const { endpoint } = endpointTo(
      PrivateLinkSubresource.of({ name: 'batchAccount', zone }),
      {},
      'cache.westeurope.batch.azure.com',
    );
    expect(endpoint.dns?.privateDnsZone?.zoneName).toBe('westeurope.privatelink.batch.azure.com');
    expect(endpoint.dnsRecords[0].name).toBe('cache.westeurope.privatelink.batch.azure.com');
  });

  test.each([
    [
      managedRedis({ name: 'redis enterprise' }),
      {},
      '[privatelink/subresource] "redis enterprise" is not the name of a subresource; use one such as redisCache',
    ],
    [
      managedRedis({ name: '' }),
      {},
      '[privatelink/subresource] the name of the subresource is empty; use one such as redisCache',
    ],
    [
      managedRedis({ ports: ['10000', '*'] }),
      {},
      '[privatelink/subresource] "*" given for redisEnterprise; use numbers from 0 to 65535, or ranges such as 15000-15999',
    ],
    [
      managedRedis({ ports: [] }),
      {},
      '[privatelink/subresource] no port given for redisEnterprise; use numbers from 0 to 65535, or ranges such as 15000-15999',
    ],
    [
      managedRedis({ zone: PrivateLinkZone.of({ inPublic: 'redis azure net' }) }),
      {},
      '[dns/zone-name] "redis azure net" is not a domain; use one such as redis.cache.windows.net\nProd/Endpoint: [dns/zone-name] "privatelink.redis azure net" is not a domain; use one such as redis.cache.windows.net',
    ],
    [
      PrivateLinkSubresource.COSMOS_DB,
      { staticIpAddress: '10.0.0.40', dns: DnsIntegration.recordsOnly() },
      '[privatelink/static-ip] staticIpAddress given, but an endpoint of Sql has several addresses; leave staticIpAddress out',
    ],
  ])('is refused: %#', (subresource, options, expected) => {
    expect(messageOf(() => endpointTo(subresource, options))).toBe(`Prod/Endpoint: ${expected}`);
  });

  test('is refused with an empty domain for another cloud', () => {
    const zone = PrivateLinkZone.of({ inPublic: 'redis.azure.net', inChina: '' });
    expect(messageOf(() => endpointTo(managedRedis({ zone })))).toContain('[dns/zone-name] "" is not a domain');
  });

  test('is refused in a cloud whose domain is not given', () => {
    const expected =
      '[dns/zone-name] no domain is known for privatelink.redis.azure.net in the cloud of the region; give inChina to PrivateLinkZone.of(...)';
    expect(messageOf(() => MANAGED_REDIS.nameIn(AzureCloud.CHINA))).toBe(`PrivateLinkZone: ${expected}`);
    expect(messageOf(() => MANAGED_REDIS.hostIn(AzureCloud.CHINA))).toBe(`PrivateLinkZone: ${expected}`);
    expect(messageOf(() => endpointTo(managedRedis(), { location: 'chinaeast2' }))).toContain(expected);
  });
});

test.each([
  [PrivateLinkSubresource.SQL_SERVER, 'sqlServer', 'privatelink.database.windows.net', ['1433']],
  [PrivateLinkSubresource.COSMOS_DB, 'Sql', 'privatelink.documents.azure.com', ['443']],
  [PrivateLinkSubresource.REDIS_CACHE, 'redisCache', 'privatelink.redis.cache.windows.net', ['6380', '15000-15999']],
  [PrivateLinkSubresource.APP_CONFIGURATION, 'configurationStores', 'privatelink.azconfig.io', ['443']],
  [
    PrivateLinkSubresource.EVENT_HUBS,
    'namespace',
    'privatelink.servicebus.windows.net',
    ['443', '5671', '5672', '9093'],
  ],
  [PrivateLinkSubresource.SERVICE_BUS, 'namespace', 'privatelink.servicebus.windows.net', ['443', '5671', '5672']],
  [PrivateLinkSubresource.CONTAINER_REGISTRY, 'registry', 'privatelink.azurecr.io', ['443']],
  [PrivateLinkSubresource.VAULT, 'vault', 'privatelink.vaultcore.azure.net', ['443']],
])('%# has the name, zone and ports of its service', (subresource, name, zone, ports) => {
  expect(subresource.name).toBe(name);
  expect(subresource.zone.nameIn(AzureCloud.PUBLIC)).toBe(zone);
  expect(subresource.ports).toEqual(ports);
});

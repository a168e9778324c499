import { privateEndpointDnsZoneGroup } from '../../../../src/compliance/private/rules/private-endpoint/private-endpoint-dns-zone-group';
import { privateEndpointSubresource } from '../../../../src/compliance/private/rules/private-endpoint/private-endpoint-subresource';
import { verdict } from '../../../support/compliance';
import { armId } from '../../../support/ids';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const SQL = armId('Microsoft.Sql/servers', 'sql');
const COSMOS = armId('Microsoft.DocumentDB/databaseAccounts', 'cosmos');
const REGISTRY = armId('Microsoft.ContainerRegistry/registries', 'cr');

function endpointTo(id: string, subresource: string, zone?: string, location = 'centralus') {
  const stack = newStack();
  add(stack, 'azurerm_private_endpoint', 'Endpoint', {
    location,
    private_service_connection: { private_connection_resource_id: id, subresource_names: [subresource] },
    private_dns_zone_group: zone && { private_dns_zone_ids: [armId('Microsoft.Network/privateDnsZones', zone)] },
  });
  return stack;
}

test.each([
  [SQL, 'sqlServer', 'compliant: an SQL server has sqlServer'],
  [SQL, 'Sql', 'violated: error subresource_names is Sql, but an SQL server has sqlServer'],
  [COSMOS, 'sql', 'compliant: a Cosmos DB account has sql'],
  [REGISTRY, 'registry', 'compliant: a container registry has registry'],
  [armId('Microsoft.EventHub/namespaces', 'e'), 'namespace', 'compliant: an Event Hubs namespace has namespace'],
  [armId('Microsoft.ServiceBus/namespaces', 's'), 'namespace', 'compliant: a Service Bus namespace has namespace'],
  [armId('Microsoft.Cache/Redis', 'r'), 'redisCache', 'compliant: a Redis cache has redisCache'],
  [
    armId('Microsoft.AppConfiguration/configurationStores', 'a'),
    'configurationStores',
    'compliant: an App Configuration store has configurationStores',
  ],
])('PE2 of %s, %s: %s', (id, subresource, expected) => {
  expect(verdict(privateEndpointSubresource, endpointTo(id, subresource))).toBe(expected);
});

test.each([
  [
    SQL,
    'sqlServer',
    'privatelink.database.windows.net',
    'compliant: the address is recorded in privatelink.database.windows.net',
  ],
  [
    COSMOS,
    'Sql',
    'privatelink.database.windows.net',
    'violated: error private_dns_zone_group has privatelink.database.windows.net, but the service is looked up in privatelink.documents.azure.com',
  ],
  [COSMOS, 'Table', 'privatelink.table.core.windows.net', 'not applicable: the rules know no zone for Table'],
])('PE4 of %s, %s in %s: %s', (id, subresource, zone, expected) => {
  expect(verdict(privateEndpointDnsZoneGroup, endpointTo(id, subresource, zone))).toBe(expected);
});

test('PE4 in a cloud for which no zone is known', () => {
  const store = armId('Microsoft.AppConfiguration/configurationStores', 'a');
  const stack = endpointTo(store, 'configurationStores', 'privatelink.azconfig.cn', 'chinanorth3');
  expect(verdict(privateEndpointDnsZoneGroup, stack)).toBe(
    'not applicable: the rules know no zone for configurationStores',
  );
});

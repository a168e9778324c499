import { AppNetwork, dns, network, privatelink, signalr } from '../../src';
import { newApp, rules } from '../support/app';
import { armId, networkId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, resources, synth } from '../support/synth';

const { PrivateLinkConnection, PrivateLinkSubresource, PrivateLinkTarget } = privatelink;
const REDIS_ID = armId('Microsoft.Cache/redis', 'redis-chat');
const EVENT_HUBS_ID = armId('Microsoft.EventHub/namespaces', 'evhns-chat');
const SERVICE_BUS_ID = armId('Microsoft.ServiceBus/namespaces', 'sbns-chat');

const targetOf = (
  stack: ReturnType<typeof newStack>,
  id: string,
  resourceId: string,
  subresource: privatelink.PrivateLinkSubresource,
) => PrivateLinkTarget.fromConnection(stack, id, PrivateLinkConnection.resource(resourceId, subresource));

const added = (stack: ReturnType<typeof newStack>) =>
  rules(stack, 'Chat_PrivateEndpointSecurityGroup').filter(
    ([title]) => !/ (AllowApps|AllowClients|DenyAll)Inbound$/.test(title),
  );

describe('a further private endpoint', () => {
  test('is in the subnet of the architecture, which lets the app in at its ports', () => {
    const { stack, chat } = newApp({ tags: { team: 'chat' } });
    const target = targetOf(stack, 'Redis', REDIS_ID, PrivateLinkSubresource.REDIS_CACHE);
    const endpoint = chat.addPrivateEndpoint('RedisEndpoint', { name: 'pep-redis', target });
    expect(endpoint.node.path).toBe('Prod/Chat/RedisEndpoint');
    expect(resources(stack, 'azurerm_private_endpoint').find(({ name }) => name === 'pep-redis')).toMatchObject({
      location: 'centralus',
      subnet_id: expect.stringContaining('PrivateEndpointSubnet'),
      resource_group_name: expect.stringContaining('ResourceGroup'),
      private_service_connection: { private_connection_resource_id: REDIS_ID, subresource_names: ['redisCache'] },
      tags: { team: 'chat' },
    });
    expect(endpoint.dns?.privateDnsZone?.zoneName).toBe('privatelink.redis.cache.windows.net');
    expect(added(stack)).toEqual([
      ['Inbound 200 Allow AllowAppsInbound-pep-redis', '10.0.0.0/26 -> 10.0.0.64/27 Tcp undefined'],
    ]);
    expect(
      resources(stack, 'azurerm_network_security_rule').find(({ name }) => name.endsWith('pep-redis')),
    ).toMatchObject({
      destination_port_ranges: ['6380', '15000-15999'],
      description: 'Apps reach the private endpoint pep-redis',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('of the app itself is reached by those who are named, which the app alone would be', () => {
    const { stack, chat } = newApp();
    const endpoint = { name: 'pep-app', target: chat.linuxWebApp! };
    chat.addPrivateEndpoint('AppEndpoint', { ...endpoint, clients: network.RuleAddress.serviceTag('VirtualNetwork') });
    expect(added(stack)).toEqual([
      ['Inbound 201 Allow AllowClientsInbound-pep-app', 'VirtualNetwork -> 10.0.0.64/27 Tcp 443'],
    ]);
    expect(() => synth(stack)).not.toThrow();
  });

  test('opens its own address alone where that is fixed, with names and priority of an estate', () => {
    const { stack, chat } = newApp();
    chat.addPrivateEndpoint('Sql', {
      name: 'pep-sql',
      target: targetOf(stack, 'Server', armId('Microsoft.Sql/servers', 'sql'), PrivateLinkSubresource.SQL_SERVER),
      staticIpAddress: '10.0.0.80',
      clients: network.RuleAddress.cidr('10.9.0.0/24'),
      rulePriority: 300,
      appsRuleName: 'sql-from-apps',
      clientsRuleName: 'sql-from-office',
    });
    expect(added(stack)).toEqual([
      ['Inbound 300 Allow sql-from-apps', '10.0.0.0/26 -> 10.0.0.80/32 Tcp 1433'],
      ['Inbound 301 Allow sql-from-office', '10.9.0.0/24 -> 10.0.0.80/32 Tcp 1433'],
    ]);
  });

  test('shares the zone of an earlier endpoint, since a network is linked to one zone of a name', () => {
    const { stack, chat } = newApp();
    const hubs = targetOf(stack, 'Hubs', EVENT_HUBS_ID, PrivateLinkSubresource.EVENT_HUBS);
    const bus = targetOf(stack, 'Bus', SERVICE_BUS_ID, PrivateLinkSubresource.SERVICE_BUS);
    const first = chat.addPrivateEndpoint('HubsEndpoint', { name: 'pep-hubs', target: hubs });
    const second = chat.addPrivateEndpoint('BusEndpoint', { name: 'pep-bus', target: bus });
    expect(second.dns?.privateDnsZone).toBe(first.dns?.privateDnsZone);
    expect(added(stack).map(([title]) => title)).toEqual([
      'Inbound 210 Allow AllowAppsInbound-pep-bus',
      'Inbound 200 Allow AllowAppsInbound-pep-hubs',
    ]);
    expect(() => synth(stack)).not.toThrow();
  });

  test('links the new network to a zone that exists, before the endpoint is recorded there', () => {
    const { stack, chat } = newApp();
    const zone = dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
      zoneId: armId('Microsoft.Network/privateDnsZones', 'privatelink.redis.cache.windows.net'),
      zoneName: 'privatelink.redis.cache.windows.net',
    });
    const target = targetOf(stack, 'Redis', REDIS_ID, PrivateLinkSubresource.REDIS_CACHE);
    const options = { name: 'pep-redis', target, dns: privatelink.DnsIntegration.zone(zone) };
    chat.addPrivateEndpoint('RedisEndpoint', options);
    const links = () =>
      resources(stack, 'azurerm_private_dns_zone_virtual_network_link').filter(({ private_dns_zone_name: name }) =>
        name.includes('redis'),
      );
    expect(links()).toMatchObject([{ name: expect.stringMatching(/^link-pep-redis-\w+$/) }]);
    const endpoint = resources(stack, 'azurerm_private_endpoint').find(({ name }) => name === 'pep-redis');
    expect(endpoint!.depends_on.join()).toContain('Chat_RedisEndpointVirtualNetworkLink');
    const other = targetOf(stack, 'Other', `${REDIS_ID}-2`, PrivateLinkSubresource.REDIS_CACHE);
    chat.addPrivateEndpoint('OtherEndpoint', { ...options, name: 'pep-other', target: other });
    expect(links()).toHaveLength(1);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is valid for azurerm 5', () => {
    const { stack, chat } = newApp({}, newStack('Prod', { azurermMajor: 5 }));
    const target = targetOf(stack, 'Redis', REDIS_ID, PrivateLinkSubresource.REDIS_CACHE);
    const clients = network.RuleAddress.cidr('10.9.0.0/24');
    chat.addPrivateEndpoint('RedisEndpoint', { name: 'pep-redis', target, clients });
    expect(schemaViolations(synth(stack), 5)).toEqual([]);
  });

  test('leaves its record to the policy that keeps that of the service', () => {
    const { stack, chat } = newApp({ dns: privatelink.DnsIntegration.managedByPolicy() });
    const target = targetOf(stack, 'Redis', REDIS_ID, PrivateLinkSubresource.REDIS_CACHE);
    chat.addPrivateEndpoint('RedisEndpoint', { name: 'pep-redis', target });
    expect(resources(stack, 'azurerm_private_dns_zone')).toEqual([]);
    expect(resources(stack, 'azurerm_private_endpoint')[1].lifecycle).toEqual({
      ignore_changes: ['private_dns_zone_group'],
    });
  });

  test('belongs to the Serverless architecture too, whose zone of apps it shares', () => {
    const { stack, chat } = newChat();
    const target = targetOf(stack, 'Site', armId('Microsoft.Web/sites', 'other'), PrivateLinkSubresource.SITES);
    const endpoint = chat.addPrivateEndpoint('Other', { name: 'pep-other', target });
    expect(endpoint.dns?.privateDnsZone).toBe(chat.functionAppEndpoint.dns?.privateDnsZone);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('what is refused of it', () => {
  test('changes nothing: a priority or name that is taken', () => {
    const { stack, chat } = newApp();
    const before = JSON.stringify(synth(stack));
    const target = targetOf(stack, 'Redis', REDIS_ID, PrivateLinkSubresource.REDIS_CACHE);
    const endpoint = { name: 'pep-redis', target, rulePriority: 100, appsRuleName: 'AllowAppsInbound' };
    expect(messageOf(() => chat.addPrivateEndpoint('Redis', endpoint)).split('\n')).toEqual([
      'Prod/Chat/Redis: [network/rule-priority] rules AllowAppsInbound and AllowAppsInbound share the inbound priority 100; give each its own',
      'Prod/Chat/Redis: [network/rule-name] a rule AllowAppsInbound is defined already; use another name',
    ]);
    expect(JSON.stringify(synth(stack))).toBe(before);
  });

  test('rules in a network that exists', () => {
    const stack = newStack();
    const virtualNetworkId = networkId('vnet');
    const subnet = (name: string) =>
      network.Subnet.fromSubnetAttributes(stack, name, {
        subnetId: `${virtualNetworkId}/subnets/${name}`,
        virtualNetworkId,
      });
    const { chat } = newApp(
      {
        network: AppNetwork.existing({
          virtualNetwork: network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
            virtualNetworkId,
            virtualNetworkName: 'vnet',
            resourceGroupName: 'rg-net',
            location: 'centralus',
          }),
          integrationSubnet: subnet('apps'),
          privateEndpointSubnet: subnet('endpoints'),
        }),
      },
      stack,
    );
    const target = targetOf(stack, 'Redis', REDIS_ID, PrivateLinkSubresource.REDIS_CACHE);
    const clients = network.RuleAddress.serviceTag('VirtualNetwork');
    expect(messageOf(() => chat.addPrivateEndpoint('Refused', { name: 'pep-redis', target, clients }))).toBe(
      'Prod/Chat/Refused: [network/existing-network] clients given, but the security groups of a network that is given with AppNetwork.existing(...) stay as they are; leave clients out, and add the rules there',
    );
    chat.addPrivateEndpoint('Redis', { name: 'pep-redis', target });
    expect(resources(stack, 'azurerm_network_security_rule')).toEqual([]);
    expect(() => synth(stack)).not.toThrow();
  });
});

test('private clients of the service are let in beside those of an endpoint', () => {
  const { stack, chat } = newApp({ networkAccess: signalr.NetworkAccess.privateOnly() });
  const clients = network.RuleAddress.cidr('10.9.0.0/24');
  chat.addPrivateEndpoint('AppEndpoint', { name: 'pep-app', target: chat.linuxWebApp!, clients });
  expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup').map(([title]) => title)).toEqual([
    'Inbound 100 Allow AllowAppsInbound',
    'Inbound 201 Allow AllowClientsInbound-pep-app',
    'Inbound 110 Allow AllowClientsInbound',
    'Inbound 4000 Deny DenyAllInbound',
  ]);
});

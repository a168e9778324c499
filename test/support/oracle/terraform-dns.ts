import { Estate, Server, ZoneLink, ZoneReference } from './estate';
import { given, idIn, RawJson, RawResource, repeated } from './terraform';
import { LOCATION, serverAddress, subnetId } from './terraform-networks';

const ZONE = 'azurerm_private_dns_zone';
const NETWORK = 'azurerm_virtual_network';
const RESOLVER = 'azurerm_private_dns_resolver';

/** Zones, links, records, resolvers and forwarding rules. */
export function dnsResources(estate: Estate): RawResource[] {
  return [...zoneResources(estate), ...resolverResources(estate), ...rulesetResources(estate)];
}

function zoneResources(estate: Estate): RawResource[] {
  const { zones, zoneLinks, records } = estate;
  return [
    ...zones.map(({ key, subscription, name, group }): RawResource => {
      return { type: ZONE, key, subscription, body: { name, resource_group_name: group } };
    }),
    ...zoneLinks.map((link): RawResource => {
      const body = given({
        name: link.name,
        ...zoneOf('private_dns_zone_name', link.zone),
        virtual_network_id: idIn(link.network, NETWORK, estate.networks),
        resolution_policy: link.policy,
        ...repeated(link),
        ...instancesOf(estate, link),
      });
      return { type: `${ZONE}_virtual_network_link`, key: link.key, subscription: link.subscription, body };
    }),
    ...records.map((record): RawResource => {
      const { address } = record;
      const text =
        typeof address === 'string'
          ? address
          : `\${azurerm_private_endpoint.${address.endpoint}.private_service_connection[0].private_ip_address}`;
      const body = {
        name: record.name,
        ...zoneOf('zone_name', record.zone),
        ttl: 300,
        records: [text],
        ...repeated(record),
      };
      return { type: 'azurerm_private_dns_a_record', key: record.key, subscription: record.subscription, body };
    }),
  ];
}

/** What a resource has in place of one network where it has an instance for each of several. */
function instancesOf(estate: Estate, { name, network, others }: ZoneLink): RawJson {
  if (!others) return {};
  const ids = [network, ...others.networks].map((each) => idIn(each, NETWORK, estate.networks));
  if (others.by === 'forEach') {
    const byKey = Object.fromEntries(ids.map((id, index) => [`network${index}`, id]));
    return { name: `${name}-\${each.key}`, virtual_network_id: '${each.value}', for_each: byKey };
  }
  const expressions = ids.map((id) => (id.startsWith('${') ? id.slice(2, -1) : `"${id}"`));
  const chosen = `\${element([${expressions.join(', ')}], count.index)}`;
  return { name: `${name}-\${count.index}`, virtual_network_id: chosen, count: ids.length };
}

/** azurerm 4 takes the name and group of a zone, and looks in the subscription of the provider. */
function zoneOf(attribute: string, zone: ZoneReference) {
  if ('key' in zone) {
    return {
      [attribute]: `\${${ZONE}.${zone.key}.name}`,
      resource_group_name: `\${${ZONE}.${zone.key}.resource_group_name}`,
    };
  }
  return { [attribute]: zone.name, resource_group_name: zone.group };
}

function resolverResources(estate: Estate): RawResource[] {
  return estate.resolvers.flatMap(({ key, name, group, subscription, network, inbound, outbound }): RawResource[] => {
    const resolver = { private_dns_resolver_id: `\${${RESOLVER}.${key}.id}`, location: LOCATION };
    const body = {
      name,
      resource_group_name: group,
      location: LOCATION,
      virtual_network_id: idIn({ key: network }, NETWORK, estate.networks),
    };
    return [
      { type: RESOLVER, key, subscription, body },
      ...inbound.map((each): RawResource => {
        const configuration = {
          subnet_id: subnetId(estate, { key: each.subnet }),
          private_ip_allocation_method: 'Static',
          private_ip_address: each.address,
        };
        const attributes = { name: each.key, ...resolver, ip_configurations: [configuration] };
        return { type: `${RESOLVER}_inbound_endpoint`, key: each.key, subscription, body: attributes };
      }),
      ...outbound.map((each): RawResource => {
        const attributes = { name: each.key, ...resolver, subnet_id: subnetId(estate, { key: each.subnet }) };
        return { type: `${RESOLVER}_outbound_endpoint`, key: each.key, subscription, body: attributes };
      }),
    ];
  });
}

function rulesetResources(estate: Estate): RawResource[] {
  return estate.rulesets.flatMap((ruleset): RawResource[] => {
    const { key, name, group, subscription } = ruleset;
    const owner = { dns_forwarding_ruleset_id: `\${${RESOLVER}_dns_forwarding_ruleset.${key}.id}` };
    const body = {
      name,
      resource_group_name: group,
      location: LOCATION,
      private_dns_resolver_outbound_endpoint_ids: ruleset.outbound.map(
        (outbound) => `\${${RESOLVER}_outbound_endpoint.${outbound}.id}`,
      ),
    };
    return [
      { type: `${RESOLVER}_dns_forwarding_ruleset`, key, subscription, body },
      ...ruleset.rules.map((rule): RawResource => {
        const attributes = given({
          name: rule.key,
          ...owner,
          domain_name: rule.domain,
          enabled: rule.enabled,
          target_dns_servers: rule.targets.map(targetOf),
          ...repeated(rule),
        });
        return { type: `${RESOLVER}_forwarding_rule`, key: rule.key, subscription, body: attributes };
      }),
      ...ruleset.links.map((link): RawResource => {
        const network = idIn(link.network, NETWORK, estate.networks);
        const attributes = { name: link.key, ...owner, virtual_network_id: network, ...repeated(link) };
        return { type: `${RESOLVER}_virtual_network_link`, key: link.key, subscription, body: attributes };
      }),
    ];
  });
}

function targetOf(server: Server) {
  return { ip_address: serverAddress(server), port: 53 };
}

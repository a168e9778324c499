import { subnetAt } from './base-estate';
import { anyRepetition, Change, literalId, other } from './changes';
import { Estate, idOf, ID_TYPES, Network, Server, SUBSCRIPTION_IDS } from './estate';
import { PRIVATE_ZONE } from './names';

/** Changes of zones, links, records, servers, and forwarding rules. */
export const nameChanges: Readonly<Record<string, Change>> = {
  'no link': (estate) => {
    estate.zoneLinks = [];
  },
  'a link that is repeated': (estate, pick) =>
    estate.zoneLinks.filter(({ others }) => !others).forEach((link) => (link.repeat = anyRepetition(pick))),
  'a link by id': (estate, pick) => {
    for (const link of estate.zoneLinks) {
      const network = estate.networks.find(({ key }) => 'key' in link.network && link.network.key === key);
      if (!network) continue;
      link.network = literalId(network, 'network', pick(network.subscription, other(network.subscription)));
    }
  },
  'a link by the name of the zone': (estate, pick) => {
    for (const link of estate.zoneLinks) {
      link.zone = { name: PRIVATE_ZONE, group: pick('rg-dns', 'RG-DNS', 'rg-other') };
      link.subscription = pick(link.subscription, other(link.subscription));
    }
  },
  'a link that falls back': (estate) => estate.zoneLinks.forEach((link) => (link.policy = 'NxDomainRedirect')),
  'a link of another network': (estate, pick) => {
    for (const link of estate.zoneLinks) link.network = { key: pick(...estate.networks).key };
  },
  'a link of the other network too': (estate) => {
    const [link] = estate.zoneLinks;
    const linked = link && 'key' in link.network ? link.network.key : undefined;
    const rest = estate.networks.filter(({ key }) => key !== linked);
    if (!linked || link.others) return;
    rest.forEach(({ key }) =>
      estate.zoneLinks.push({ ...structuredClone(link), key: `link_${key}`, name: `link-${key}`, network: { key } }),
    );
  },
  'a link with an instance for each network': (estate, pick) => {
    const [link] = estate.zoneLinks;
    if (!link || link.repeat || estate.zoneLinks.length > 1) return;
    const others = estate.networks.filter(({ key }) => 'key' in link.network && link.network.key !== key);
    link.others = { by: pick('forEach', 'count'), networks: others.map(({ key }) => ({ key })) };
  },
  'DNS servers as a resource of their own': (estate) =>
    estate.networks.forEach((each) => (each.hasServersApart = true)),
  'a zone of another name': (estate, pick) => {
    estate.zones.forEach(
      (zone) =>
        (zone.name = pick('privatelink.azurewebsites.net', 'privatelink.service.signalr.com', 'service.signalr.net')),
    );
  },
  'zones of two subscriptions': (estate, pick) => {
    // The endpoint is recorded in one zone, and the network linked to another of the same name and group.
    const literal = (subscription: 'a' | 'b') => ({
      id: idOf(SUBSCRIPTION_IDS[subscription], 'rg-dns', `${ID_TYPES.zone}/${PRIVATE_ZONE}`),
    });
    estate.zones = [];
    estate.records = [];
    const recorded = pick('a' as const, 'b' as const);
    estate.endpoints.forEach((endpoint) => (endpoint.zones = [literal(recorded)]));
    for (const link of estate.zoneLinks) {
      link.zone = { name: PRIVATE_ZONE, group: 'rg-dns' };
      link.subscription = pick('b', 'a');
    }
  },
  'a zone by id': (estate, pick) => {
    const [zone] = estate.zones;
    if (!zone) return;
    estate.endpoints.forEach((endpoint) => {
      endpoint.zones = [literalId(zone, 'zone', pick(zone.subscription, other(zone.subscription)))];
    });
  },
  'no zone group': (estate) => estate.endpoints.forEach((endpoint) => (endpoint.zones = [])),
  'a record in place of a zone group': (estate, pick) => {
    const [zone] = estate.zones;
    if (!zone || estate.records.length > 0) return;
    const [endpoint] = estate.endpoints;
    estate.endpoints.forEach((each) => (each.zones = []));
    estate.records.push({
      key: 'record',
      name: pick(estate.service.name, estate.service.name, 'other'),
      group: zone.group,
      subscription: zone.subscription,
      zone: pick<Estate['records'][number]['zone']>({ key: zone.key }, { name: zone.name, group: zone.group }),
      address: pick<Estate['records'][number]['address']>({ endpoint: endpoint.key }, endpoint.address),
      ...(endpoint.repeat ? { address: endpoint.address } : {}),
    });
  },
  'a record that is repeated': (estate, pick) =>
    estate.records.forEach((record) => (record.repeat = anyRepetition(pick))),
  'a zone of the public name': (estate, pick) => {
    const key = 'parent';
    if (estate.zones.some((zone) => zone.key === key || zone.name === 'service.signalr.net')) return;
    const zone = { key, name: 'service.signalr.net', group: 'rg-dns', subscription: 'a' as const };
    estate.zones.push(zone);
    estate.zoneLinks.push({
      ...zone,
      key: 'parentlink',
      name: 'parent',
      zone: { key },
      network: { key: pick(...estate.networks).key },
    });
    if (pick(true, false)) {
      const { address } = estate.endpoints[0];
      estate.records.push({ ...zone, key: 'parentrecord', name: estate.service.name, zone: { key }, address });
    }
  },
  'DNS servers of the network': (estate, pick) => {
    const inbound = estate.resolvers[0]?.inbound[0].address ?? '10.1.0.100';
    estate.networks[0].dnsServers = pick<Server[]>(
      ['8.8.8.8'],
      ['10.99.0.4'],
      ['168.63.129.16'],
      [inbound],
      [inbound, '168.63.129.16'],
      [],
    );
  },
  'DNS servers of an app': (estate, pick) => {
    const setting = pick('WEBSITE_DNS_SERVER', 'website_dns_server', 'Website_Dns_Server', 'WEBSITE_DNS_ALT_SERVER');
    const inbound = estate.resolvers[0]?.inbound[0].key;
    const server = pick<Server>('8.8.8.8', '168.63.129.16', inbound ? { inbound } : '10.1.0.100', '10.99.0.4');
    const app = pick(...estate.apps.flatMap((each) => [each, ...each.slots]));
    app.settings = { [setting]: server };
  },
  'a server of the same address in another network': (estate) => {
    const [resolver] = estate.resolvers;
    if (!resolver || estate.resolvers.length > 1) return;
    const far = estate.networks.find(({ key }) => key === resolver.network)!;
    estate.networks.push(stranger(far, far.addressSpace[0].replace('.0/24', '')));
    const inbound = [{ ...resolver.inbound[0], key: 'twin_inbound', subnet: 'twin_in' }];
    estate.resolvers.push({ ...resolver, key: 'twin', name: 'twin', network: 'stranger', inbound, outbound: [] });
    if (estate.networks[0].dnsServers.length > 0) estate.networks[0].dnsServers = [resolver.inbound[0].address];
  },
  'an outbound endpoint elsewhere': (estate) => {
    const [resolver] = estate.resolvers;
    const [ruleset] = estate.rulesets;
    if (!resolver || !ruleset || estate.resolvers.length > 1) return;
    const far = estate.networks.find(({ key }) => key === resolver.network)!;
    estate.networks.push(stranger(far, '10.7.0'));
    const outbound = [{ key: 'twin_outbound', subnet: 'twin_out' }];
    estate.resolvers.push({ ...resolver, key: 'twin', name: 'twin', network: 'stranger', inbound: [], outbound });
    ruleset.outbound = ['twin_outbound'];
  },
  'rules for other names': (estate, pick) => {
    const rules = estate.rulesets.flatMap((ruleset) => ruleset.rules);
    rules.forEach(
      (rule) =>
        (rule.domain = pick('.', 'signalr.net.', `${PRIVATE_ZONE}.`, 'azurewebsites.net.', 'SERVICE.signalr.net.')),
    );
  },
  'a rule that is off': (estate) =>
    estate.rulesets.forEach(({ rules }) => rules.forEach((rule) => (rule.enabled = false))),
  'forwarding that is repeated': (estate, pick) => {
    for (const { rules, links } of estate.rulesets) {
      for (const each of pick<{ repeat?: object }[]>(rules, links)) each.repeat = anyRepetition(pick);
    }
  },
  'rules of the other network': (estate) => {
    estate.rulesets.forEach(({ links }) => links.forEach((link) => (link.network = { key: 'far' })));
  },
};

function stranger({ subscription }: Network, range: string): Network {
  return {
    key: 'stranger',
    name: 'vnet-stranger',
    group: 'rg',
    subscription,
    addressSpace: [`${range}.0/24`],
    dnsServers: [],
    form: 'separate',
    subnets: [subnetAt('twin_in', 'in', range), subnetAt('twin_out', 'out', range)],
  };
}

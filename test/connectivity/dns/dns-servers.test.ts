import { DataAzurermPrivateDnsResolver } from '@cdktf/provider-azurerm/lib/data-azurerm-private-dns-resolver';
import { DataAzurermPrivateDnsResolverDnsForwardingRuleset } from '@cdktf/provider-azurerm/lib/data-azurerm-private-dns-resolver-dns-forwarding-ruleset';
import { VirtualNetworkDnsServers } from '@cdktf/provider-azurerm/lib/virtual-network-dns-servers';
import { ConstructModel } from '../../../src/model/construct-model';
import { privateTopology, Topology, ZONE_NAME } from '../support/topology';

const HOST = 'chat.service.signalr.net';
const ALIAS = `CNAME chat.${ZONE_NAME}`;
const AZURE_DNS = '168.63.129.16';
const INBOUND_IP = '10.0.1.4';
const ELSEWHERE = 'sends queries to DNS servers whose answers are not in the configuration';
const PRIVATE = {
  kind: 'private',
  chain: [HOST, ALIAS, 'A 10.0.0.68'],
  reason: 'zone Prod/Zone, linked to Prod/Network, has the address of Prod/Endpoint',
};

/** A hub that is linked to the zone, with an inbound endpoint, and a spoke that is not. */
function hubAndSpoke(address: string | undefined = INBOUND_IP) {
  const parts = privateTopology();
  const spoke = parts.topology.network('Spoke');
  const inbound = parts.topology.inbound('Inbound', parts.network, address);
  return { ...parts, hub: parts.network, spoke, inbound, inboundIp: inbound.ipConfigurations.privateIpAddress };
}

function unknownIn(network: string) {
  return { kind: 'unknown', chain: [HOST], reason: `${network} ${ELSEWHERE}`, code: 'dns/custom-servers' };
}

function undecidedIn(asker: string, expression: string) {
  const reason = `which DNS servers ${asker} uses is only known when Terraform runs: ${expression} decides`;
  return { kind: 'unknown', chain: [HOST], reason, code: 'dns/custom-servers' };
}

describe('a network with DNS servers of its own', () => {
  test.each([[[]], [[AZURE_DNS]]])('asks Azure as long as they are %j', (servers) => {
    const { topology, network, service } = privateTopology();
    network.dnsServers = servers;
    expect(topology.resolve(service, network)).toMatchObject(PRIVATE);
  });

  test.each([[['10.9.0.4']], [[AZURE_DNS, '10.9.0.4']]])('gets an answer that is not known from %j', (servers) => {
    const { topology, network, service } = privateTopology();
    network.addOverride('dns_servers', servers);
    expect(topology.resolve(service, network)).toEqual(unknownIn('Prod/Network'));
  });

  test.each([
    [['${var.server}'], 'var.server'],
    ['${var.servers}', 'var.servers'],
    ['${azurerm_virtual_network.Other.dns_servers}', 'azurerm_virtual_network.Other.dns_servers'],
  ])('gets one that an expression decides: %j', (servers, expression) => {
    const { topology, network, service } = privateTopology();
    topology.network('Other');
    network.addOverride('dns_servers', servers);
    expect(topology.resolve(service, network)).toEqual(undecidedIn('Prod/Network', expression));
  });

  test('still gets the public address of a service without private endpoint', () => {
    const topology = new Topology();
    const network = topology.network('Network', ['10.9.0.4']);
    expect(topology.resolve(topology.service(), network).code).toBe('dns/no-endpoint');
  });

  test('may have them from a resource of their own', () => {
    const { topology, stack, network, service } = privateTopology();
    const servers = new VirtualNetworkDnsServers(stack, 'Servers', {
      virtualNetworkId: network.id,
      dnsServers: ['10.9.0.4'],
    });
    expect(topology.resolve(service, network)).toEqual(unknownIn('Prod/Network'));
    servers.virtualNetworkId = '${var.network}';
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      reason:
        'which network Prod/Servers gives DNS servers is not known, since var.network is only known when Terraform runs',
    });
  });

  test.each<[string, string[] | undefined, string[][]]>([
    ['in the network and apart', ['10.9.0.4'], [[]]],
    ['in the network, which removes them, and apart', [], [['10.9.0.4']]],
    ['apart, twice', undefined, [['10.9.0.4'], []]],
    ['apart, twice in another order', undefined, [[], ['10.9.0.4']]],
  ])('gets an answer that is not known from different servers %s', (_, inline, apart) => {
    const { topology, stack, network, service } = privateTopology();
    if (inline) network.dnsServers = inline;
    apart.forEach(
      (dnsServers, index) =>
        new VirtualNetworkDnsServers(stack, `Servers${index}`, { virtualNetworkId: network.id, dnsServers }),
    );
    expect(topology.resolve(service, network)).toMatchObject({
      kind: 'unknown',
      code: 'dns/unknown',
      reason: 'Prod/Network is given different DNS servers, also by Prod/Servers0',
    });
  });

  test('gets one answer from the same servers in the network and apart', () => {
    const { topology, stack, network, service } = privateTopology();
    network.dnsServers = [AZURE_DNS];
    new VirtualNetworkDnsServers(stack, 'Servers', { virtualNetworkId: network.id, dnsServers: [] });
    expect(topology.resolve(service, network)).toMatchObject(PRIVATE);
  });

  test.each([
    ['its address', INBOUND_IP, [INBOUND_IP]],
    ['its address, twice', INBOUND_IP, [INBOUND_IP, INBOUND_IP]],
  ])('gets what a resolver answers in its network, by %s', (_, address, servers) => {
    const { topology, spoke, service } = hubAndSpoke(address);
    spoke.dnsServers = servers;
    expect(topology.resolve(service, spoke)).toMatchObject(PRIVATE);
  });

  test('gets what a resolver answers whose address only Terraform knows', () => {
    const { topology, spoke, inbound, service } = hubAndSpoke();
    inbound.addOverride('ip_configurations.private_ip_address', undefined);
    expect(topology.resolve(service, spoke).code).toBe('dns/not-linked');
    spoke.addOverride('dns_servers', [
      `\${azurerm_private_dns_resolver_inbound_endpoint.Inbound.ip_configurations[0].private_ip_address}`,
    ]);
    expect(topology.resolve(service, spoke)).toMatchObject(PRIVATE);
  });

  test('gets what a resolver of the network itself answers', () => {
    const { topology, hub, inboundIp, service } = hubAndSpoke();
    hub.dnsServers = [inboundIp];
    expect(topology.resolve(service, hub)).toMatchObject(PRIVATE);
  });

  test('gets no answer that is known from servers that answer differently', () => {
    const { topology, spoke, inboundIp, service } = hubAndSpoke();
    spoke.dnsServers = [inboundIp, AZURE_DNS];
    expect(topology.resolve(service, spoke)).toEqual({
      kind: 'unknown',
      chain: [HOST],
      reason: 'the DNS servers of Prod/Spoke answer differently',
      code: 'dns/unknown',
    });
  });

  test('gets the answer in which the resolvers of two hubs agree', () => {
    const { topology, zone, spoke, service } = hubAndSpoke();
    const second = topology.network('Second');
    topology.inbound('SecondInbound', second, '10.0.2.4');
    spoke.dnsServers = [INBOUND_IP, '10.0.2.4'];
    expect(topology.resolve(service, spoke).kind).toBe('unknown');
    topology.link('SecondLink', zone, second);
    expect(topology.resolve(service, spoke)).toMatchObject(PRIVATE);
  });

  test('gets no answer that is known from one of two resolvers with one address', () => {
    const { topology, spoke, service } = hubAndSpoke();
    spoke.dnsServers = [INBOUND_IP];
    topology.inbound('Twin', topology.network('TwinHub'), INBOUND_IP);
    expect(topology.resolve(service, spoke)).toEqual(unknownIn('Prod/Spoke'));
  });

  test('gets no answer that is known from a resolver whose network is not known', () => {
    const { topology, stack, spoke, inbound, service } = hubAndSpoke();
    spoke.dnsServers = [INBOUND_IP];
    const lookup = new DataAzurermPrivateDnsResolver(stack, 'Lookup', { name: 'hub', resourceGroupName: 'rg-hub' });
    inbound.privateDnsResolverId = lookup.id;
    expect(topology.resolve(service, spoke)).toEqual(unknownIn('Prod/Spoke'));
    inbound.privateDnsResolverId = '${var.resolver}';
    expect(topology.resolve(service, spoke)).toEqual(unknownIn('Prod/Spoke'));
  });
});

describe('an app with DNS servers of its own', () => {
  function resolveWith(setting: string | string[] | undefined) {
    const { topology, stack, spoke, hub, service } = hubAndSpoke();
    hub.dnsServers = ['10.9.0.4'];
    spoke.addOverride('tags', { server: setting });
    const owner = ConstructModel.of(stack).all.find(({ path }) => path === spoke.node.path);
    const own = setting === undefined ? [] : [owner!.at('tags.server')];
    return topology.resolve(service, spoke, { dnsServers: { own, alternative: [] } });
  }

  test('gets what those answer, whatever its network asks', () => {
    expect(resolveWith(INBOUND_IP)).toMatchObject(PRIVATE);
    expect(resolveWith([INBOUND_IP])).toMatchObject(PRIVATE);
    expect(resolveWith('10.9.0.4')).toEqual(unknownIn('the app'));
    expect(resolveWith('${var.server}')).toEqual(undecidedIn('the app', 'var.server'));
  });

  test('gets what its network does as long as it names none', () => {
    expect(resolveWith(undefined).code).toBe('dns/not-linked');
    expect(resolveWith(AZURE_DNS).code).toBe('dns/not-linked');
  });

  test('gets no answer that is known if they are no text', () => {
    const { topology, spoke, service, stack } = hubAndSpoke();
    spoke.addOverride('tags', { server: 5 });
    const owner = ConstructModel.of(stack).all.find(({ path }) => path === spoke.node.path);
    const dnsServers = { own: [owner!.at('tags.server')], alternative: [] };
    expect(topology.resolve(service, spoke, { dnsServers })).toEqual(unknownIn('the app'));
  });
});

describe('a network with a forwarding ruleset', () => {
  test.each([['service.signalr.net.'], ['Service.SignalR.net'], ['.'], [`${HOST}.`], [`${ZONE_NAME}.`]])(
    'gets what the resolver of a hub answers, by a rule for %s',
    (domain) => {
      const { topology, spoke, inboundIp, service } = hubAndSpoke();
      topology.ruleset('Rules', { [domain]: [inboundIp] }, spoke);
      expect(topology.resolve(service, spoke)).toMatchObject(PRIVATE);
    },
  );

  test('gets the public address from a hub that is not linked either', () => {
    const { topology, stack, spoke, inboundIp, service } = hubAndSpoke();
    topology.ruleset('Rules', { 'service.signalr.net.': [inboundIp] }, spoke);
    stack.node.tryRemoveChild('Link');
    expect(topology.resolve(service, spoke)).toMatchObject({
      code: 'dns/not-linked',
      reason: `no private DNS zone for chat.${ZONE_NAME} is linked to Prod/Network, so public DNS answers`,
    });
  });

  test('follows the rule with the longest domain', () => {
    const { topology, spoke, inboundIp, service } = hubAndSpoke();
    topology.ruleset('Rules', { '.': ['10.9.0.4'], 'signalr.net.': [inboundIp], 'net.': ['10.9.0.4'] }, spoke);
    expect(topology.resolve(service, spoke)).toMatchObject(PRIVATE);
  });

  test('asks a linked zone before it follows a rule for the same name', () => {
    const { topology, hub, service } = hubAndSpoke();
    topology.ruleset('Rules', { [`${ZONE_NAME}.`]: ['10.9.0.4'] }, hub);
    expect(topology.resolve(service, hub)).toMatchObject(PRIVATE);
  });

  test('follows a rule for the host name before it asks the zone of the alias', () => {
    const { topology, hub, service } = hubAndSpoke();
    topology.ruleset('Rules', { 'service.signalr.net.': ['10.9.0.4'] }, hub);
    expect(topology.resolve(service, hub)).toEqual(unknownIn('Prod/RulesRule0'));
  });

  test.each([
    [false, 'dns/not-linked'],
    ['${var.on}', 'dns/unknown'],
    [true, undefined],
  ])('follows only rules that are enabled: %s', (enabled, code) => {
    const { topology, spoke, inboundIp, service } = hubAndSpoke();
    const [rule] = topology.ruleset('Rules', { '.': [inboundIp] }, spoke);
    rule.addOverride('enabled', enabled);
    expect(topology.resolve(service, spoke).code).toBe(code);
  });

  test.each([
    [
      'a rule whose domain only Terraform knows',
      (parts: ReturnType<typeof hubAndSpoke>) =>
        parts.topology.ruleset('Rules', { '${var.domain}': ['10.9.0.4'] }, parts.spoke),
    ],
    [
      'an existing ruleset',
      ({ topology, stack, spoke }: ReturnType<typeof hubAndSpoke>) => {
        const lookup = new DataAzurermPrivateDnsResolverDnsForwardingRuleset(stack, 'Lookup', {
          name: 'rules',
          resourceGroupName: 'rg-hub',
        });
        topology.rulesetLink('RulesLink0', lookup.id, spoke.id);
      },
    ],
    [
      'a ruleset that only Terraform knows',
      ({ topology, spoke }: ReturnType<typeof hubAndSpoke>) =>
        topology.rulesetLink('RulesLink0', '${var.ruleset}', spoke.id),
    ],
    [
      'a rule whose ruleset only Terraform knows',
      ({ topology, spoke }: ReturnType<typeof hubAndSpoke>) => {
        topology.ruleset('Rules', {}, spoke);
        topology.rule('Rule', '${var.ruleset}', 'signalr.net.', ['10.9.0.4']);
      },
    ],
  ])('gets an answer that is not known by %s', (_, define) => {
    const parts = hubAndSpoke();
    define(parts);
    expect(parts.topology.resolve(parts.service, parts.spoke)).toEqual({
      kind: 'unknown',
      chain: [HOST],
      reason: 'the rules of the ruleset of Prod/RulesLink0 are not all known in the configuration',
      code: 'dns/unknown',
    });
  });

  test('gets an answer that is not known by a ruleset that may be linked to another network', () => {
    const { topology, spoke, service } = hubAndSpoke();
    topology.rulesetLink('RulesLink', '${var.ruleset}', '${var.network}');
    expect(topology.resolve(service, spoke)).toMatchObject({
      code: 'dns/unknown',
      reason: 'whether Prod/RulesLink links Prod/Spoke is only known when Terraform runs',
    });
  });

  test('ignores a ruleset without a rule for the name', () => {
    const { topology, spoke, service } = hubAndSpoke();
    topology.ruleset('Rules', { 'contoso.com.': ['10.9.0.4'] }, spoke);
    topology.rule('Rule', '${var.ruleset}', 'fabrikam.com.', ['10.9.0.4']);
    expect(topology.resolve(service, spoke).code).toBe('dns/not-linked');
  });

  test('gets an answer that is not known from servers that only Terraform knows', () => {
    const { topology, spoke, service } = hubAndSpoke();
    const [rule] = topology.ruleset('Rules', { '.': [] }, spoke);
    rule.addOverride('target_dns_servers', '${var.servers}');
    expect(topology.resolve(service, spoke)).toEqual(unknownIn('Prod/RulesRule0'));
  });

  test('gets no answer that is known where queries go round in circles', () => {
    const { topology, stack, hub, spoke, inboundIp, service } = hubAndSpoke();
    topology.ruleset('Rules', { '.': [inboundIp] }, spoke, hub);
    stack.node.tryRemoveChild('Link');
    expect(topology.resolve(service, spoke)).toEqual({
      kind: 'unknown',
      chain: [HOST],
      reason: 'queries loop through Prod/Spoke and Prod/Network',
      code: 'dns/unknown',
    });
  });

  test('gets the public address of a service without private endpoint, wherever rules lead', () => {
    const { topology, spoke } = hubAndSpoke();
    topology.ruleset('Rules', { '.': ['10.9.0.4'] }, spoke);
    expect(topology.resolve(topology.service('open'), spoke).code).toBe('dns/no-endpoint');
  });
});

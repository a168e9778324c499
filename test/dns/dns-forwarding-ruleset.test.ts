import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformVariable } from 'cdktf';
import { DnsForwardingRuleset, DnsForwardingRulesetProps, DnsResolverOutboundEndpoint } from '../../src/dns';
import { VirtualNetwork } from '../../src/network';
import { armId, NETWORK_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { addResolverSubnet, newResolver } from '../support/resolver';
import { messageOf, newStack, only, problemsOf, resources, synth } from '../support/synth';

function newRuleset(props: Partial<DnsForwardingRulesetProps> = {}) {
  const { stack, resourceGroup, virtualNetwork, resolver } = newResolver();
  const subnet = addResolverSubnet(virtualNetwork);
  const outboundEndpoints = [resolver.addOutboundEndpoint('Out', { name: 'out-test', subnet })];
  const defaults = { name: 'dnsfrs-test', resourceGroup, outboundEndpoints };
  const ruleset = new DnsForwardingRuleset(stack, 'Rules', { ...defaults, ...props });
  return { stack, virtualNetwork, defaults, ruleset };
}

const existingEndpoint = (stack: ReturnType<typeof newStack>, location?: string) =>
  DnsResolverOutboundEndpoint.fromDnsResolverOutboundEndpointAttributes(stack, `Existing-${location}`, {
    outboundEndpointId: armId('Microsoft.Network/dnsResolvers/outboundEndpoints', 'resolver', location ?? 'unknown'),
    location,
  });

describe('DnsForwardingRuleset', () => {
  test('leads through its endpoints', () => {
    const { stack } = newRuleset({ tags: { owner: 'hub' } });
    expect(only(stack, 'azurerm_private_dns_resolver_dns_forwarding_ruleset')).toEqual({
      name: 'dnsfrs-test',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      private_dns_resolver_outbound_endpoint_ids: ['${azurerm_private_dns_resolver_outbound_endpoint.Resolver_Out.id}'],
      tags: { owner: 'hub' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lies in the region of its endpoints', () => {
    const { stack, defaults } = newRuleset();
    const outboundEndpoints = [existingEndpoint(stack), existingEndpoint(stack, 'westeurope')];
    new DnsForwardingRuleset(stack, 'West', { ...defaults, name: 'west', outboundEndpoints });
    expect(resources(stack, 'azurerm_private_dns_resolver_dns_forwarding_ruleset')).toContainEqual(
      expect.objectContaining({ location: 'westeurope' }),
    );
  });

  test('lies in the region of its resource group when no endpoint tells one', () => {
    const { stack, defaults } = newRuleset();
    new DnsForwardingRuleset(stack, 'More', {
      ...defaults,
      name: 'more',
      outboundEndpoints: [existingEndpoint(stack)],
    });
    expect(resources(stack, 'azurerm_private_dns_resolver_dns_forwarding_ruleset')).toContainEqual(
      expect.objectContaining({ name: 'more', location: 'centralus' }),
    );
  });

  test('fails without endpoints or with too many', () => {
    const { stack, defaults } = newRuleset();
    const outboundEndpoints = ['a', 'b', 'c'].map(() => defaults.outboundEndpoints[0]);
    expect(
      messageOf(() => new DnsForwardingRuleset(stack, 'No', { ...defaults, name: 'no', outboundEndpoints: [] })),
    ).toBe('Prod/No: [dns/ruleset-endpoints] 0 outbound endpoints given; give 1 or 2');
    expect(
      messageOf(() => new DnsForwardingRuleset(stack, 'Many', { ...defaults, name: 'many', outboundEndpoints })),
    ).toBe('Prod/Many: [dns/ruleset-endpoints] 3 outbound endpoints given; give 1 or 2');
  });

  test('reports every violation at once', () => {
    const { stack, defaults } = newRuleset();
    const bad = { ...defaults, name: '?', location: 'westeurope', tags: { '': '' } };
    expect(messageOf(() => new DnsForwardingRuleset(stack, 'Bad', bad))).toBe(
      [
        'Prod/Bad: [dns/name] "?" is not a ruleset name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Bad: [dns/location] westeurope given, but endpoint Prod/Resolver/Out is in centralus; use one region',
        'Prod/Bad: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('may be an existing one', () => {
    const attributes = { dnsForwardingRulesetId: armId('Microsoft.Network/dnsForwardingRulesets', 'rules') };
    const ruleset = DnsForwardingRuleset.fromDnsForwardingRulesetAttributes(newStack(), 'Rules', attributes);
    expect(ruleset).toMatchObject(attributes);
  });

  test('lies with its rules and links in the subscription of its provider', () => {
    const { stack, virtualNetwork, defaults } = newRuleset();
    const provider = new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] });
    const ruleset = new DnsForwardingRuleset(stack, 'Hub', { ...defaults, name: 'dnsfrs-hub', provider });
    ruleset.addRule('Corp', { domainName: 'corp.contoso.com', targetDnsServers: ['10.100.0.2'] });
    ruleset.addVirtualNetworkLink('Link', { virtualNetwork });
    const ofHub = { provider: 'azurerm.hub' };
    expect(resources(stack, 'azurerm_private_dns_resolver_dns_forwarding_ruleset')).toContainEqual(
      expect.objectContaining({ name: 'dnsfrs-hub', ...ofHub }),
    );
    expect(only(stack, 'azurerm_private_dns_resolver_forwarding_rule')).toMatchObject(ofHub);
    expect(only(stack, 'azurerm_private_dns_resolver_virtual_network_link')).toMatchObject(ofHub);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('DnsForwardingRuleset.addRule', () => {
  test('sends the queries for a domain to its servers', () => {
    const { stack, ruleset } = newRuleset();
    ruleset.addRule('Corp', { domainName: 'Corp.Contoso.com', targetDnsServers: ['10.100.0.2', '10.100.0.3'] });
    expect(only(stack, 'azurerm_private_dns_resolver_forwarding_rule')).toEqual({
      name: 'Corp',
      dns_forwarding_ruleset_id: '${azurerm_private_dns_resolver_dns_forwarding_ruleset.Rules.id}',
      domain_name: 'corp.contoso.com.',
      target_dns_servers: [
        { ip_address: '10.100.0.2', port: 53 },
        { ip_address: '10.100.0.3', port: 53 },
      ],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([
    ['.', '.'],
    ['corp', 'corp.'],
    ['corp.contoso.com.', 'corp.contoso.com.'],
    [Array(34).fill('a').join('.'), `${Array(34).fill('a').join('.')}.`],
  ])('writes the domain %s as Azure wants it', (domainName, written) => {
    const { stack, ruleset } = newRuleset();
    ruleset.addRule('Rule', { domainName, targetDnsServers: ['10.100.0.2'], port: 65535, name: 'rule_1' });
    expect(only(stack, 'azurerm_private_dns_resolver_forwarding_rule')).toMatchObject({
      name: 'rule_1',
      domain_name: written,
      target_dns_servers: [{ ip_address: '10.100.0.2', port: 65535 }],
    });
  });

  test.each(['', '..', 'corp..com', '-corp.com', 'corp com', Array(35).fill('a').join('.')])(
    'fails with the domain "%s"',
    (domainName) => {
      const { ruleset } = newRuleset();
      expect(messageOf(() => ruleset.addRule('Rule', { domainName, targetDnsServers: ['10.100.0.2'] }))).toBe(
        `Prod/Rules/Rule: [dns/forwarding-domain] "${domainName}" is not a domain; write 1 to 34 labels, such as corp.contoso.com, or "." for every domain`,
      );
    },
  );

  test('fails when a rule for the domain is there', () => {
    const { ruleset } = newRuleset();
    const targetDnsServers = ['10.100.0.2'];
    ruleset.addRule('Corp', { domainName: 'corp.contoso.com', targetDnsServers });
    expect(messageOf(() => ruleset.addRule('Again', { domainName: 'CORP.contoso.com.', targetDnsServers }))).toBe(
      'Prod/Rules/Again: [dns/forwarding-domain] a rule for corp.contoso.com. is defined already; give all DNS servers to one rule',
    );
  });

  test('reports every violation at once', () => {
    const { ruleset } = newRuleset();
    const targetDnsServers = ['dns.contoso.com', '168.63.129.16', ...Array<string>(5).fill('10.100.0.2')];
    expect(messageOf(() => ruleset.addRule('Rule', { domainName: '?', targetDnsServers, port: 0, name: '1' }))).toBe(
      [
        'Prod/Rules/Rule: [dns/name] "1" is not a rule name; use 1 to 80 letters, digits, dashes or underscores, beginning with a letter',
        'Prod/Rules/Rule: [dns/forwarding-domain] "?" is not a domain; write 1 to 34 labels, such as corp.contoso.com, or "." for every domain',
        'Prod/Rules/Rule: [dns/forwarding-target] "dns.contoso.com" is not an IPv4 address; use one such as 10.100.0.2',
        'Prod/Rules/Rule: [dns/forwarding-target] 168.63.129.16 is the address of Azure DNS, which Azure rejects in rules; leave the address out',
        'Prod/Rules/Rule: [dns/forwarding-target] 7 DNS servers given; give 1 to 6',
        'Prod/Rules/Rule: [dns/forwarding-target] port 0 given; use a whole number from 1 to 65535',
      ].join('\n'),
    );
  });

  test('fails without servers', () => {
    const { ruleset } = newRuleset();
    expect(messageOf(() => ruleset.addRule('Rule', { domainName: '.', targetDnsServers: [] }))).toBe(
      'Prod/Rules/Rule: [dns/forwarding-target] 0 DNS servers given; give 1 to 6',
    );
  });

  test('does not judge what is not known', () => {
    const { stack, ruleset } = newRuleset();
    const variable = (id: string) => new TerraformVariable(stack, id, {});
    ruleset.addRule('Rule', {
      name: variable('name').stringValue,
      domainName: variable('domain').stringValue,
      targetDnsServers: [variable('server').stringValue],
      port: variable('port').numberValue,
    });
    expect(only(stack, 'azurerm_private_dns_resolver_forwarding_rule')).toMatchObject({
      name: '${var.name}',
      domain_name: '${var.domain}',
      target_dns_servers: [{ ip_address: '${var.server}', port: '${var.port}' }],
    });
  });
});

describe('DnsForwardingRuleset.addVirtualNetworkLink', () => {
  test('lets a network follow the rules', () => {
    const { stack, virtualNetwork, ruleset } = newRuleset();
    ruleset.addVirtualNetworkLink('Link', { virtualNetwork });
    expect(only(stack, 'azurerm_private_dns_resolver_virtual_network_link')).toEqual({
      name: 'link-${azurerm_virtual_network.Network.name}',
      dns_forwarding_ruleset_id: '${azurerm_private_dns_resolver_dns_forwarding_ruleset.Rules.id}',
      virtual_network_id: '${azurerm_virtual_network.Network.id}',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails when the network has a ruleset or the link has no valid name', () => {
    const { stack, virtualNetwork, ruleset } = newRuleset();
    ruleset.addVirtualNetworkLink('Link', { virtualNetwork, name: 'link-test' });
    expect(messageOf(() => ruleset.addVirtualNetworkLink('Again', { virtualNetwork, name: '?' }))).toBe(
      'Prod/Rules/Again: [dns/link-name] "?" is not a link name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
    );
    ruleset.addVirtualNetworkLink('Again', { virtualNetwork, name: 'link-Test' });
    expect(problemsOf(stack)).toEqual([
      '[dns/duplicate-ruleset] Prod/Rules/Link and Prod/Rules/Again link one network to rulesets, and Azure allows one ruleset for each network; remove one link',
      '[core/duplicate-name] Prod/Rules/Link and Prod/Rules/Again are links named "link-Test" of one ruleset; give one of them another name',
    ]);
  });

  test('fails for a network in another region', () => {
    const { stack, ruleset } = newRuleset();
    const virtualNetwork = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'West', {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet-west',
      resourceGroupName: 'rg-west',
      location: 'westeurope',
    });
    expect(messageOf(() => ruleset.addVirtualNetworkLink('Link', { virtualNetwork }))).toBe(
      'Prod/Rules/Link: [dns/location] centralus given, but network Prod/West is in westeurope; use one region',
    );
  });
});

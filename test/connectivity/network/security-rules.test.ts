import { ApplicationSecurityGroup } from '@cdktf/provider-azurerm/lib/application-security-group';
import { PrivateEndpointApplicationSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/private-endpoint-application-security-group-association';
import { SubnetConfig } from '@cdktf/provider-azurerm/lib/subnet';
import { addSecurityGroup, ask, newTree, rule } from './tree';

const TOKEN = '${var.x}';
const GROUP = { id: 'Prod/Group', name: 'group', type: 'azurerm_network_security_group', subnet: 'Prod/Apps' };
type Body = Record<string, unknown>;

function outbound(...rules: Body[]) {
  const tree = newTree();
  addSecurityGroup(tree.apps, rules);
  return ask(tree.stack).toEndpoint(tree.apps, tree.endpoint);
}

function inbound(change: Partial<SubnetConfig>, ...rules: Body[]) {
  const tree = newTree(change);
  addSecurityGroup(tree.endpoints, rules);
  return ask(tree.stack).toEndpoint(tree.apps, tree.endpoint);
}

function toInternet(...rules: Body[]) {
  const tree = newTree();
  addSecurityGroup(tree.apps, rules);
  return ask(tree.stack).toInternet(tree.apps, true);
}

describe('a rule of the subnet of the apps that denies', () => {
  test.each([
    ['denied', 'everything', {}],
    ['denied', 'every protocol', { protocol: '*' }],
    ['denied', 'in other letters', { protocol: 'TCP', access: 'deny', direction: 'outbound' }],
    ['denied', 'every port', { destination_port_range: '*' }],
    ['denied', 'a range of ports', { destination_port_range: '400-500' }],
    ['denied', 'a list of ports', { destination_port_range: null, destination_port_ranges: ['80', '443'] }],
    ['denied', 'the range of the endpoints', { destination_address_prefix: '10.0.2.0/24' }],
    ['denied', 'the range of the apps', { source_address_prefix: '10.0.0.0/23' }],
    ['denied', 'the network', { destination_address_prefix: 'VirtualNetwork' }],
    ['denied', 'two halves', two('destination', '10.0.2.0/25', '10.0.2.128/25')],
    ['denied', 'every source port in numbers', { source_port_range: '0-65535' }],
    ['allowed', 'what comes in', { direction: 'Inbound' }],
    ['allowed', 'another protocol', { protocol: 'Udp' }],
    ['allowed', 'another port', { destination_port_range: '80' }],
    ['allowed', 'a range of other ports', { destination_port_range: '444-500' }],
    ['allowed', 'other ports', { destination_port_range: null, destination_port_ranges: ['80', '8443'] }],
    ['allowed', 'another range', { destination_address_prefix: '10.0.3.0/24' }],
    ['allowed', 'another sender', { source_address_prefix: '10.0.2.0/24' }],
    ['allowed', 'the internet', { destination_address_prefix: 'Internet' }],
    ['allowed', 'a service', { destination_address_prefix: 'AzureSignalR' }],
    ['allowed', 'IPv6', { destination_address_prefix: '::/0' }],
    ['unknown', 'some of the endpoints', { destination_address_prefix: '10.0.2.0/25' }],
    ['unknown', 'one address', { destination_address_prefix: '10.0.2.4' }],
    ['unknown', 'some of the apps', { source_address_prefix: '10.0.1.0/28' }],
    ['unknown', 'some source ports', { source_port_range: '50000-60000' }],
    ['unknown', 'a prefix that cannot be read', { destination_address_prefix: '10.0.2.7/24' }],
  ])('leads to %s: %s', (verdict, _, change) => {
    expect(outbound(rule(change)).verdict).toBe(verdict);
  });

  test('does so only where no rule before it allows', () => {
    const allow = (priority: number, change: Body = {}) => rule({ access: 'Allow', priority, ...change });
    expect(outbound(rule(), allow(200)).verdict).toBe('denied');
    expect(outbound(rule(), allow(99)).verdict).toBe('allowed');
    expect(outbound(rule(), allow(99, { destination_address_prefix: '10.0.2.0/26' })).verdict).toBe('unknown');
    expect(outbound(rule(), allow(99, { destination_port_range: '80' })).verdict).toBe('denied');
  });

  test.each([
    ['99', 'allowed'],
    ['1000', 'denied'],
  ])('does so only where no rule before it allows, also by priorities that are texts: %s', (priority, verdict) => {
    expect(outbound(rule({ priority: '100' }), rule({ access: 'Allow', priority })).verdict).toBe(verdict);
  });

  test('is named', () => {
    expect(outbound(rule({ name: 'DenyAll' }))).toEqual({
      verdict: 'denied',
      code: 'network/denied',
      reason:
        'security rule "DenyAll" (Prod/GroupRule0) denies HTTPS from subnet "apps" (Prod/Apps) to private endpoint "endpoint" (Prod/Endpoint)',
      decidedBy: { ...GROUP, rule: 'DenyAll' },
    });
    expect(outbound(rule({ name: 'DenySome', destination_address_prefix: '10.0.2.4' }))).toEqual({
      verdict: 'unknown',
      code: 'network/unknown',
      reason:
        'security rule "DenySome" (Prod/GroupRule0) denies HTTPS from subnet "apps" (Prod/Apps) to private endpoint "endpoint" (Prod/Endpoint), if it applies; whether it does is not known',
      decidedBy: { ...GROUP, rule: 'DenySome' },
    });
  });
});

function two(end: string, ...prefixes: string[]): Body {
  return { [`${end}_address_prefix`]: null, [`${end}_address_prefixes`]: prefixes };
}

describe('without a rule that applies', () => {
  test('the rules that Azure adds decide', () => {
    const reason = (step: { reason: string }) =>
      /"(\w+)", which Azure adds to security group "group"/.exec(step.reason)?.[1];
    const other = rule({ protocol: 'Udp' });
    expect(reason(toInternet(other))).toBe('AllowInternetOutBound');
    const tree = newTree();
    addSecurityGroup(tree.endpoints, [other]);
    expect(reason(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint))).toBe('AllowVnetInBound');
  });

  test('a subnet without a security group lets all through', () => {
    const { stack, apps, endpoint } = newTree();
    expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({
      verdict: 'allowed',
      code: 'network/allowed',
      reason: 'subnet "endpoints" (Prod/Endpoints) has no security group',
    });
  });
});

describe('rules of the subnet of the endpoints', () => {
  const deny = rule({ direction: 'Inbound' });

  test.each([
    ['denied', 'Enabled'],
    ['denied', 'NetworkSecurityGroupEnabled'],
    ['denied', 'enabled'],
    ['allowed', 'RouteTableEnabled'],
    ['allowed', 'Disabled'],
    ['allowed', undefined],
    ['unknown', TOKEN],
  ])('lead to %s with the policy %s', (verdict, privateEndpointNetworkPolicies) => {
    expect(inbound({ privateEndpointNetworkPolicies }, deny).verdict).toBe(verdict);
  });

  test('that would allow anyway do so whatever the policy', () => {
    const allow = rule({ direction: 'Inbound', access: 'Allow' });
    expect(inbound({ privateEndpointNetworkPolicies: TOKEN }, allow).verdict).toBe('allowed');
  });

  test('see the sender by its subnet', () => {
    const from = (source_address_prefix: string) => inbound({}, { ...deny, source_address_prefix }).verdict;
    expect(['10.0.1.0/24', '10.0.9.0/24', '10.0.1.0/25', 'VirtualNetwork'].map(from)).toEqual([
      'denied',
      'allowed',
      'unknown',
      'denied',
    ]);
  });
});

describe('a rule for application security groups', () => {
  function toMembers(members: string[], asked: string[] | string, end = 'destination') {
    const tree = newTree();
    ['Web', 'Hub'].forEach(
      (name) => new ApplicationSecurityGroup(tree.stack, name, { name, location: 'x', resourceGroupName: 'rg' }),
    );
    const idOf = (name: string) =>
      name === TOKEN ? TOKEN : (tree.stack.node.findChild(name) as ApplicationSecurityGroup).id;
    members.forEach((name, index) => {
      new PrivateEndpointApplicationSecurityGroupAssociation(tree.stack, `Member${index}`, {
        privateEndpointId: name === 'unplaced' ? TOKEN : tree.endpoint.id,
        applicationSecurityGroupId: idOf(name === 'unplaced' ? 'Hub' : name),
      });
    });
    const ids = typeof asked === 'string' ? asked : asked.map(idOf);
    const change = { [`${end}_address_prefix`]: null, [`${end}_application_security_group_ids`]: ids };
    addSecurityGroup(tree.apps, [rule(change)]);
    return ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict;
  }

  test.each([
    ['denied', ['Hub'], ['Hub']],
    ['denied', ['Web', 'Hub'], ['Hub']],
    ['denied', ['Hub'], [TOKEN, 'Hub']],
    ['allowed', [], ['Hub']],
    ['allowed', ['Web'], ['Hub']],
    ['allowed', [], [TOKEN]],
    ['allowed', [], TOKEN],
    ['unknown', ['Hub'], [TOKEN]],
    ['unknown', ['Hub'], TOKEN],
    ['unknown', [TOKEN], ['Hub']],
    ['unknown', ['unplaced'], ['Hub']],
  ])('leads to %s where the endpoint is in %j and the rule is for %j', (verdict, members, asked) => {
    expect(toMembers(members, asked)).toBe(verdict);
  });

  test('never applies to apps, which have no network interface in such a group', () => {
    expect(toMembers(['Hub'], ['Hub'], 'source')).toBe('allowed');
  });
});

describe('a rule for the public endpoint', () => {
  test.each([
    ['denied', '*'],
    ['denied', '0.0.0.0/0'],
    ['denied', 'Internet'],
    ['denied', 'AzureSignalR'],
    ['denied', 'AzureCloud'],
    ['unknown', 'AzureSignalR.westeurope'],
    ['unknown', 'AzureCloud.westeurope'],
    ['unknown', '20.0.0.0/8'],
    ['allowed', '10.0.0.0/8'],
    ['allowed', 'VirtualNetwork'],
    ['allowed', 'Storage'],
    ['allowed', '::/0'],
  ])('leads to %s where it denies %s', (verdict, destination_address_prefix) => {
    expect(toInternet(rule({ destination_address_prefix })).verdict).toBe(verdict);
  });

  test('is named', () => {
    expect(toInternet(rule({ name: 'NoInternet', destination_address_prefix: 'Internet' })).reason).toBe(
      'security rule "NoInternet" (Prod/GroupRule0) denies HTTPS from subnet "apps" (Prod/Apps) to AzureSignalR on the internet',
    );
  });
});

describe('what is not known', () => {
  const PRECISE = rule({
    access: 'Allow',
    source_address_prefix: '10.0.1.0/24',
    destination_address_prefix: '10.0.2.0/24',
  });
  const DENY_ALL = rule({ priority: 200 });

  test.each([
    'access',
    'priority',
    'direction',
    'protocol',
    'source_port_range',
    'destination_port_range',
    'source_address_prefix',
    'destination_address_prefix',
    'network_security_group_name',
  ])('takes the certainty from a rule that allows: %s', (attribute) => {
    expect(outbound(PRECISE, DENY_ALL).verdict).toBe('allowed');
    expect(outbound({ ...PRECISE, [attribute]: TOKEN }, DENY_ALL).verdict).toBe('unknown');
  });

  test.each([
    ['direction', { direction: 'Inbound' }],
    ['protocol', { protocol: 'Udp' }],
    ['destination_port_range', { destination_port_range: '80' }],
    ['destination_address_prefix', { destination_address_prefix: '10.9.0.0/16' }],
  ])('may make a rule apply that denies: %s', (attribute, other) => {
    expect(outbound(rule(other)).verdict).toBe('allowed');
    expect(outbound(rule({ ...other, [attribute]: TOKEN })).verdict).toBe('unknown');
  });

  test('lists are unknown, or have unknown elements', () => {
    const deny = (list: unknown) =>
      outbound(rule({ ...two('destination'), destination_address_prefixes: list })).verdict;
    expect([TOKEN, ['10.9.0.0/16', TOKEN], ['10.9.0.0/16']].map(deny)).toEqual(['unknown', 'unknown', 'allowed']);
    expect(deny(['10.0.2.0/24', TOKEN])).toBe('denied');
  });

  test('is which group a subnet has, or what is in it', () => {
    const tree = newTree();
    const { group, association } = addSecurityGroup(tree.apps, [PRECISE]);
    const verdict = () => ask(tree.stack).toEndpoint(tree.apps, tree.endpoint);
    expect(verdict().verdict).toBe('allowed');
    group.addOverride('security_rule', TOKEN);
    expect(verdict().verdict).toBe('unknown');
    group.addOverride('security_rule', [{ ...rule(), priority: 50 }]);
    expect(verdict().reason).toContain('security rule "Rule" (Prod/Group) denies');
    group.addOverride('security_rule', []);
    association.addOverride('network_security_group_id', '/subscriptions/0/resourceGroups/x/providers/y/z/old');
    expect(verdict()).toEqual({
      verdict: 'unknown',
      code: 'network/unknown',
      reason: 'the configuration does not define the security group of subnet "apps" (Prod/Apps)',
    });
    association.addOverride('network_security_group_id', group.id);
    association.addOverride('subnet_id', TOKEN);
    expect(verdict().verdict).toBe('unknown');
  });

  test('is the group that azurerm 5 attaches in the subnet, unless the tree defines it', () => {
    const tree = newTree();
    const { group, association } = addSecurityGroup(tree.endpoints, [rule()]);
    association.addOverride('subnet_id', tree.endpoints.id);
    const verdict = () => ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict;
    expect(verdict()).toBe('allowed');
    tree.apps.addOverride('network_security_group_id_wo', TOKEN);
    expect(verdict()).toBe('unknown');
    tree.apps.addOverride('network_security_group_id_wo', group.id);
    expect(verdict()).toBe('denied');
    // A state has no value of a write-only attribute, but its version, and what Azure has attached.
    tree.apps.addOverride('network_security_group_id_wo', undefined);
    tree.apps.addOverride('network_security_group_id', group.id);
    expect(verdict()).toBe('allowed');
    tree.apps.addOverride('network_security_group_id_wo_version', 7);
    expect(verdict()).toBe('denied');
    tree.apps.addOverride('network_security_group_id', TOKEN);
    expect(verdict()).toBe('unknown');
  });
});

import { nsgNoAnyInbound } from '../../../../src/compliance/private/rules/network/nsg-no-any-inbound';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const GROUP = 'azurerm_network_security_group';
const RULE = 'azurerm_network_security_rule';
const ALLOW = {
  name: 'in',
  priority: 200,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  source_address_prefix: 'Internet',
  source_port_range: '*',
  destination_address_prefix: '*',
  destination_port_range: '443',
};
const DENY = { ...ALLOW, name: 'no', priority: 100, access: 'Deny', protocol: '*', destination_port_range: '*' };

const inline = (title: string, rules: object[], ...expected: string[]): Case => [
  title,
  (s) => add(s, GROUP, 'Group', { name: 'nsg', resource_group_name: 'rg', security_rule: rules }),
  expected.map((each) => `Group: ${each}`),
];
const from = (who: string, what = ' to Tcp 443') =>
  `${what === '' ? 'error' : 'warning'} [Rule::in] the rule in allows traffic from ${who}${what}`;
const unsure = (decides: string) =>
  `unknown, whether a rule before in denies what it allows is not known: ${decides} decides`;
const sources = (...source_address_prefixes: string[]) => ({
  ...ALLOW,
  source_address_prefix: undefined,
  source_address_prefixes,
});

checkRule(nsgNoAnyInbound, [
  inline('443', [ALLOW], from('Internet')),
  inline(
    'a rule in the letters of another tool',
    [{ ...ALLOW, access: 'allow', direction: 'inbound', protocol: 'tcp', source_address_prefix: 'internet' }],
    from('internet', ' to tcp 443'),
  ),
  ...['*', '22', '3389', '5985-5986', '20-30', '0-65535'].map((ports) =>
    inline(`ports ${ports}`, [{ ...ALLOW, destination_port_range: ports }], from('Internet', '')),
  ),
  inline(
    'a port of management among others',
    [{ ...ALLOW, destination_port_range: undefined, destination_port_ranges: ['80', '22'] }],
    from('Internet', ''),
  ),
  inline('ping', [{ ...ALLOW, protocol: 'Icmp', destination_port_range: '*' }], from('Internet', ' to Icmp *')),
  inline(
    'ports that only Terraform knows',
    [{ ...ALLOW, destination_port_range: '${var.port}' }],
    'unknown, which ports the rule in opens to Internet is only known when Terraform runs',
  ),

  ...['0.0.0.0/1', '198.0.0.0/7', '1.2.3.4/0', '/0', '2000::/3', 'AzureCloud', 'AzureCloud.westeurope'].map((source) =>
    inline(`from ${source}`, [{ ...ALLOW, source_address_prefix: source }], from(source)),
  ),
  inline('from both halves', [sources('0.0.0.0/1', '128.0.0.0/1')], from('0.0.0.0/1')),
  inline('from two large ranges', [sources('9.0.0.0/8', '11.0.0.0/8')], from('9.0.0.0/8 with 11.0.0.0/8')),
  ...['9.0.0.0/8', '10.0.0.0/8', 'fc00::/7', '2001:db8::/32', 'AzureFrontDoor.Backend', 'VirtualNetwork'].map(
    (source) => inline(`from ${source}`, [{ ...ALLOW, source_address_prefix: source }], 'compliant'),
  ),
  inline('from all private ranges', [sources('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16')], 'compliant'),

  inline('denied before', [ALLOW, DENY], 'compliant'),
  inline('denied before, from all', [{ ...ALLOW, source_address_prefix: '*' }, DENY], 'compliant'),
  inline(
    'denied before, for the network',
    [ALLOW, { ...DENY, destination_address_prefix: 'VirtualNetwork' }],
    'compliant',
  ),
  inline(
    'denied before, for the port',
    [ALLOW, { ...DENY, protocol: 'tcp', destination_port_range: '400-500' }],
    'compliant',
  ),
  inline(
    'halves denied before, by one rule',
    [
      { ...ALLOW, source_address_prefix: '0.0.0.0/0' },
      { ...DENY, source_address_prefix: undefined, source_address_prefixes: ['0.0.0.0/1', '128.0.0.0/1'] },
    ],
    'compliant',
  ),
  inline('denied after', [ALLOW, { ...DENY, priority: 300 }], from('Internet')),
  inline('denied out', [ALLOW, { ...DENY, direction: 'Outbound' }], from('Internet')),
  inline('a half denied before', [ALLOW, { ...DENY, source_address_prefix: '0.0.0.0/1' }], from('Internet')),
  inline('IPv4 denied before', [ALLOW, { ...DENY, source_address_prefix: '0.0.0.0/0' }], from('Internet')),
  inline('another port denied before', [ALLOW, { ...DENY, destination_port_range: '80' }], from('Internet')),
  inline('UDP denied before', [ALLOW, { ...DENY, protocol: 'Udp' }], from('Internet')),
  inline(
    'denied before for an address',
    [ALLOW, { ...DENY, destination_address_prefix: '10.0.0.4' }],
    from('Internet'),
  ),
  inline(
    'maybe denied before',
    [ALLOW, { ...DENY, access: '${var.access}' }],
    `${unsure('var.access')}; which sources the rule no allows is only known when Terraform runs`,
  ),
  inline(
    'denied in an order that only Terraform knows',
    [ALLOW, { ...DENY, priority: '${var.first}' }],
    unsure('var.first'),
  ),
  inline(
    'denied for whom only Terraform knows',
    [ALLOW, { ...DENY, source_address_prefix: '${var.x}' }],
    unsure('var.x'),
  ),
  [
    'denied before by rules of their own',
    (s) => {
      const name = add(s, GROUP, 'Group', { name: 'nsg', resource_group_name: 'rg' }).ref('name');
      [ALLOW, DENY].forEach((rule) =>
        add(s, RULE, rule.name, { ...rule, network_security_group_name: name, resource_group_name: 'rg' }),
      );
    },
    ['Group: compliant', 'in: compliant', 'no: compliant'],
  ],
  [
    'denied before in another group',
    (s) => {
      add(s, GROUP, 'Group', { name: 'nsg', resource_group_name: 'rg' });
      add(s, GROUP, 'Other', { name: 'other', resource_group_name: 'rg', security_rule: [DENY] });
      add(s, RULE, 'In', { ...ALLOW, network_security_group_name: 'nsg', resource_group_name: 'rg' });
    },
    ['Group: compliant', 'Other: compliant', `In: ${from('Internet')}`],
  ],
]);

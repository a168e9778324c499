import { TerraformStack } from 'cdktf';
import { SecurityProfile } from '../../../../src/compliance';
import { NETWORK_RULES } from '../../../../src/compliance/private/rules/network';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [, , , , , noAnyInbound, restrictsOutbound] = NETWORK_RULES;

const GROUP = 'azurerm_network_security_group';
const RULE = 'azurerm_network_security_rule';
const INBOUND = { name: 'in', direction: 'Inbound', access: 'Allow', source_address_prefix: '10.0.0.0/24' };

const rule =
  (change: object): Case[1] =>
  (s) =>
    add(s, RULE, 'Rule', { ...INBOUND, ...change });

checkRule(noAnyInbound, [
  ...['*', 'Internet', '0.0.0.0/0', '::/0', 'any'].map((source): Case => [
    `from ${source}`,
    rule({ source_address_prefix: source }),
    [`Rule: error [Rule::in] the rule in allows traffic from ${source}`],
  ]),
  [
    'from everybody among others',
    rule({ source_address_prefix: undefined, source_address_prefixes: ['10.0.0.0/8', '0.0.0.0/0'] }),
    ['Rule: error [Rule::in] the rule in allows traffic from 0.0.0.0/0'],
  ],
  ['from a range', rule({}), ['Rule: compliant']],
  ['from everybody, denied', rule({ source_address_prefix: '*', access: 'Deny' }), ['Rule: compliant']],
  ['to everybody', rule({ source_address_prefix: '*', direction: 'Outbound' }), ['Rule: compliant']],
  [
    'from a variable',
    rule({ source_address_prefix: '${var.x}' }),
    ['Rule: unknown, which sources the rule in allows is only known when Terraform runs'],
  ],
  [
    'from everybody, maybe',
    rule({ source_address_prefix: '*', access: '${var.x}' }),
    ['Rule: unknown, which sources the rule in allows is only known when Terraform runs'],
  ],
  [
    'inline',
    (s) =>
      add(s, GROUP, 'Group', { security_rule: [INBOUND, { ...INBOUND, name: 'all', source_address_prefix: '*' }] }),
    ['Group: error [Rule::all] the rule all allows traffic from *'],
  ],
  ['a group without rules', (s) => add(s, GROUP, 'Group'), ['Group: compliant']],
  [
    'rules that only Terraform knows',
    (s) => add(s, GROUP, 'Group', { security_rule: '${var.rules}' }),
    ['Group: unknown, the rules are only known when Terraform runs'],
  ],
]);

const OUTBOUND = {
  direction: 'Outbound',
  protocol: '*',
  source_address_prefix: '*',
  source_port_range: '*',
  destination_port_range: '*',
};
const allow = (name: string, priority: number, destination: string, change: object = {}) => ({
  ...OUTBOUND,
  name,
  priority,
  access: 'Allow',
  destination_address_prefix: destination,
  ...change,
});
const deny = (name: string, priority: number, destination: string, change: object = {}) =>
  allow(name, priority, destination, { access: 'Deny', ...change });
const HTTPS = { protocol: 'Tcp', destination_port_range: '443' };
const OPEN = 'no rule denies outbound traffic to the internet, which Azure allows by default';

/** A group with inline rules, on the subnet of an app. */
const group = (s: TerraformStack, security_rule: unknown, of: object = {}) => {
  const made = add(s, GROUP, 'Group', { name: 'nsg', resource_group_name: 'rg', security_rule });
  const subnet = add(s, 'azurerm_subnet', 'Subnet', { name: 'apps', resource_group_name: 'rg' });
  add(s, 'azurerm_subnet_network_security_group_association', 'Association', {
    subnet_id: subnet.ref(),
    network_security_group_id: made.ref(),
    ...of,
  });
  add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: subnet.ref() });
  return { made, subnet };
};

const judged = (title: string, rules: object[], expected: string[]): Case => [title, (s) => group(s, rules), expected];
const { ISOLATED } = SecurityProfile;
const DENIED = deny('no', 200, 'Internet');

checkRule(restrictsOutbound, [
  judged('no rules', [], [`Group: info [Internet] ${OPEN}`]),
  ['no rules, isolated', (s) => group(s, []), [`Group: warning [Internet] ${OPEN}`], ISOLATED],
  judged('the internet denied', [DENIED], ['Group: compliant']),
  judged('part of the internet denied', [deny('no', 200, 'Internet', HTTPS)], [`Group: info [Internet] ${OPEN}`]),
  judged(
    'everything denied before what is allowed',
    [deny('none', 100, '*'), allow('app', 200, 'VirtualNetwork', HTTPS)],
    [
      'Group: warning [SignalR] the rule none denies what goes to private endpoints, and no rule before it allows port 443',
    ],
  ),
  judged(
    'everything denied after what is allowed',
    [deny('none', 200, '*'), allow('app', 100, '10.0.0.0/27', { ...HTTPS, destination_port_range: '400-500' })],
    ['Group: compliant'],
  ),
  judged(
    'another port allowed',
    [deny('none', 200, '*'), allow('app', 100, '10.0.0.0/27', { ...HTTPS, destination_port_range: '80' })],
    [
      'Group: warning [SignalR] the rule none denies what goes to private endpoints, and no rule before it allows port 443',
    ],
  ),
  judged(
    'the internet allowed before it is denied',
    [DENIED, allow('out', 100, '0.0.0.0/0', HTTPS)],
    ['Group: info [Internet] the rule out allows apps to reach the internet'],
  ),
  judged(
    'a variable',
    [deny('no', 200, '${var.x}')],
    ['Group: unknown, the outbound rules are only known when Terraform runs'],
  ),
  judged(
    'an unknown direction',
    [{ ...DENIED, direction: '${var.x}' }],
    ['Group: unknown, the outbound rules are only known when Terraform runs'],
  ),
  [
    'unknown rules',
    (s) => group(s, '${var.x}'),
    ['Group: unknown, the outbound rules are only known when Terraform runs'],
  ],
  [
    'a rule of its own, by reference, in another stack',
    (s) => {
      const { made } = group(s, []);
      const other = newStack('Other', undefined, s.node.root);
      add(other, RULE, 'Rule', { ...DENIED, network_security_group_name: made.ref('name') });
    },
    ['Group: compliant'],
  ],
  [
    'a rule of its own, by name',
    (s) => [
      group(s, []),
      add(s, RULE, 'Rule', { ...DENIED, resource_group_name: 'RG', network_security_group_name: 'NSG' }),
    ],
    ['Group: compliant'],
  ],
  [
    'a rule of an unknown group',
    (s) => [group(s, []), add(s, RULE, 'Rule', { ...DENIED, network_security_group_name: '${var.x}' })],
    ['Group: unknown, the outbound rules are only known when Terraform runs'],
  ],
  [
    'a rule of another group',
    (s) => [
      group(s, []),
      add(s, RULE, 'Rule', { ...DENIED, network_security_group_name: 'other', resource_group_name: 'rg' }),
    ],
    [`Group: info [Internet] ${OPEN}`],
  ],
  [
    'no subnet',
    (s) => add(s, GROUP, 'Group'),
    ['Group: not applicable, no app calls out through a subnet of the group'],
  ],
  [
    'a subnet that only Terraform knows',
    (s) => group(s, [], { subnet_id: '${var.x}' }),
    ['Group: unknown, a subnet of Prod/Group is not known'],
  ],
  [
    'in the form of azurerm 5',
    (s) => {
      const made = add(s, GROUP, 'Group');
      const subnet = add(s, 'azurerm_subnet', 'Subnet', { network_security_group_id_wo: made.ref() });
      add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: subnet.ref() });
    },
    [`Group: info [Internet] ${OPEN}`],
  ],
  [
    'in the form of azurerm 5, as a state keeps it',
    (s) => {
      const made = add(s, GROUP, 'Group');
      const subnet = add(s, 'azurerm_subnet', 'Subnet', {
        network_security_group_id_wo_version: 7,
        network_security_group_id: made.ref(),
      });
      add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: subnet.ref() });
    },
    [`Group: info [Internet] ${OPEN}`],
  ],
  ...[
    ['inline', { route: [{ address_prefix: '0.0.0.0/0', next_hop_type: 'VirtualAppliance' }] }, undefined],
    ['by reference', {}, (table: any) => ({ route_table_name: table.ref('name') })],
    ['by name', {}, () => ({ route_table_name: 'rt', resource_group_name: 'rg' })],
  ].map(([title, table, route]: any): Case => [
    `a firewall, its route ${title}`,
    (s) => {
      const { subnet } = group(s, []);
      const made = add(s, 'azurerm_route_table', 'Table', { name: 'rt', resource_group_name: 'rg', ...table });
      add(s, 'azurerm_subnet_route_table_association', 'Routes', {
        subnet_id: subnet.ref(),
        route_table_id: made.ref(),
      });
      const tunnel = { address_prefix: '0.0.0.0/0', next_hop_type: 'VirtualAppliance' };
      if (route) add(s, 'azurerm_route', 'Route', { ...tunnel, ...route(made) });
    },
    ['Group: compliant'],
  ]),
  [
    'a route to elsewhere',
    (s) => {
      const { subnet } = group(s, []);
      const made = add(s, 'azurerm_route_table', 'Table');
      add(s, 'azurerm_route', 'Route', { address_prefix: '0.0.0.0/0', next_hop_type: 'None', route_table_name: 'x' });
      subnet.addOverride('route_table_id_wo', made.ref());
    },
    [`Group: info [Internet] ${OPEN}`],
  ],
]);

import { nsgRestrictsOutbound } from '../../../../src/compliance/private/rules/network/nsg-restricts-outbound';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const ALLOW = {
  name: 'out',
  priority: 200,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  source_address_prefix: '*',
  source_port_range: '*',
  destination_address_prefix: 'Internet',
  destination_port_range: '443',
};
const DENY = { ...ALLOW, name: 'no', priority: 300, access: 'Deny', protocol: '*', destination_port_range: '*' };

/** A group with rules on the subnet of an app. */
const guarded = (title: string, security_rule: object[], expected: string, subnet: object = {}): Case => [
  title,
  (s) => {
    const address_prefixes = ['10.1.0.0/26'];
    const made = add(s, 'azurerm_network_security_group', 'Group', { name: 'nsg', security_rule });
    const of = add(s, 'azurerm_subnet', 'Subnet', { name: 'apps', address_prefixes, ...subnet });
    const attached = { subnet_id: of.ref(), network_security_group_id: made.ref() };
    add(s, 'azurerm_subnet_network_security_group_association', 'Association', attached);
    add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: of.ref() });
  },
  [`Group: ${expected}`],
];
const from = (source_address_prefix: string) => ({ ...DENY, source_address_prefix });
const to = (...destination_address_prefixes: string[]) => ({
  ...ALLOW,
  destination_address_prefix: undefined,
  destination_address_prefixes,
});
const OPEN = 'info [Internet] no rule denies outbound traffic to the internet, which Azure allows by default';
const LETS = 'info [Internet] the rule out allows apps to reach the internet';
const unsure = (name: string) => `unknown, whether the rule ${name} applies to all that the apps send is not known`;
const UNKNOWN_RANGE = { address_prefixes: ['${var.range}'] };

checkRule(nsgRestrictsOutbound, [
  ...['*', 'VirtualNetwork', '10.1.0.0/26', '10.0.0.0/8'].map((source) =>
    guarded(`denied from ${source}`, [from(source)], 'compliant'),
  ),
  ...['10.2.0.0/24', 'AzureLoadBalancer', '203.0.113.7'].map((source) =>
    guarded(`denied from ${source}`, [from(source)], OPEN),
  ),
  guarded('denied from a part of the subnet', [from('10.1.0.0/27')], unsure('no')),
  guarded('denied from a range that may be that of the subnet', [from('10.1.0.0/26')], unsure('no'), UNKNOWN_RANGE),
  guarded(
    'denied from whom only Terraform knows',
    [from('${var.x}')],
    'unknown, the outbound rules are only known when Terraform runs',
  ),
  guarded('allowed from elsewhere', [{ ...ALLOW, source_address_prefix: '10.2.0.0/24' }, DENY], 'compliant'),
  guarded(
    'allowed from what may be the subnet',
    [{ ...ALLOW, source_address_prefix: '10.1.0.0/26' }, DENY],
    unsure('out'),
    UNKNOWN_RANGE,
  ),

  ...['AzureCloud', 'AzureCloud.westeurope', '0.0.0.0/1'].map((destination) =>
    guarded(`allowed to ${destination}`, [to(destination), DENY], LETS),
  ),
  guarded('allowed to both halves', [to('0.0.0.0/1', '128.0.0.0/1'), DENY], LETS),
  guarded('allowed to services', [to('AzureSignalR', 'AzureActiveDirectory'), DENY], 'compliant'),
  guarded('allowed for names', [{ ...ALLOW, protocol: 'Udp', destination_port_range: '53' }, DENY], 'compliant'),
  guarded(
    'denied in halves',
    [
      { ...DENY, destination_address_prefix: '0.0.0.0/1' },
      { ...DENY, name: 'more', priority: 310, destination_address_prefix: '128.0.0.0/1' },
    ],
    'compliant',
  ),
  guarded('denied in one half', [{ ...DENY, destination_address_prefix: '0.0.0.0/1' }], OPEN),
  guarded(
    'allowed to a half that is denied before',
    [{ ...DENY, name: 'half', priority: 100, destination_address_prefix: '0.0.0.0/1' }, to('0.0.0.0/1'), DENY],
    'compliant',
  ),
  [
    'nothing denied, on two subnets',
    (s) => {
      const made = add(s, 'azurerm_network_security_group', 'Group', { name: 'nsg' });
      for (const id of ['A', 'B']) {
        const subnet = add(s, 'azurerm_subnet', id, { name: id, network_security_group_id_wo: made.ref() });
        add(s, 'azurerm_linux_web_app', `App${id}`, { virtual_network_subnet_id: subnet.ref() });
      }
    },
    [`Group: ${OPEN}`],
  ],
  guarded('denied to Azure', [{ ...DENY, destination_address_prefix: 'AzureCloud' }], OPEN),
]);

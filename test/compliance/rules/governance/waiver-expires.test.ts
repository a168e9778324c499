import { GOVERNANCE_RULES } from '../../../../src/compliance/private/rules/governance';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const rule = GOVERNANCE_RULES.find(({ id }) => id === 'GOV2')!;

const given = (title: string, attributes: object, expected: string, scope: string = 'resource'): Case => [
  title,
  (s) => add(s, `azurerm_${scope}_policy_exemption`, 'Exemption', attributes),
  [`Exemption: ${expected}`],
];
const WAIVER = { exemption_category: 'Waiver' };
const OPEN = 'info [] expires_on is not set';

checkRule(rule, [
  ['no exemption', (s) => add(s, 'azurerm_subnet', 'Subnet'), []],
  ...['resource', 'resource_group', 'subscription', 'management_group'].map((scope) =>
    given(`no end, on a ${scope}`, WAIVER, OPEN, scope),
  ),
  given('an end', { ...WAIVER, expires_on: '2099-12-31T00:00:00Z' }, 'compliant'),
  given('mitigated', { exemption_category: 'Mitigated' }, 'not applicable, exemption_category is Mitigated'),
  given(
    'a variable for the end',
    { ...WAIVER, expires_on: '${var.x}' },
    'unknown, expires_on is var.x, which is only known when Terraform runs',
  ),
  given(
    'a variable for the category',
    { exemption_category: '${var.x}' },
    'unknown, exemption_category is var.x, which is only known when Terraform runs',
  ),
  given(
    'a variable for the category, and an end',
    { exemption_category: '${var.x}', expires_on: '2099-12-31T00:00:00Z' },
    'compliant',
  ),
]);

import { KEY_VAULT_RULES } from '../../../../src/compliance/private/rules/key-vault';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const [renewal, strength] = KEY_VAULT_RULES.filter(({ id }) => ['KV8', 'KV9'].includes(id));

const given = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => add(s, 'azurerm_key_vault_certificate', 'Certificate', { name: 'chat', ...attributes }),
  [`Certificate: ${expected}`],
];
const policy = (more: object = {}) => ({
  certificate_policy: [
    {
      key_properties: [{ key_type: 'RSA', key_size: 2048 }],
      x509_certificate_properties: [{ validity_in_months: 12 }],
      ...more,
    },
  ],
});
const actions = (...types: string[]) =>
  policy({ lifetime_action: types.map((action_type) => ({ action: [{ action_type }], trigger: [{}] })) });
const IMPORTED = { certificate: [{ contents: '${var.pfx}', password: 'hidden' }] };
const LAPSES = 'warning [] no lifetime_action of certificate_policy has the action_type AutoRenew';
const none: Case = ['no certificate', (s) => add(s, 'azurerm_key_vault', 'Vault'), []];

checkRule(renewal, [
  none,
  given('no action', policy(), LAPSES),
  given('no policy', {}, LAPSES),
  given('a mail alone', actions('EmailContacts'), LAPSES),
  given('renewal', actions('AutoRenew'), 'compliant'),
  given('a mail and renewal', actions('EmailContacts', 'AutoRenew'), 'compliant'),
  given('an imported one', IMPORTED, 'not applicable, it is imported, and the team that imports it renews it'),
  given(
    'an imported one with a policy',
    { ...IMPORTED, ...policy() },
    'not applicable, it is imported, and the team that imports it renews it',
  ),
  given(
    'a variable',
    actions('${var.x}'),
    'unknown, lifetime_action.action.action_type is var.x, which is only known when Terraform runs',
  ),
  given(
    'dynamic actions',
    policy({ dynamic: { lifetime_action: {} } }),
    'unknown, certificate_policy.lifetime_action is only known when Terraform runs',
  ),
  given(
    'a dynamic policy',
    { dynamic: { certificate_policy: {} } },
    'unknown, certificate_policy is only known when Terraform runs',
  ),
  given(
    'dynamic contents',
    { ...policy(), dynamic: { certificate: {} } },
    'unknown, certificate is only known when Terraform runs',
  ),
]);

const key = (key_type: string, key_size?: unknown) => policy({ key_properties: [{ key_type, key_size }] });
const months = (validity_in_months: unknown) => policy({ x509_certificate_properties: [{ validity_in_months }] });

checkRule(strength, [
  none,
  given('2048 bits, a year', policy(), 'compliant'),
  given('4096 bits', key('RSA-HSM', 4096), 'compliant'),
  given('the default size', key('RSA'), 'compliant'),
  given('1024 bits', key('RSA', 1024), 'warning [KeySize] key_properties.key_size of an RSA key is 1024'),
  given('1024 bits in an HSM', key('RSA-HSM', 1024), 'warning [KeySize] key_properties.key_size of an RSA key is 1024'),
  given('an elliptic curve', key('EC', 256), 'compliant'),
  given('an elliptic curve, with a variable', key('EC', '${var.x}'), 'compliant'),
  given('13 months', months(13), 'warning [Validity] x509_certificate_properties.validity_in_months is 13'),
  given('one month', months(1), 'compliant'),
  given('an imported one', IMPORTED, 'not applicable, it is imported as it is'),
  given(
    'a variable for the size',
    key('RSA', '${var.x}'),
    'unknown, key_properties.key_size is var.x, which is only known when Terraform runs',
  ),
  given(
    'a variable for the type of a short key',
    key('${var.x}', 256),
    'unknown, key_properties.key_type is var.x, which is only known when Terraform runs',
  ),
  given('a variable for the type of a long key', key('${var.x}', 4096), 'compliant'),
  given(
    'a variable for the validity',
    months('${var.x}'),
    'unknown, x509_certificate_properties.validity_in_months is var.x, which is only known when Terraform runs',
  ),
  given(
    'a dynamic policy',
    { dynamic: { certificate_policy: {} } },
    'unknown, certificate_policy is only known when Terraform runs',
  ),
]);

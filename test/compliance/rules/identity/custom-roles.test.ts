import { IDENTITY_RULES } from '../../../../src/compliance/private/rules/identity';
import { Case, checkRule } from '../../../support/compliance';
import { add, PlainData } from '../../../support/plain-azurerm';

const rule = IDENTITY_RULES.find(({ id }) => id === 'IAM5')!;

const SUBSCRIPTION = '/subscriptions/11111111-1111-1111-1111-111111111111';
const ALL = { permissions: [{ actions: ['*'] }] };
const given = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => add(s, 'azurerm_role_definition', 'Role', { name: 'r', scope: SUBSCRIPTION, ...attributes }),
  [`Role: ${expected}`],
];

checkRule(rule, [
  ['no role', (s) => add(s, 'azurerm_subnet', 'Subnet'), []],
  given('all actions', ALL, 'error [] it permits all actions on a subscription'),
  given(
    'all actions on a management group',
    { ...ALL, scope: '/providers/Microsoft.Management/managementGroups/mg' },
    'error [] it permits all actions on a management group',
  ),
  [
    'all actions on the subscription of the provider',
    (s) => {
      const subscription = new PlainData(s, 'azurerm_subscription', 'Subscription', {});
      add(s, 'azurerm_role_definition', 'Role', { name: 'r', scope: subscription.ref(), ...ALL });
    },
    ['Role: error [] it permits all actions on a subscription'],
  ],
  given(
    'all actions, for the root',
    { ...ALL, assignable_scopes: [SUBSCRIPTION, '/'] },
    'error [] it permits all actions on a whole directory',
  ),
  given(
    'all actions among others',
    { permissions: [{ actions: ['Microsoft.Web/*'] }, { actions: ['*/read', '*'] }] },
    'error [] it permits all actions on a subscription',
  ),
  given(
    'all actions but some',
    { permissions: [{ actions: ['*'], not_actions: ['Microsoft.Authorization/*/write'] }] },
    'warning [] it permits all actions but some on a subscription',
  ),
  given('all of one service', { permissions: [{ actions: ['Microsoft.Web/*'] }] }, 'compliant'),
  given('all reads', { permissions: [{ actions: ['*/read'] }] }, 'compliant'),
  given('no actions', { permissions: [{ data_actions: ['*'] }] }, 'compliant'),
  given('all actions in a resource group', { ...ALL, scope: `${SUBSCRIPTION}/resourceGroups/rg` }, 'compliant'),
  given(
    'all actions, for a resource group alone',
    { ...ALL, assignable_scopes: [`${SUBSCRIPTION}/resourceGroups/rg`] },
    'compliant',
  ),
  given(
    'all actions, also for a subscription',
    { ...ALL, scope: `${SUBSCRIPTION}/resourceGroups/rg`, assignable_scopes: [SUBSCRIPTION] },
    'error [] it permits all actions on a subscription',
  ),
  given(
    'a variable for the actions',
    { permissions: [{ actions: '${var.x}' }] },
    'unknown, permissions.actions is var.x, which is only known when Terraform runs',
  ),
  given(
    'a variable for what is taken away',
    { permissions: [{ actions: ['*'], not_actions: '${var.x}' }] },
    'unknown, permissions.not_actions is var.x, which is only known when Terraform runs',
  ),
  given(
    'a variable for the scope',
    { ...ALL, scope: '${var.x}' },
    'unknown, the scope of the role is only known when Terraform runs',
  ),
  given(
    'dynamic permissions',
    { dynamic: { permissions: {} } },
    'unknown, the permissions are only known when Terraform runs',
  ),
]);

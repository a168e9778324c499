import { DataAzurermSubscription } from '@cdktf/provider-azurerm/lib/data-azurerm-subscription';
import { TerraformStack } from 'cdktf';
import { IDENTITY_RULES } from '../../../../src/compliance/private/rules/identity';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import {
  APP_SERVER,
  grant,
  grantApp,
  GROUP_ID,
  identity,
  inSubscription,
  on,
  OWNER,
  people,
  ROLES,
  service,
  SERVICE_ID,
  strangers,
} from '../../../support/role-grants';
import { inSubscription as placeIn } from '../../../support/synth';

const [, , scopeIsResource, principalType] = IDENTITY_RULES;
const SKIP = 'skip_service_principal_aad_check';
const NOT_KNOWN = 'Grant: unknown, what the role permits is not known';

const broad = (title: string, define: (s: TerraformStack) => string, kind: string, noun: string): Case => [
  title,
  (s) => grant(s, { scope: define(s), ...APP_SERVER }),
  [`Grant: warning [Scope::${kind}] SignalR App Server is assigned on a ${noun}, not on a SignalR service`],
];

checkRule(scopeIsResource, [
  ['the service', on(APP_SERVER), ['Grant: compliant']],
  ['its id', (s) => grant(s, { scope: SERVICE_ID, ...APP_SERVER }), ['Grant: compliant']],
  broad(
    'a group',
    (s) => add(s, 'azurerm_resource_group', 'Group', { name: 'rg' }).ref(),
    'ResourceGroup',
    'resource group',
  ),
  broad('the id of a group', () => `${GROUP_ID}/`, 'ResourceGroup', 'resource group'),
  broad(
    'a group of a subscription that only Terraform knows',
    () => '/subscriptions/${join("/", var.x)}/resourceGroups/rg',
    'ResourceGroup',
    'resource group',
  ),
  broad('a subscription', (s) => new DataAzurermSubscription(s, 'Subscription').id, 'Subscription', 'subscription'),
  broad('the id of a subscription', () => '/subscriptions/0', 'Subscription', 'subscription'),
  broad(
    'a management group',
    (s) => add(s, 'azurerm_management_group', 'Group').ref(),
    'ManagementGroup',
    'management group',
  ),
  broad(
    'the id of a management group',
    () => '/providers/Microsoft.Management/managementGroups/x',
    'ManagementGroup',
    'management group',
  ),
  [
    'a variable',
    (s) => grant(s, { scope: '${var.x}', ...APP_SERVER }),
    ['Grant: unknown, the scope is only known when Terraform runs'],
  ],
  [
    'another role',
    (s) => [service(s), grant(s, { scope: GROUP_ID, role_definition_name: 'Reader' })],
    ['Grant: not applicable, Reader does not permit access to a SignalR service'],
  ],
  [
    'much on a group whose name only Terraform knows',
    (s) => {
      const group = add(s, 'azurerm_resource_group', 'Group', { name: '${var.x}' });
      service(s, { resource_group_name: group.ref('name') });
      grantApp(s, { scope: group.ref(), role_definition_name: 'Contributor' });
    },
    ['Grant: warning [Scope::ResourceGroup] Contributor is assigned on a resource group, not on a SignalR service'],
  ],
  [
    'much on the subscription',
    (s) => inSubscription(s, '/subscriptions/0', 'Contributor'),
    ['Grant: warning [Scope::Subscription] Contributor is assigned on a subscription, not on a SignalR service'],
  ],
  [
    'much on another subscription',
    (s) => inSubscription(s, '/subscriptions/1', 'Contributor'),
    ['Grant: not applicable, no SignalR service is in the scope'],
  ],
  [
    'much on a subscription that is looked up',
    (s) => {
      placeIn(s);
      service(s);
      grantApp(s, { scope: new DataAzurermSubscription(s, 'Other', { subscriptionId: '1' }).id, ...OWNER });
    },
    ['Grant: not applicable, no SignalR service is in the scope'],
  ],
  ...people.map(([title, principal]): Case => [
    `much on the group for ${title}`,
    (s) => [service(s), grant(s, { scope: GROUP_ID, ...OWNER, ...principal(s) })],
    ['Grant: info [Scope::ResourceGroup] Owner is assigned on a resource group, not on a SignalR service'],
  ]),
  ...strangers.map(([title, principal, who]): Case => [
    `much on the group for ${title}`,
    (s) => [service(s), grant(s, { scope: GROUP_ID, ...OWNER, ...principal(s) })],
    [`Grant: unknown, whether ${who} is an application is not known`],
  ]),
  [
    'much on the group by Privileged Identity Management',
    (s) => {
      service(s);
      const principal_id = identity(s).ref('principal_id');
      const role_definition_id = `${ROLES}/8e3af657-a8ff-443c-a75c-2fe8c4bcb635`;
      add(s, 'azurerm_pim_active_role_assignment', 'Grant', { scope: GROUP_ID, role_definition_id, principal_id });
    },
    ['Grant: warning [Scope::ResourceGroup] Owner is assigned on a resource group, not on a SignalR service'],
  ],
  [
    'much on the subscription of no service',
    (s) => grant(s, { scope: '/subscriptions/0', role_definition_name: 'Contributor' }),
    ['Grant: not applicable, no SignalR service is in the scope'],
  ],
]);

checkRule(principalType, [
  ['absent', on(APP_SERVER), ['Grant: info [] principal_type is not set']],
  ['absent, but without a look-up', on({ ...APP_SERVER, [SKIP]: true }), ['Grant: compliant']],
  ['absent, with a look-up', on({ ...APP_SERVER, [SKIP]: false }), ['Grant: info [] principal_type is not set']],
  [
    'absent, and whether it is looked up is a variable',
    on({ ...APP_SERVER, [SKIP]: '${var.x}' }),
    [`Grant: unknown, ${SKIP} is var.x, which is only known when Terraform runs`],
  ],
  [
    'given, and whether it is looked up is a variable',
    on({ ...APP_SERVER, [SKIP]: '${var.x}', principal_type: 'ServicePrincipal' }),
    ['Grant: compliant'],
  ],
  ['given', on({ ...APP_SERVER, principal_type: 'ServicePrincipal' }), ['Grant: compliant']],
  [
    'a variable, which may be null',
    on({ ...APP_SERVER, principal_type: '${var.x}' }),
    ['Grant: unknown, principal_type is var.x, which is only known when Terraform runs'],
  ],
  ['a variable for the role', on({ role_definition_id: '${var.x}' }), [NOT_KNOWN]],
  [
    'another role',
    on({ role_definition_name: 'Reader' }),
    ['Grant: not applicable, Reader does not permit access to a SignalR service'],
  ],
]);

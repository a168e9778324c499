import { DataAzurermRoleDefinition } from '@cdktf/provider-azurerm/lib/data-azurerm-role-definition';
import { DataAzurermSubscription } from '@cdktf/provider-azurerm/lib/data-azurerm-subscription';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { TerraformStack } from 'cdktf';
import { IDENTITY_RULES } from '../../../../src/compliance/private/rules/identity';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const [, leastPrivilege, scopeIsResource, principalType] = IDENTITY_RULES;

const GROUP_ID = '/subscriptions/0/resourceGroups/rg';
const SERVICE_ID = `${GROUP_ID}/providers/Microsoft.SignalRService/signalR/chat`;
const ROLES = '/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions';
const APP_SERVER = { role_definition_id: `${ROLES}/420fcaa2-552c-430f-98ca-3264be4806c7` };
const SERVICE_OWNER = { role_definition_name: 'SignalR Service Owner' };

const service = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_signalr_service', 'Service', { name: 'chat', resource_group_name: 'rg', ...attributes });
const grant = (s: TerraformStack, attributes: object) => add(s, 'azurerm_role_assignment', 'Grant', attributes);
const identity = (s: TerraformStack) => add(s, 'azurerm_user_assigned_identity', 'Identity', { name: 'id' });

/** A service, and a role on it. */
const on =
  (role: object, mode: object = {}): Case[1] =>
  (s) =>
    grant(s, { scope: service(s, mode).ref(), ...role });
const named = (role_definition_name: string, expected: string, mode?: object): Case => [
  `${role_definition_name} ${JSON.stringify(mode ?? {})}`,
  on({ role_definition_name }, mode),
  [`Grant: ${expected}`],
];
const tooMuch = (name: string) =>
  `error [Role::${name}] ${name} gives more than an application needs on a SignalR service`;
const NOT_OF_SIGNALR = 'Grant: not applicable, the role is not known to be one for SignalR';
const NOT_KNOWN = 'Grant: unknown, what the role permits is not known';

const HUB_SERVER = { Azure__SignalR__ConnectionString: 'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi' };
const BINDINGS = { AzureSignalRConnectionString__serviceUri: 'https://chat.service.signalr.net' };

/** The owner role on a service in Default mode, for an identity. */
const ownerOf = (s: TerraformStack) =>
  grant(s, { scope: service(s).ref(), principal_id: identity(s).ref('principal_id'), ...SERVICE_OWNER });

/** An app that signs in as that identity. */
const callAs = (s: TerraformStack, type: string, app_settings: object) => {
  const identity_ids = [`\${azurerm_user_assigned_identity.${s.node.findChild('Identity').node.id}.id}`];
  return add(s, `azurerm_${type}`, type, { identity: [{ type: 'UserAssigned', identity_ids }], app_settings });
};

/** A role that the tree defines, on a service. */
const defined = (title: string, permissions: unknown, expected: string): Case => [
  title,
  (s) => {
    const role = add(s, 'azurerm_role_definition', 'Role', { name: 'Chat Role', permissions });
    on({ role_definition_id: role.ref('role_definition_resource_id') })(s);
  },
  [expected],
];

checkRule(leastPrivilege, [
  named('SignalR App Server', 'compliant'),
  named('SignalR REST API Owner', 'compliant', { service_mode: 'Serverless' }),
  named('SignalR Service Reader (Preview)', 'compliant'),
  named('SignalR Service Owner', 'compliant', { service_mode: 'Serverless' }),
  named('SignalR Service Owner', 'unknown, the mode of the service is not known', { service_mode: '${var.x}' }),
  named('SignalR Service Owner', 'unknown, how the principal calls the service is not known'),
  [
    'SignalR Service Owner for an identity that a hub server and functions share',
    (s) => [ownerOf(s), callAs(s, 'linux_web_app', HUB_SERVER), callAs(s, 'linux_function_app', BINDINGS)],
    ['Grant: compliant'],
  ],
  [
    'SignalR Service Owner for the identity of a hub server',
    (s) => [ownerOf(s), callAs(s, 'linux_web_app', HUB_SERVER)],
    [
      'Grant: warning [Role::SignalR Service Owner] SignalR Service Owner opens the whole service, and hub servers need SignalR App Server alone',
    ],
  ],
  [
    'SignalR Service Owner for the identity of an app that reads a setting of its own',
    (s) => [ownerOf(s), callAs(s, 'linux_web_app', { Chat: HUB_SERVER.Azure__SignalR__ConnectionString })],
    ['Grant: unknown, how the principal calls the service is not known'],
  ],
  ...[
    'Owner',
    'Contributor',
    'User Access Administrator',
    'SignalR AccessKey Reader',
    'SignalR/Web PubSub Contributor',
  ].map((name) => named(name, tooMuch(name))),
  named('SignalR Contributor', tooMuch('SignalR/Web PubSub Contributor')),
  named('Reader', 'not applicable, Reader does not open a SignalR service'),
  named('My Role', NOT_KNOWN.slice('Grant: '.length)),
  [
    'by id',
    on({ role_definition_id: `${ROLES}/B24988AC-6180-42a0-ab88-20f7382dd24c` }),
    [`Grant: ${tooMuch('Contributor')}`],
  ],
  [
    'by an id that begins with an expression',
    (s) => {
      const made = service(s);
      const start = `\${join("/", slice(split("/", azurerm_signalr_service.${made.friendlyUniqueId}.id), 0, 3))}`;
      const role_definition_id = `${start}/providers/Microsoft.Authorization/roleDefinitions/04165923-9d83-45d5-8227-78b77b0a687e`;
      grant(s, { scope: made.ref(), role_definition_id });
    },
    [`Grant: ${tooMuch('SignalR AccessKey Reader')}`],
  ],
  [
    'looked up',
    (s) => {
      const role = new DataAzurermRoleDefinition(s, 'Role', { name: 'Contributor' });
      on({ role_definition_id: role.id })(s);
    },
    [`Grant: ${tooMuch('Contributor')}`],
  ],
  [
    'looked up, but unknown',
    (s) => on({ role_definition_id: new DataAzurermRoleDefinition(s, 'Role', { name: 'My Role' }).id })(s),
    [NOT_KNOWN],
  ],
  ['a variable', on({ role_definition_id: '${var.x}' }), [NOT_KNOWN]],
  [
    'a variable on the group',
    (s) => [service(s), grant(s, { scope: GROUP_ID, role_definition_id: '${var.x}' })],
    [NOT_KNOWN],
  ],
  [
    'a variable on something else',
    (s) => [service(s), grant(s, { scope: '/subscriptions/0/resourceGroups/x', role_definition_id: '${var.x}' })],
    [NOT_OF_SIGNALR],
  ],
  [
    'another role on the group',
    (s) => [service(s), grant(s, { scope: GROUP_ID, role_definition_name: 'Storage Blob Data Owner' })],
    [NOT_OF_SIGNALR],
  ],
  [
    'much on what only Terraform knows',
    (s) => grant(s, { scope: '${var.x}', role_definition_name: 'Owner' }),
    ['Grant: unknown, the scope is only known when Terraform runs'],
  ],
  [
    'much on something else',
    (s) => [service(s), grant(s, { scope: identity(s).ref(), role_definition_name: 'Owner' })],
    ['Grant: not applicable, no SignalR service is in the scope'],
  ],
  [
    'a service outside of the tree',
    (s) => grant(s, { scope: SERVICE_ID, role_definition_name: 'Owner' }),
    [`Grant: ${tooMuch('Owner')}`],
  ],
  [
    'the owner role on a service outside of the tree',
    (s) => grant(s, { scope: SERVICE_ID, ...SERVICE_OWNER }),
    ['Grant: unknown, the mode of the service is not known'],
  ],
  [
    'with the classes of the provider bindings',
    (s) => {
      const scope = service(s).ref();
      new RoleAssignment(s, 'Grant', { scope, principalId: 'x', roleDefinitionName: 'Owner' });
    },
    [`Grant: ${tooMuch('Owner')}`],
  ],
  defined(
    'defined with data actions',
    [{ data_actions: ['Microsoft.SignalRService/SignalR/auth/accessKey/action'] }],
    'Grant: compliant',
  ),
  defined('defined with all actions', [{ actions: ['*'] }], `Grant: ${tooMuch('Chat Role')}`),
  defined(
    'defined with the keys',
    [{ actions: ['Microsoft.SignalRService/SignalR/listKeys/action'] }],
    `Grant: ${tooMuch('Chat Role')}`,
  ),
  defined(
    'defined with all actions but the keys',
    [{ actions: ['Microsoft.SignalRService/*'], not_actions: ['*/listKeys/action'] }],
    'Grant: not applicable, Chat Role does not open a SignalR service',
  ),
  defined('defined with what only Terraform knows', '${var.x}', NOT_KNOWN),
  defined('defined with actions that only Terraform knows', [{ actions: '${var.x}' }], NOT_KNOWN),
]);

const broad = (title: string, define: (s: TerraformStack) => string, kind: string, noun: string): Case => [
  title,
  (s) => grant(s, { scope: define(s), ...APP_SERVER }),
  [`Grant: error [Scope::${kind}] SignalR App Server is assigned on a ${noun}, not on a SignalR service`],
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
    ['Grant: not applicable, Reader does not open a SignalR service'],
  ],
  [
    'much on a group whose name only Terraform knows',
    (s) => {
      const group = add(s, 'azurerm_resource_group', 'Group', { name: '${var.x}' });
      service(s, { resource_group_name: group.ref('name') });
      grant(s, { scope: group.ref(), role_definition_name: 'Contributor' });
    },
    ['Grant: error [Scope::ResourceGroup] Contributor is assigned on a resource group, not on a SignalR service'],
  ],
  [
    'much on the subscription',
    (s) => [service(s), grant(s, { scope: '/subscriptions/0', role_definition_name: 'Contributor' })],
    ['Grant: error [Scope::Subscription] Contributor is assigned on a subscription, not on a SignalR service'],
  ],
  [
    'much on the subscription of no service',
    (s) => grant(s, { scope: '/subscriptions/0', role_definition_name: 'Contributor' }),
    ['Grant: not applicable, no SignalR service is in the scope'],
  ],
]);

checkRule(principalType, [
  ['absent', on(APP_SERVER), ['Grant: info [] principal_type is not set']],
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
    ['Grant: not applicable, Reader does not open a SignalR service'],
  ],
]);

import { DataAzurermRoleDefinition } from '@cdktf/provider-azurerm/lib/data-azurerm-role-definition';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { TerraformStack } from 'cdktf';
import { IDENTITY_RULES } from '../../../../src/compliance/private/rules/identity';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import {
  federated,
  grant,
  grantApp,
  GROUP_ID,
  identity,
  inSubscription,
  on,
  people,
  ROLES,
  service,
  SERVICE_ID,
  SERVICE_OWNER,
  strangers,
} from '../../../support/role-grants';

const [, leastPrivilege] = IDENTITY_RULES;

const named = (role_definition_name: string, expected: string, mode?: object): Case => [
  `${role_definition_name} ${JSON.stringify(mode ?? {})}`,
  on({ role_definition_name }, mode),
  [`Grant: ${expected}`],
];
const tooMuch = (name: string) =>
  `error [Role::${name}] ${name} permits more than an application needs on a SignalR service`;
const NOT_OF_SIGNALR = 'Grant: not applicable, whether the role is for SignalR is not known';
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

const powerOf = (power: string) => `Grant: ${tooMuch('Chat Role')}: ${power}`;
const NO_ROLE = 'Grant: not applicable, Chat Role does not permit access to a SignalR service';
const allBut = (action: string) =>
  ['listKeys/action', 'regenerateKey/action', 'write']
    .map((each) => `SignalR/${each}`)
    .filter((each) => each !== action)
    .map((each) => `microsoft.signalrservice/${each.toLowerCase()}`);

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
  named('Reader', 'not applicable, Reader does not permit access to a SignalR service'),
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
      grantApp(s, { scope: made.ref(), role_definition_id });
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
    (s) => grantApp(s, { scope: SERVICE_ID, role_definition_name: 'Owner' }),
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
      const principalId = identity(s).ref('principal_id');
      new RoleAssignment(s, 'Grant', { scope, principalId, roleDefinitionName: 'Owner' });
    },
    [`Grant: ${tooMuch('Owner')}`],
  ],
  defined(
    'defined with data actions',
    [{ data_actions: ['Microsoft.SignalRService/SignalR/auth/accessKey/action'] }],
    'Grant: compliant',
  ),
  defined(
    'defined with all actions',
    [{ actions: ['*'] }],
    powerOf('Microsoft.SignalRService/SignalR/listKeys/action'),
  ),
  ...['SignalR/listKeys/action', 'SignalR/regenerateKey/action', 'SignalR/write'].flatMap((action): Case[] => [
    defined(
      `defined with ${action}`,
      [{ actions: [`Microsoft.SignalRService/${action}`] }],
      powerOf(`Microsoft.SignalRService/${action}`),
    ),
    defined(
      `defined with all that Microsoft.SignalRService has but the others, so with ${action}`,
      [{ actions: ['Microsoft.SignalRService/*'], not_actions: allBut(action) }],
      powerOf(`Microsoft.SignalRService/${action}`),
    ),
  ]),
  ...['roleAssignments', 'roleDefinitions'].map((what) =>
    defined(
      `defined with ${what}/write`,
      [{ actions: ['Microsoft.Authorization/' + what + '/*'] }],
      powerOf(`Microsoft.Authorization/${what}/write`),
    ),
  ),
  defined(
    'defined with what another block takes away',
    [{ actions: ['Microsoft.SignalRService/SignalR/write'] }, { actions: [], not_actions: ['*'] }],
    powerOf('Microsoft.SignalRService/SignalR/write'),
  ),
  defined(
    'defined with reading alone',
    [{ actions: ['*/read', 'Microsoft.SignalRService/SignalR/restart/action'] }],
    'Grant: not applicable, Chat Role does not permit access to a SignalR service',
  ),
  defined('defined with all actions but those', [{ actions: ['*'], not_actions: ['Microsoft.*'] }], NO_ROLE),
  defined(
    'defined with exceptions that only Terraform knows',
    [{ actions: ['*'], not_actions: '${var.x}' }],
    NOT_KNOWN,
  ),
  defined('defined with all data actions but those', [{ data_actions: ['*'], not_data_actions: ['*'] }], NO_ROLE),
  ...people.map(([title, principal]): Case => [
    `much for ${title}`,
    (s) => grant(s, { scope: service(s).ref(), role_definition_name: 'Contributor', ...principal(s) }),
    ['Grant: info [Role::Contributor] Contributor permits a person to manage a SignalR service'],
  ]),
  ...strangers.map(([title, principal, who]): Case => [
    `much for ${title}`,
    (s) => grant(s, { scope: service(s).ref(), role_definition_name: 'Contributor', ...principal(s) }),
    [`Grant: unknown, whether ${who} is an application is not known`],
  ]),
  ...['linux_web_app', 'windows_function_app_slot', 'container_app', 'linux_virtual_machine'].map((type): Case => [
    `much for azurerm_${type}`,
    (s) => {
      const principal_id = add(s, `azurerm_${type}`, 'Holder').ref('identity[0].principal_id');
      grant(s, { scope: service(s).ref(), role_definition_name: 'Contributor', principal_id });
    },
    [`Grant: ${tooMuch('Contributor')}`],
  ]),
  [
    'much for an identity with which workloads of Kubernetes sign in',
    (s) =>
      grant(s, {
        scope: service(s).ref(),
        role_definition_name: 'Contributor',
        ...federated(s, 'https://eastus.oic.prod-aks.azure.com/x/y/'),
      }),
    [`Grant: ${tooMuch('Contributor')}`],
  ],
  [
    'much for an identity with which nobody knows who signs in',
    (s) => grant(s, { scope: service(s).ref(), role_definition_name: 'Contributor', ...federated(s, '${var.x}') }),
    ['Grant: unknown, whether pipelines sign in as Prod/Identity is not known, since var.x is not'],
  ],
  ...['active', 'eligible'].map((kind): Case => [
    `much, ${kind} by Privileged Identity Management`,
    (s) =>
      add(s, `azurerm_pim_${kind}_role_assignment`, 'Grant', {
        scope: service(s).ref(),
        role_definition_id: `${ROLES}/b24988ac-6180-42a0-ab88-20f7382dd24c`,
        principal_id: identity(s).ref('principal_id'),
      }),
    [`Grant: ${tooMuch('Contributor')}`],
  ]),
  [
    'much on another subscription than the service is in',
    (s) => inSubscription(s, '/subscriptions/1', 'Owner'),
    ['Grant: not applicable, no SignalR service is in the scope'],
  ],
  [
    'much on the subscription that the service is in',
    (s) => inSubscription(s, '/subscriptions/0', 'Owner'),
    [`Grant: ${tooMuch('Owner')}`],
  ],
  [
    'much on a subscription, where nothing says which one the service is in',
    (s) => [service(s), grantApp(s, { scope: '/subscriptions/1', role_definition_name: 'Owner' })],
    ['Grant: unknown, whether a SignalR service is in the scope is not known'],
  ],
  defined('defined with what only Terraform knows', '${var.x}', NOT_KNOWN),
  defined('defined with actions that only Terraform knows', [{ actions: '${var.x}' }], NOT_KNOWN),
]);

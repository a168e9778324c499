import { DataAzurermUserAssignedIdentity } from '@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity';
import { TerraformStack } from 'cdktf';
import { IDENTITY_RULES } from '../../../../src/compliance/private/rules/identity';
import { Case, checkRule } from '../../../support/compliance';
import { PlainResource, add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [appHasRole] = IDENTITY_RULES;

const GROUP_ID = '/subscriptions/0/resourceGroups/rg';
const SERVICE_ID = `${GROUP_ID}/providers/Microsoft.SignalRService/signalR/chat`;
const ROLES = '/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions';
const APP_SERVER = { role_definition_id: `${ROLES}/420fcaa2-552c-430f-98ca-3264be4806c7` };
const SERVICE_OWNER = { role_definition_name: 'SignalR Service Owner' };
const CONNECTION = 'Azure__SignalR__ConnectionString';
const HOST = 'https://chat.service.signalr.net';

const service = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_signalr_service', 'Service', { name: 'chat', resource_group_name: 'rg', ...attributes });
const grant = (s: TerraformStack, attributes: object) => add(s, 'azurerm_role_assignment', 'Grant', attributes);
const identity = (s: TerraformStack) => add(s, 'azurerm_user_assigned_identity', 'Identity', { name: 'id' });

const system = { type: 'SystemAssigned' };
const app = (s: TerraformStack, made: PlainResource, attributes: object = { identity: [system] }) =>
  add(s, 'azurerm_linux_web_app', 'App', {
    app_settings: { [CONNECTION]: `Endpoint=https://${made.ref('hostname')};AuthType=azure.msi;` },
    ...attributes,
  });
/** The same, which signs in with a client id. */
const appOf = (s: TerraformStack, made: PlainResource, client: string, attributes: object) =>
  app(s, made, {
    app_settings: { [CONNECTION]: `Endpoint=https://${made.ref('hostname')};AuthType=azure.msi;ClientId=${client};` },
    ...attributes,
  });
const user = (identity_ids: unknown) => ({ identity: { type: 'UserAssigned', identity_ids } });
const NONE = 'App: error [] it has no data role on Prod/Service';
const ELSEWHERE =
  'App: warning [] no role assignment of the configuration is known to be for it, so another team must assign its identity a role on Prod/Service';
const NO_SYSTEM = `${NONE}: it signs in with a system-assigned identity, which it does not have`;
const GUID = '11111111-1111-1111-1111-111111111111';
const MAYBE = 'App: unknown, to whom the roles on the service are assigned is not known';

/** A service, an app with its own identity, and a role for that identity. */
const granted =
  (role: object, mode: object = {}): Case[1] =>
  (s) => {
    const made = service(s, mode);
    grant(s, { scope: made.ref(), principal_id: app(s, made).ref('identity[0].principal_id'), ...role });
  };

/** A service, functions with their own identity that call it, and a role for that identity. */
const calledByFunctions =
  (role: object, service_mode: string): Case[1] =>
  (s) => {
    const scope = service(s, { service_mode }).ref();
    const app_settings = { AzureSignalRConnectionString__serviceUri: HOST };
    const functions = add(s, 'azurerm_linux_function_app', 'App', { identity: [system], app_settings });
    grant(s, { scope, principal_id: functions.ref('identity[0].principal_id'), ...role });
  };

checkRule(appHasRole, [
  [
    'no service',
    (s) => add(s, 'azurerm_linux_web_app', 'App'),
    ['App: not applicable, it signs in to no SignalR service with its identity'],
  ],
  ['no role', (s) => app(s, service(s)), [ELSEWHERE]],
  ['a role for its own identity', granted(APP_SERVER), ['App: compliant']],
  ['the owner role in Default mode', granted(SERVICE_OWNER), ['App: compliant']],
  ['the owner role in Serverless mode', granted(SERVICE_OWNER, { service_mode: 'Serverless' }), ['App: compliant']],
  ['a role for servers in Serverless mode', granted(APP_SERVER, { service_mode: 'Serverless' }), [NONE]],
  ['a role for the REST API in Default mode', granted({ role_definition_name: 'SignalR REST API Owner' }), [NONE]],
  ...['Default', 'Serverless'].flatMap((service_mode): Case[] => [
    [
      `the owner role for functions in ${service_mode} mode`,
      calledByFunctions(SERVICE_OWNER, service_mode),
      ['App: compliant'],
    ],
    [`a role for servers for functions in ${service_mode} mode`, calledByFunctions(APP_SERVER, service_mode), [NONE]],
  ]),
  ['a role that manages', granted({ role_definition_name: 'Contributor' }), [NONE]],
  ['a role that only Terraform knows', granted({ role_definition_id: '${var.x}' }), [MAYBE]],
  [
    'a role for an assigned identity, in another stack, on the group',
    (s) => {
      const made = service(s);
      const principal = identity(s);
      appOf(s, made, principal.ref('client_id'), user([principal.ref()]));
      const other = newStack('Other', undefined, s.node.root);
      grant(other, { scope: GROUP_ID.toUpperCase(), principal_id: principal.ref('principal_id'), ...APP_SERVER });
    },
    ['App: compliant'],
  ],
  [
    'a role for its own identity, which it has not',
    (s) => {
      const made = service(s);
      const principal_id = app(s, made, user([identity(s).ref()])).ref('identity[0].principal_id');
      grant(s, { scope: made.ref(), principal_id, ...APP_SERVER });
    },
    [NO_SYSTEM],
  ],
  [
    'a role for an identity that is looked up',
    (s) => {
      const made = service(s);
      const found = new DataAzurermUserAssignedIdentity(s, 'Found', { name: 'id', resourceGroupName: 'rg' });
      appOf(s, made, found.clientId, user([found.id]));
      grant(s, { scope: made.ref(), principal_id: found.principalId, ...APP_SERVER });
    },
    ['App: compliant'],
  ],
  [
    'a role for another identity',
    (s) => {
      const made = service(s);
      app(s, made);
      grant(s, { scope: made.ref(), principal_id: identity(s).ref('principal_id'), ...APP_SERVER });
    },
    [ELSEWHERE],
  ],
  [
    'a role on another service',
    (s) => {
      const made = service(s);
      grant(s, {
        scope: SERVICE_ID.replace('chat', 'x'),
        principal_id: app(s, made).ref('identity[0].principal_id'),
        ...APP_SERVER,
      });
    },
    [NONE],
  ],
  [
    'a role for a group, perhaps',
    (s) => {
      const made = service(s);
      app(s, made);
      grant(s, { scope: SERVICE_ID, principal_id: '00000000-0000-0000-0000-000000000001', ...APP_SERVER });
    },
    [MAYBE],
  ],
  [
    'a role that covers what only Terraform knows',
    (s) => [app(s, service(s)), grant(s, { scope: '${var.x}', ...APP_SERVER })],
    [MAYBE],
  ],
  ['an identity outside of the tree', (s) => appOf(s, service(s), GUID, user(['/identities/x'])), [MAYBE]],
  ['identities that only Terraform knows', (s) => appOf(s, service(s), GUID, user('${var.x}')), [MAYBE]],
  [
    'a service by its name',
    (s) => [
      service(s),
      add(s, 'azurerm_linux_function_app', 'App', { app_settings: { AzureSignalRConnectionString__serviceUri: HOST } }),
    ],
    [NO_SYSTEM],
  ],
  [
    'a service outside of the tree',
    (s) => add(s, 'azurerm_linux_web_app', 'App', { app_settings: { AzureSignalRConnectionString__serviceUri: HOST } }),
    ['App: unknown, it names a service that is not in the configuration'],
  ],
  [
    'another principal',
    (s) =>
      add(s, 'azurerm_linux_web_app', 'App', {
        app_settings: { [CONNECTION]: `Endpoint=${HOST};AuthType=azure.app;ClientId=x` },
      }),
    ['App: not applicable, it signs in to no SignalR service with its identity'],
  ],
  [
    'unknown settings',
    (s) => app(s, service(s), { app_settings: '${var.x}' }),
    ['App: unknown, the settings are only known when Terraform runs'],
  ],
]);

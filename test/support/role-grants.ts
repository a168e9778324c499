import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { TerraformStack } from 'cdktf';
import { Case } from './compliance';
import { add, PlainData } from './plain-azurerm';
import { inSubscription as placeIn } from './synth';

export const GROUP_ID = '/subscriptions/0/resourceGroups/rg';
export const SERVICE_ID = `${GROUP_ID}/providers/Microsoft.SignalRService/signalR/chat`;
export const ROLES = '/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions';
export const APP_SERVER = { role_definition_id: `${ROLES}/420fcaa2-552c-430f-98ca-3264be4806c7` };
export const OWNER = { role_definition_name: 'Owner' };
export const SERVICE_OWNER = { role_definition_name: 'SignalR Service Owner' };

export const service = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_signalr_service', 'Service', { name: 'chat', resource_group_name: 'rg', ...attributes });
export const grant = (s: TerraformStack, attributes: object) => add(s, 'azurerm_role_assignment', 'Grant', attributes);
export const identity = (s: TerraformStack) => add(s, 'azurerm_user_assigned_identity', 'Identity', { name: 'id' });

/** A role for an identity of the configuration. */
export const grantApp = (s: TerraformStack, attributes: object) =>
  grant(s, { principal_id: identity(s).ref('principal_id'), ...attributes });

/** A service, and a role on it for an identity. */
export const on =
  (role: object, mode: object = {}): Case[1] =>
  (s) =>
    grantApp(s, { scope: service(s, mode).ref(), ...role });

/** An identity for which tokens of an issuer can be exchanged. */
export const federated = (s: TerraformStack, issuer: string) => {
  const made = identity(s);
  add(s, 'azurerm_federated_identity_credential', 'Credential', { parent_id: made.ref(), issuer });
  return { principal_id: made.ref('principal_id') };
};

export type Principal = (s: TerraformStack) => object;
export const GUID = '11111111-1111-1111-1111-111111111111';

export const people: [string, Principal][] = [
  ['a user', () => ({ principal_id: GUID, principal_type: 'User' })],
  ['a group', () => ({ principal_id: '${var.team}', principal_type: 'Group' })],
  ['a group of the configuration', (s) => ({ principal_id: add(s, 'azuread_group', 'Team').ref('object_id') })],
  [
    'a user who is looked up',
    (s) => ({ principal_id: new PlainData(s, 'azuread_user', 'Person', {}).ref('object_id') }),
  ],
  ['who runs Terraform', (s) => ({ principal_id: new DataAzurermClientConfig(s, 'Client').objectId })],
  [
    'what Azure Policy remediates with',
    (s) => ({
      principal_id: add(s, 'azurerm_subscription_policy_assignment', 'Policy').ref('identity[0].principal_id'),
    }),
  ],
  ['a pipeline of GitHub', (s) => federated(s, 'https://token.actions.githubusercontent.com')],
  ['a pipeline of Azure DevOps', (s) => federated(s, 'https://vstoken.dev.azure.com/x')],
];

export const strangers: [string, Principal, string][] = [
  ['an id', () => ({ principal_id: GUID }), GUID],
  ['an id of a service principal', () => ({ principal_id: GUID, principal_type: 'ServicePrincipal' }), GUID],
  ['a variable', () => ({ principal_id: '${var.x}' }), 'var.x'],
  [
    'a service principal of the configuration',
    (s) => ({ principal_id: add(s, 'azuread_service_principal', 'Principal').ref('object_id') }),
    'azuread_service_principal.Principal.object_id',
  ],
];

/** A role on a scope, with a service in the subscription 0. */
export const inSubscription = (s: TerraformStack, scope: string, role_definition_name: string) => {
  placeIn(s);
  return [service(s), grantApp(s, { scope, role_definition_name })];
};

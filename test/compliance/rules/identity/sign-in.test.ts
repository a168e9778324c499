import { TerraformStack } from 'cdktf';
import { IDENTITY_RULES } from '../../../../src/compliance/private/rules/identity';
import { verdict } from '../../../support/compliance';
import { add, PlainResource } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [appHasRole] = IDENTITY_RULES;

const CONNECTION = 'Azure__SignalR__ConnectionString';
const PREFIX = 'AzureSignalRConnectionString';
const GUID = '11111111-1111-1111-1111-111111111111';
const YES = 'compliant: its identity holds a role on the service';
const NONE = 'violated: error it has no data role on Prod/Service';
const ELSEWHERE =
  'violated: warning no role assignment of the configuration is known to be for it, so another team must assign its identity a role on Prod/Service';
const lacks = (what: string) => `${NONE}: it signs in with ${what}, which it does not have`;
const SYSTEM = lacks('a system-assigned identity');
const MAYBE = 'unknown: to whom the roles on the service are assigned is not known';
const OTHER = 'not applicable: it signs in to no SignalR service with its identity';

/** What a case is about. */
interface Parts {
  readonly host: string;
  readonly one: PlainResource;
  readonly two: PlainResource;
}

type Settings = (parts: Parts) => object;

const string =
  (rest: string): Settings =>
  ({ host, one, two }) => {
    const named = rest.replace('ONE', one.ref('client_id')).replace('TWO', two.ref('client_id'));
    return { [CONNECTION]: `Endpoint=https://${host};${named}` };
  };
const uri =
  (parts: object): Settings =>
  ({ host }) => ({
    [`${PREFIX}__serviceUri`]: `https://${host}`,
    ...Object.fromEntries(Object.entries(parts).map(([name, value]) => [`${PREFIX}__${name}`, value])),
  });

/** An app with identities and settings, and a role of the service for the first of two identities. */
function chat(identity: string, settings: Settings, role: object = { role_definition_name: 'SignalR Service Owner' }) {
  const stack: TerraformStack = newStack();
  const service = add(stack, 'azurerm_signalr_service', 'Service', { name: 'chat', service_mode: 'Serverless' });
  const one = add(stack, 'azurerm_user_assigned_identity', 'One', { name: 'one' });
  const two = add(stack, 'azurerm_user_assigned_identity', 'Two', { name: 'two', client_id: GUID });
  const ids: Record<string, object> = {
    both: [{ type: 'UserAssigned', identity_ids: [one.ref(), two.ref()] }],
    one: [{ type: 'UserAssigned', identity_ids: [one.ref()] }],
    system: [{ type: 'SystemAssigned' }],
    all: [{ type: 'SystemAssigned, UserAssigned', identity_ids: [one.ref(), two.ref()] }],
    open: [{ type: 'UserAssigned', identity_ids: '${var.ids}' }],
  };
  const app_settings = settings({ host: service.ref('hostname'), one, two });
  add(stack, 'azurerm_linux_function_app', 'App', { app_settings, identity: ids[identity] });
  add(stack, 'azurerm_role_assignment', 'Grant', {
    scope: service.ref(),
    principal_id: one.ref('principal_id'),
    ...role,
  });
  return stack;
}

describe('IAM1 by the identity that signs in', () => {
  test.each<[string, string, Settings, string]>([
    ['the one with the role', 'both', string('AuthType=azure.msi;ClientId=ONE;'), YES],
    ['another one', 'both', string('AuthType=azure.msi;ClientId=TWO;'), NONE],
    ['another one, by its known id', 'both', string(`AuthType=azure.msi;ClientId=${GUID.toUpperCase()};`), NONE],
    ['the one with the role, by AuthType=aad', 'both', string('authtype=aad;clientid=ONE'), YES],
    ['another one, by AuthType=aad', 'both', string('AuthType=aad;ClientId=TWO'), NONE],
    ['one that the app does not have', 'one', string('AuthType=azure.msi;ClientId=TWO;'), lacks('Prod/Two')],
    ['one that the app may have', 'open', string('AuthType=azure.msi;ClientId=ONE;'), MAYBE],
    ['an id that nobody knows', 'both', string('AuthType=azure.msi;ClientId=${var.client};'), MAYBE],
    [
      'an id that nobody knows, of no identity with a role',
      'system',
      string('AuthType=azure.msi;ClientId=${var.x};'),
      ELSEWHERE,
    ],
    ['no client id, but identities of its own', 'both', string('AuthType=azure.msi;'), SYSTEM],
    ['no client id by AuthType=aad', 'both', string('AuthType=aad;'), SYSTEM],
    ['no client id, and the own identity has no role', 'all', string('AuthType=azure.msi;'), NONE],
    ['an address without client id', 'both', uri({ credential: 'managedidentity' }), SYSTEM],
    [
      'an address and its client id',
      'both',
      ({ one, ...rest }) => uri({ clientId: one.ref('client_id') })({ one, ...rest }),
      YES,
    ],
    ['an address and another client id', 'both', uri({ credential: 'managedidentity', clientId: GUID }), NONE],
    ['a key', 'both', string('AccessKey=abc'), OTHER],
    ['neither key nor type', 'both', () => ({ [CONNECTION]: 'Endpoint=https://chat.service.signalr.net' }), OTHER],
    ['a client secret', 'both', string('AuthType=aad;ClientId=ONE;ClientSecret=x;TenantId=y'), OTHER],
    ['a client certificate', 'both', string('AuthType=azure.app;ClientId=x;ClientCert=/x.pfx'), OTHER],
    ['an address and a client secret', 'both', uri({ clientId: 'x', clientSecret: 'y', tenantId: 'z' }), OTHER],
    [
      'the default credential, and the client id in the environment',
      'both',
      (parts) => ({ ...string('AuthType=azure')(parts), AZURE_CLIENT_ID: parts.one.ref('client_id') }),
      YES,
    ],
    [
      'the default credential, and a client secret in the environment',
      'both',
      (parts) => ({ ...string('AuthType=azure')(parts), AZURE_CLIENT_ID: 'x', azure_client_secret: 'y' }),
      OTHER,
    ],
    [
      'what only Terraform knows',
      'both',
      string('${var.auth}'),
      `unknown: how ${CONNECTION} signs in is only known when Terraform runs`,
    ],
  ])('%s', (_, identity, settings, expected) => {
    expect(verdict(appHasRole, chat(identity, settings))).toBe(expected);
  });

  test('says what a role for the REST API alone leaves out', () => {
    const role = { role_definition_name: 'SignalR REST API Owner' };
    expect(verdict(appHasRole, chat('both', string('AuthType=azure.msi;ClientId=ONE'), role))).toBe(
      'compliant: its identity holds SignalR REST API Owner on the service, which calls the REST API, but does not permit it to answer negotiate requests of clients',
    );
  });

  test.each([
    ['active', YES],
    ['eligible', NONE],
  ])('by Privileged Identity Management, where an app can activate nothing: %s', (kind, expected) => {
    const stack = chat('both', string('AuthType=azure.msi;ClientId=ONE'), { role_definition_name: 'Reader' });
    add(stack, `azurerm_pim_${kind}_role_assignment`, 'Pim', {
      scope: '${azurerm_signalr_service.Service.id}',
      role_definition_id: '/x/roleDefinitions/7e4f1700-ea5a-4f59-8f37-079cfe29dce3',
      principal_id: '${azurerm_user_assigned_identity.One.principal_id}',
    });
    expect(verdict(appHasRole, stack)).toBe(expected);
  });
});

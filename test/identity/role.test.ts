import * as fc from 'fast-check';
import { Role, RoleScope } from '../../src/identity';
import { permitsDataAction } from '../../src/identity/private/data-permissions';

const { SIGNALR_APP_SERVER, SIGNALR_SERVICE_OWNER, SIGNALR_REST_API_OWNER, SIGNALR_REST_API_READER } = Role;
const GUID = '11111111-2222-3333-4444-555555555555';

describe('Role', () => {
  test('has the id of the built-in role', () => {
    const ids = Object.fromEntries(
      [
        SIGNALR_APP_SERVER,
        SIGNALR_SERVICE_OWNER,
        SIGNALR_REST_API_OWNER,
        SIGNALR_REST_API_READER,
        Role.SIGNALR_ACCESS_KEY_READER,
        Role.SIGNALR_CONTRIBUTOR,
        Role.KEY_VAULT_SECRETS_USER,
      ].map(({ name, id }) => [name, id]),
    );
    expect(ids).toEqual({
      'SignalR App Server': '420fcaa2-552c-430f-98ca-3264be4806c7',
      'SignalR Service Owner': '7e4f1700-ea5a-4f59-8f37-079cfe29dce3',
      'SignalR REST API Owner': 'fd53cd77-2268-407a-8f46-7e7863d0f521',
      'SignalR REST API Reader': 'ddde6b66-c0df-4114-a159-3618637b3035',
      'SignalR AccessKey Reader': '04165923-9d83-45d5-8227-78b77b0a687e',
      'SignalR/Web PubSub Contributor': '8cf5e20a-e4b2-4e9d-b3a1-5ceb692c2761',
      'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
    });
  });

  const permitted = (role: Role) =>
    [
      'auth/accessKey/action',
      'auth/clientToken/action',
      'serverConnection/write',
      'clientConnection/write',
      'clientConnection/read',
      'hub/send/action',
      'group/write',
      'user/read',
    ].filter((action) => role.permits(`Microsoft.SignalRService/SignalR/${action}`));

  test('knows what the SignalR roles permit', () => {
    expect(permitted(SIGNALR_APP_SERVER)).toEqual([
      'auth/accessKey/action',
      'serverConnection/write',
      'clientConnection/write',
    ]);
    expect(permitted(SIGNALR_SERVICE_OWNER)).toHaveLength(8);
    expect(permitted(SIGNALR_REST_API_OWNER)).toEqual([
      'auth/clientToken/action',
      'clientConnection/write',
      'clientConnection/read',
      'hub/send/action',
      'group/write',
      'user/read',
    ]);
    expect(permitted(SIGNALR_REST_API_READER)).toEqual(['clientConnection/read', 'user/read']);
    expect(permitted(Role.SIGNALR_ACCESS_KEY_READER)).toEqual([]);
    expect(permitted(Role.SIGNALR_CONTRIBUTOR)).toEqual([]);
    expect(SIGNALR_SERVICE_OWNER.permits('Microsoft.KeyVault/vaults/secrets/getSecret/action')).toBe(false);
    expect(Role.KEY_VAULT_SECRETS_USER.permits('microsoft.keyvault/vaults/secrets/getsecret/action')).toBe(true);
  });

  test('does not know what other roles permit', () => {
    expect(Role.builtIn('Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7').permits('a/b')).toBeUndefined();
    expect(Role.definition('Chat', `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`).permits('a/b')).toBe(
      undefined,
    );
  });

  test('has the definition id that Azure gives back, wherever a custom role is defined', () => {
    const path = `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`;
    const roles = [
      Role.builtIn('Built-in', GUID),
      Role.definition('Of a subscription', `/subscriptions/1${path}`),
      Role.definition('Of a management group', path),
    ];
    const resource = RoleScope.resource('/subscriptions/2/resourceGroups/rg/providers/a/b/c');
    expect(roles.map((role) => role.definitionIdIn(resource))).toEqual(Array(3).fill(`/subscriptions/2${path}`));
    const group = RoleScope.managementGroup('mg');
    expect(roles.map((role) => role.definitionIdIn(group))).toEqual(Array(3).fill(path));
  });
});

describe('permitsDataAction', () => {
  const segment = fc.stringMatching(/^[a-zA-Z.]{1,6}$/);
  const action = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));

  test('permits exactly what is listed, in any letter case', () => {
    fc.assert(
      fc.property(action, action, (listed, asked) => {
        const same = listed.toLowerCase() === asked.toLowerCase();
        expect(permitsDataAction({ dataActions: [listed] }, asked)).toBe(same);
        expect(permitsDataAction({ dataActions: [listed.toUpperCase()] }, listed.toLowerCase())).toBe(true);
      }),
    );
  });

  test('lets an asterisk stand for any characters, also none and slashes', () => {
    fc.assert(
      fc.property(action, fc.nat(), fc.nat(), (asked, from, length) => {
        const start = from % asked.length;
        const end = start + (length % (asked.length - start + 1));
        const pattern = `${asked.slice(0, start)}*${asked.slice(end)}`;
        expect(permitsDataAction({ dataActions: [pattern] }, asked)).toBe(true);
        expect(permitsDataAction({ dataActions: [`${pattern}!`] }, asked)).toBe(false);
        expect(permitsDataAction({ dataActions: [`!${pattern}`] }, asked)).toBe(false);
      }),
    );
  });

  test('takes what notDataActions name out of any list', () => {
    fc.assert(
      fc.property(action, fc.array(action), (asked, others) => {
        const dataActions = ['*', asked, ...others];
        expect(permitsDataAction({ dataActions, notDataActions: [asked] }, asked)).toBe(false);
        expect(permitsDataAction({ dataActions, notDataActions: ['no/such'] }, asked)).toBe(asked !== 'no/such');
      }),
    );
  });

  test('gives no special meaning to other characters', () => {
    expect(permitsDataAction({ dataActions: ['Microsoft.X/a'] }, 'MicrosoftYX/a')).toBe(false);
    expect(permitsDataAction({ dataActions: ['a/(b|c)+[d]'] }, 'a/(b|c)+[d]')).toBe(true);
  });

  test('does not judge by actions that only Terraform knows', () => {
    const unknown = '${TfToken[TOKEN.0]}';
    expect(permitsDataAction({ dataActions: [unknown] }, 'a/b')).toBeUndefined();
    expect(permitsDataAction({ dataActions: [unknown, 'a/*'] }, 'a/b')).toBe(true);
    expect(permitsDataAction({ dataActions: ['a/*'], notDataActions: [unknown] }, 'a/b')).toBeUndefined();
    expect(permitsDataAction({ dataActions: ['a/*'], notDataActions: [unknown, 'a/b'] }, 'a/b')).toBe(false);
  });
});

import { DataAzurermResourceGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-resource-group';
import { Token } from 'cdktf';
import { CustomRole, CustomRoleProps, Principal, RoleAssignment, RoleScope } from '../../src/identity';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, problemsOf, synth } from '../support/synth';

const GUID = '11111111-2222-3333-4444-555555555555';
const SEND = 'Microsoft.SignalRService/SignalR/hub/send/action';
const ANYWHERE = RoleScope.subscription(GUID);

function messages(props: Partial<CustomRoleProps>): string[] {
  const all = { name: 'Chat Sender', dataActions: [SEND], assignableScopes: [ANYWHERE], ...props };
  return messageOf(() => new CustomRole(newStack(), 'Role', all)).split('\n');
}

describe('CustomRole', () => {
  test('defines a role in one block, without empty lists, that can be assigned', () => {
    const { stack, resourceGroup } = newGroup();
    const scope = RoleScope.resourceGroup(resourceGroup);
    const { role } = new CustomRole(stack, 'Role', {
      name: 'Chat Sender',
      description: 'sends to hubs',
      dataActions: [SEND],
      notActions: [],
      assignableScopes: [scope, RoleScope.subscription(GUID), scope],
    });
    new RoleAssignment(stack, 'Grant', { role, scope, principal: Principal.group(stack, 'Admins', GUID) });
    expect(only(stack, 'azurerm_role_definition')).toEqual({
      name: 'Chat Sender',
      description: 'sends to hubs',
      scope: '${azurerm_resource_group.Group.id}',
      assignable_scopes: ['${azurerm_resource_group.Group.id}', `/subscriptions/${GUID}`],
      permissions: [{ data_actions: [SEND] }],
    });
    expect(only(stack, 'azurerm_role_assignment').role_definition_id).toBe(
      '${join("/", slice(split("/", azurerm_resource_group.Group.id), 0, 3))}/providers/Microsoft.Authorization/roleDefinitions/${basename(azurerm_role_definition.Role.role_definition_resource_id)}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('permits actions but those that are taken out, through the provider of its scope', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const permissions = {
      actions: ['Microsoft.SignalRService/*', '*/read', '*'],
      notActions: ['Microsoft.SignalRService/SignalR/delete'],
      dataActions: ['Microsoft.SignalRService/SignalR/*'],
      notDataActions: ['Microsoft.SignalRService/SignalR/serverConnection/write'],
    };
    const { role } = new CustomRole(stack, 'Role', {
      name: 'Chat',
      assignableScopes: [RoleScope.managementGroup('mg')],
      ...permissions,
      provider,
    });
    expect(only(stack, 'azurerm_role_definition')).toMatchObject({
      scope: '/providers/Microsoft.Management/managementGroups/mg',
      permissions: [
        {
          actions: permissions.actions,
          not_actions: permissions.notActions,
          data_actions: permissions.dataActions,
          not_data_actions: permissions.notDataActions,
        },
      ],
    });
    expect(role.permits(SEND)).toBe(true);
    expect(role.permits('Microsoft.SignalRService/SignalR/serverConnection/write')).toBe(false);
    expect(providers(stack)).toEqual({ 'azurerm_role_definition.Role': 'azurerm.hub' });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('of actions alone permits no data action', () => {
    const { role } = new CustomRole(newStack(), 'Role', {
      name: 'Chat',
      actions: ['*/read'],
      assignableScopes: [ANYWHERE],
    });
    expect(role.permits(SEND)).toBe(false);
  });

  test('reports every violation at once', () => {
    const path = 'Prod/Role: [identity/custom-role]';
    expect(
      messages({
        name: ' ',
        description: '',
        dataActions: [],
        notActions: ['read'],
        assignableScopes: [RoleScope.managementGroup('a'), RoleScope.managementGroup('b'), RoleScope.resource('c')],
      }),
    ).toEqual([
      `${path} the name has 1 characters; use 1 to 512, not all of them spaces`,
      `${path} the description has 0 characters; use 1 to 2048, or leave it out`,
      `${path} the role permits nothing; give actions or dataActions`,
      `${path} more than one management group is an assignable scope, and Azure accepts one; define a role for each`,
      `${path} "read" is not an action; use one such as ${SEND}`,
      'Prod/Role: [identity/role-scope] "c" is not the id of a resource; use one such as /subscriptions/.../resourceGroups/.../providers/..., or RoleScope.resourceGroup, subscription or managementGroup',
    ]);
  });

  test('fails for texts that are too long, and without a scope', () => {
    expect(messages({ name: 'x'.repeat(513), description: 'x'.repeat(2049), assignableScopes: [] })).toEqual([
      'Prod/Role: [identity/custom-role] the name has 513 characters; use 1 to 512, not all of them spaces',
      'Prod/Role: [identity/custom-role] the description has 2049 characters; use 1 to 2048, or leave it out',
      'Prod/Role: [identity/custom-role] no assignable scope is given; give at least one, such as RoleScope.resourceGroup(group)',
    ]);
  });

  test.each(['*', '*/read', 'hub/send/action', 'Microsoft.SignalRService', 'Microsoft.SignalRService/a b', ''])(
    'fails for "%s" as a data action',
    (action) => {
      expect(messages({ notDataActions: [action] })).toEqual([
        `Prod/Role: [identity/custom-role] "${action}" is not a data action; use one such as ${SEND}`,
      ]);
    },
  );

  test('fails for more than one asterisk', () => {
    const action = 'Microsoft.SignalRService/*/send/*';
    expect(messages({ dataActions: [action] })).toEqual([
      `Prod/Role: [identity/custom-role] "${action}" has more than one asterisk, and Azure accepts one; list actions`,
    ]);
  });

  test('fails for an action outside of the resource provider that it is to keep to', () => {
    const outside = (action: string) =>
      `Prod/Role: [identity/custom-role] "${action}" is not an action of Microsoft.SignalRService, the provider of this role; leave the action out`;
    const props = {
      resourceProvider: 'Microsoft.SignalRService',
      actions: ['*/read', 'microsoft.signalrservice/signalr/read'],
      dataActions: [SEND, 'Microsoft.KeyVault/vaults/secrets/getSecret/action'],
    };
    expect(messages(props)).toEqual([outside('*/read'), outside('Microsoft.KeyVault/vaults/secrets/getSecret/action')]);
  });

  test('fails for the name of another role of the app', () => {
    const stack = newStack();
    const props = { name: 'Chat', dataActions: [SEND], assignableScopes: [ANYWHERE] };
    new CustomRole(stack, 'One', props);
    new CustomRole(stack, 'Two', { ...props, name: 'CHAT' });
    expect(problemsOf(stack)).toEqual([
      '[identity/custom-role] Prod/One/Resource and Prod/Two/Resource are custom roles named "CHAT" in one directory; give one of them another name',
    ]);
  });

  test('does not judge what only Terraform knows', () => {
    const stack = newStack();
    const { id: unknown } = new DataAzurermResourceGroup(stack, 'Found', { name: 'rg' });
    const { role } = new CustomRole(stack, 'Role', {
      name: unknown,
      description: unknown,
      actions: Token.asList(`\${split(",", "a")}`),
      dataActions: [unknown],
      resourceProvider: 'Microsoft.SignalRService',
      assignableScopes: [RoleScope.resource(unknown)],
    });
    expect(role.permits(SEND)).toBeUndefined();
    expect(only(stack, 'azurerm_role_definition').permissions).toEqual([
      { actions: '${split(",", "a")}', data_actions: ['${data.azurerm_resource_group.Found.id}'] },
    ]);
  });
});

describe('CustomRole.fromCustomRoleAttributes', () => {
  const roleDefinitionId = `/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/${GUID}`;

  test('refers to a role, and knows what it permits as far as it is told', () => {
    const stack = newStack();
    const { role } = CustomRole.fromCustomRoleAttributes(stack, 'Role', { name: 'Chat', roleDefinitionId });
    expect([role.name, role.id, role.permits(SEND)]).toEqual(['Chat', GUID, undefined]);
    const told = CustomRole.fromCustomRoleAttributes(stack, 'Told', {
      name: 'Chat',
      roleDefinitionId,
      dataActions: ['Microsoft.SignalRService/SignalR/*'],
      notDataActions: [SEND],
    });
    expect(told.role.permits(SEND)).toBe(false);
    expect(told.role.permits('Microsoft.SignalRService/SignalR/group/read')).toBe(true);
    expect(synth(stack).resource).toBeUndefined();
  });
});

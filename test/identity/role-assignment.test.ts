import { DataAzurermResourceGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-resource-group';
import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { IResourceGroup } from '../../src/core';
import { CustomRole, Principal, Role, RoleAssignment, RoleAssignmentProps, RoleScope } from '../../src/identity';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth, warnings } from '../support/synth';

const GUID = '11111111-2222-3333-4444-555555555555';
const RESOURCE_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat';
const APP_SERVER = 'providers/Microsoft.Authorization/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7';

function assign(stack = newStack(), props: Partial<RoleAssignmentProps> = {}) {
  const principal = Principal.group(stack, 'Admins', GUID);
  const scope = RoleScope.resource(RESOURCE_ID);
  new RoleAssignment(stack, 'Grant', { role: Role.SIGNALR_APP_SERVER, principal, scope, ...props });
  return stack;
}

describe('RoleAssignment', () => {
  test('names the role by its id in the subscription of the scope, and the kind of the principal', () => {
    const stack = assign();
    expect(only(stack, 'azurerm_role_assignment')).toEqual({
      scope: RESOURCE_ID,
      principal_id: GUID,
      principal_type: 'Group',
      role_definition_id: `/subscriptions/1234/${APP_SERVER}`,
    });
    expect(warnings(stack)).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('finds the subscription of a scope that only Terraform knows', () => {
    const stack = newStack();
    const { id } = new DataAzurermResourceGroup(stack, 'Found', { name: 'rg' });
    assign(stack, { scope: RoleScope.resource(id) });
    expect(only(stack, 'azurerm_role_assignment').role_definition_id).toBe(
      `\${join("/", slice(split("/", data.azurerm_resource_group.Found.id), 0, 3))}/${APP_SERVER}`,
    );
  });

  test('says why and when the role holds, in version 2.0 of conditions', () => {
    const description = 'sends alerts';
    const condition = "@Environment[UtcNow] DateTimeLessThan '2030-01-01T00:00:00.0Z'";
    const stack = assign(newStack(), { description, condition });
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({ description, condition, condition_version: '2.0' });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is made through the provider of its scope', () => {
    const stack = newStack();
    assign(stack, { provider: newHub(stack) });
    expect(providers(stack)).toEqual({ 'azurerm_role_assignment.Grant': 'azurerm.hub' });
  });

  test('reports every violation at once', () => {
    const scope = RoleScope.resource('chat');
    const role = Role.builtIn('Reader', 'Reader');
    expect(messageOf(() => assign(newStack(), { scope, role, condition: ' ', description: '' }))).toBe(
      [
        'Prod/Grant: [identity/role-scope] "chat" is not the id of a resource; use one such as /subscriptions/.../resourceGroups/.../providers/..., or RoleScope.resourceGroup, subscription or managementGroup',
        'Prod/Grant: [identity/role-definition] "Reader" is not the id of a role definition; use its GUID',
        'Prod/Grant: [identity/condition] the condition is empty; leave it out for an assignment without a condition',
        'Prod/Grant: [identity/description] the description is empty; say why the role is granted, or leave it out',
      ].join('\n'),
    );
  });

  test('fails for a custom role that is not named by the id of its definition', () => {
    const path = '/providers/Microsoft.Authorization/roleDefinitions';
    for (const id of [GUID, `${path}/chat`, `/subscriptions/1${path}/${GUID}|/subscriptions/1`, `/x${path}/${GUID}`]) {
      expect(messageOf(() => assign(newStack(), { role: Role.definition('Chat', id) }))).toBe(
        `Prod/Grant: [identity/role-definition] "${id}" is not the id of a role definition; use one such as /subscriptions/.../providers/Microsoft.Authorization/roleDefinitions/GUID`,
      );
    }
  });

  test('takes a custom role whose id only Terraform knows', () => {
    const stack = newStack();
    const id = new TerraformVariable(stack, 'role', {}).stringValue;
    assign(stack, { role: Role.definition('Chat', id) });
    expect(only(stack, 'azurerm_role_assignment').role_definition_id).toBe(
      '/subscriptions/1234/providers/Microsoft.Authorization/roleDefinitions/${basename(var.role)}',
    );
  });
});

describe('RoleScope', () => {
  test('is a resource group, and warns of what inherits the role', () => {
    const { stack, resourceGroup } = newGroup();
    assign(stack, { scope: RoleScope.resourceGroup(resourceGroup) });
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: '${azurerm_resource_group.Group.id}',
      role_definition_id: `\${join("/", slice(split("/", azurerm_resource_group.Group.id), 0, 3))}/${APP_SERVER}`,
    });
    expect(warnings(stack)).toEqual([
      '[identity/wide-scope] role SignalR App Server at resource group Prod/Group applies to all its resources, also to those added later; use RoleScope.resource(id) for one resource',
    ]);
  });

  test('is a subscription, and warns of what inherits the role', () => {
    const stack = assign(newStack(), { scope: RoleScope.subscription(GUID) });
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: `/subscriptions/${GUID}`,
      role_definition_id: `/subscriptions/${GUID}/${APP_SERVER}`,
    });
    expect(warnings(stack)).toEqual([
      `[identity/wide-scope] role SignalR App Server at subscription ${GUID} applies to all its resource groups and resources, also to those added later; use RoleScope.resource(id) for one resource, RoleScope.resourceGroup(group) for one group`,
    ]);
  });

  test('is a management group by its id or name, without a subscription in the definition id', () => {
    const prefix = '/providers/Microsoft.Management/managementGroups/';
    for (const group of ['mg-apps', `${prefix}mg-apps`, `${prefix.toLowerCase()}mg-apps`]) {
      const stack = assign(newStack(), { scope: RoleScope.managementGroup(group) });
      expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
        scope: `${prefix}mg-apps`,
        role_definition_id: `/${APP_SERVER}`,
      });
      expect(warnings(stack)).toEqual([
        '[identity/wide-scope] role SignalR App Server at management group mg-apps applies to all subscriptions below it and all their resources, also to those added later; use RoleScope.resource(id) for one resource, RoleScope.subscription(id) for one subscription',
      ]);
    }
  });

  test('takes subscriptions and management groups that only Terraform knows, and names none in warnings', () => {
    const stack = newStack();
    const value = new TerraformVariable(stack, 'id', {}).stringValue;
    const principal = Principal.user(stack, 'User', GUID);
    const role = Role.definition(value, `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`);
    new RoleAssignment(stack, 'One', { principal, role, scope: RoleScope.subscription(value) });
    new RoleAssignment(stack, 'Two', { principal, role, scope: RoleScope.managementGroup(value) });
    expect(resources(stack, 'azurerm_role_assignment')).toMatchObject([
      {
        scope: '/subscriptions/${var.id}',
        role_definition_id: `/subscriptions/\${var.id}/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
      },
      {
        scope: '/providers/Microsoft.Management/managementGroups/${basename(var.id)}',
        role_definition_id: `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
      },
    ]);
    expect(warnings(stack).map((warning) => warning.slice(0, 65))).toEqual([
      '[identity/wide-scope] role at a subscription applies to all its r',
      '[identity/wide-scope] role at a management group applies to all s',
    ]);
  });

  test.each([
    ['a name', 'chat'],
    ['a subscription', '/subscriptions/1234'],
    ['a resource group', '/subscriptions/1234/resourceGroups/rg'],
    ['a resource group in another letter case', '/subscriptions/1234/RESOURCEGROUPS/rg/'],
    ['a management group', '/providers/Microsoft.Management/managementGroups/mg'],
    ['an address', 'https://chat.service.signalr.net'],
  ])('refuses %s as a resource', (_, id) => {
    expect(RoleScope.resource(id)._problems()).toEqual([
      {
        code: 'identity/role-scope',
        message: `"${id}" is not the id of a resource; use one such as /subscriptions/.../resourceGroups/.../providers/..., or RoleScope.resourceGroup, subscription or managementGroup`,
      },
    ]);
  });

  test('refuses what is not a subscription id', () => {
    for (const id of ['prod', `/subscriptions/${GUID}`]) {
      expect(RoleScope.subscription(id)._problems()).toEqual([
        { code: 'identity/role-scope', message: `"${id}" is not a subscription id; use its GUID alone` },
      ]);
    }
  });

  test('refuses what is not a management group', () => {
    for (const group of ['', 'a group', 'ends.', '/subscriptions/1', 'x'.repeat(91)]) {
      expect(RoleScope.managementGroup(group)._problems()).toEqual([
        {
          code: 'identity/role-scope',
          message: `"${group}" is not a management group; use its id, or its name of up to 90 letters, digits, "-", "_", ".", "(" or ")", not ending with a period`,
        },
      ]);
    }
    expect(RoleScope.managementGroup('x'.repeat(90))._problems()).toEqual([]);
  });

  test('refuses a resource group whose id is not one', () => {
    class Group extends Construct implements IResourceGroup {
      public readonly resourceGroupName = 'rg';
      public readonly location = 'centralus';
      public constructor(public readonly resourceGroupId: string) {
        super(newStack(), 'Group');
      }
    }
    const group = (resourceGroupId: string) => RoleScope.resourceGroup(new Group(resourceGroupId))._problems();
    expect(group('/subscriptions/1/resourceGroups/rg')).toEqual([]);
    expect(group('rg')).toEqual([
      {
        code: 'identity/role-scope',
        message: '"rg" is not the id of a resource group; use one such as /subscriptions/.../resourceGroups/NAME',
      },
    ]);
  });
});

describe('RoleAssignment of a custom role at a management group', () => {
  const scope = RoleScope.managementGroup('mg');
  const existing = (dataActions?: string[]) => {
    const stack = newStack();
    const { role } = CustomRole.fromCustomRoleAttributes(stack, 'Role', {
      name: 'Chat Sender',
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
      dataActions,
    });
    return { stack, role };
  };

  test('fails when the role has data actions', () => {
    const { stack, role } = existing(['Microsoft.SignalRService/SignalR/hub/send/action']);
    expect(messageOf(() => assign(stack, { scope, role }))).toBe(
      'Prod/Grant: [identity/custom-role] the custom role Chat Sender has data actions, so Azure does not assign it at a management group; assign it at the subscriptions below',
    );
  });

  test('passes when it has none, or none that are known', () => {
    for (const dataActions of [undefined, []]) {
      const { stack, role } = existing(dataActions);
      expect(() => assign(stack, { scope, role })).not.toThrow();
    }
  });
});

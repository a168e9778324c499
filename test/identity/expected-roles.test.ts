import { App, TerraformOutput, TerraformStack, Testing } from 'cdktf';
import { IDENTITY_RULES } from '../../src/compliance/private/rules/identity';
import { KEY_VAULT_RULES } from '../../src/compliance/private/rules/key-vault';
import { ExpectedRoles, ManagedIdentity, Principal, Role, RoleAssignment, RoleScope } from '../../src/identity';
import { SignalRService } from '../../src/signalr';
import { StorageAccount } from '../../src/storage';
import { newApp } from '../support/app';
import { outcomes } from '../support/compliance';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newGroup, newStack, readable, resources, synth, synthesizedStacks } from '../support/synth';

const GUID = '11111111-2222-3333-4444-555555555555';
const SERVICE = 'azurerm_signalr_service.Chat_SignalR';
const subscriptionOf = (resource: string) => `\${join("/", slice(split("/", ${resource}.id), 0, 3))}`;
const definition = (resource: string, role: Role) =>
  `${subscriptionOf(resource)}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`;

const [appHasRole] = IDENTITY_RULES;
const serviceReadsVault = KEY_VAULT_RULES.find(({ id }) => id === 'KV7')!;

function outputOf(stack: TerraformStack, name: string): any {
  return readable(stack).output![name].value;
}

describe('an architecture whose roles another team assigns', () => {
  test('asks for the role of the app, and assigns none', () => {
    const { stack, chat } = newApp({ roleAssignments: false });
    const json = readable(stack);
    expect(json.resource).not.toHaveProperty('azurerm_role_assignment');
    expect(json.output!['Chat-expected-roles']).toEqual({
      description:
        'Roles that another team is to assign: arguments of azurerm_role_assignment, and the name of the role',
      value: [
        {
          role: 'SignalR App Server',
          role_definition_id: definition(SERVICE, Role.SIGNALR_APP_SERVER),
          scope: `\${${SERVICE}.id}`,
          principal_id: '${azurerm_user_assigned_identity.Chat_Identity.principal_id}',
          principal_type: 'ServicePrincipal',
        },
      ],
    });
    expect(chat.expectedRoles).toHaveLength(1);
    expect(chat.expectedRoles[0]).toMatchObject({
      roleName: 'SignalR App Server',
      principalType: 'ServicePrincipal',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('keeps every other order', () => {
    const edges = (roleAssignments: boolean) =>
      Object.values(readable(newApp({ roleAssignments }).stack).resource!).flatMap((each) =>
        Object.values(each).flatMap((resource) => resource.depends_on ?? []),
      );
    expect(edges(false)).toEqual(edges(true).filter((edge: string) => !edge.startsWith('azurerm_role_assignment.')));
  });

  test('asks for all roles of a Serverless one', () => {
    const { stack, chat } = newChat({ roleAssignments: false });
    expect(resources(stack, 'azurerm_role_assignment')).toEqual([]);
    const roles = chat.expectedRoles.map(({ roleName }) => roleName);
    expect([...roles].sort()).toEqual(assignedByServerless().sort());
    expect(outputOf(stack, 'Chat-expected-roles').map(({ role }: any) => role)).toEqual(roles);
  });

  test('asks for none where it assigns them', () => {
    const { stack, chat } = newApp();
    expect(chat.expectedRoles).toEqual([]);
    expect(synth(stack).output).toBeUndefined();
  });

  test('asks for roles that are granted later, with condition and reason', () => {
    const { stack, chat } = newApp({ roleAssignments: false });
    const team = Principal.group(stack, 'Team', GUID);
    const condition = "@Environment[UtcNow] DateTimeLessThan '2030-01-01T00:00:00.0Z'";
    const grant = chat.signalr.grantRestApiReader(team, { condition, description: 'reads' });
    expect(grant.resource).toBeUndefined();
    expect(chat.signalr.grantRestApiReader(team, { condition })).toBe(grant);
    expect(outputOf(stack, 'Chat-expected-roles')[1]).toEqual({
      role: 'SignalR REST API Reader',
      role_definition_id: definition(SERVICE, Role.SIGNALR_REST_API_READER),
      scope: `\${${SERVICE}.id}`,
      principal_id: GUID,
      principal_type: 'Group',
      description: 'reads',
      condition,
      condition_version: '2.0',
    });
  });
});

/** The roles that a Serverless architecture assigns itself. */
function assignedByServerless(): string[] {
  const { stack } = newChat();
  const names = new Map(
    Object.values(Role).flatMap((each) => (each instanceof Role ? [[each.id, each.name] as const] : [])),
  );
  return resources(stack, 'azurerm_role_assignment').map(({ role_definition_id: id }) =>
    names.get(id.slice(id.lastIndexOf('/') + 1))!,
  );
}

describe('ExpectedRoles', () => {
  test('covers what is granted below its scope, and no more', () => {
    const { stack, resourceGroup } = newGroup();
    const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-chat', resourceGroup });
    const one = new StorageAccount(stack, 'One', { name: 'stone', resourceGroup });
    const two = new StorageAccount(stack, 'Two', { name: 'sttwo', resourceGroup });
    const list = ExpectedRoles.attach(one);
    expect(ExpectedRoles.attach(one)).toBe(list);
    one.grantBlobDataOwner(identity);
    two.grantBlobDataOwner(identity);
    expect(list.roles.map(({ roleName }) => roleName)).toEqual(['Storage Blob Data Owner']);
    expect(resources(stack, 'azurerm_role_assignment').map(({ scope }) => scope)).toEqual([
      '${azurerm_storage_account.Two.id}',
    ]);
    expect(outputOf(stack, 'One-expected-roles')).toHaveLength(1);
  });

  test('has an output in each stack whose principals get roles', () => {
    const app = Testing.app();
    const list = ExpectedRoles.attach(app);
    const [one, two] = ['One', 'Two'].map((id) => newStack(id, undefined, app));
    const scope = RoleScope.subscription(GUID);
    for (const stack of [one, two]) {
      new RoleAssignment(stack, 'Reader', {
        role: Role.builtIn('Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'),
        principal: Principal.user(stack, 'User', GUID),
        scope,
      });
    }
    expect(list.roles).toHaveLength(2);
    const stacks = synthesizedStacks(app as App);
    expect(Object.values(stacks).map(({ output }) => output!['expected-roles'].value)).toEqual([
      [expect.objectContaining({ role: 'Reader', scope: `/subscriptions/${GUID}` })],
      [expect.objectContaining({ role: 'Reader' })],
    ]);
  });

  test('covers a service for an identity of another stack', () => {
    const app = Testing.app();
    const [own, other] = ['Own', 'Other'].map((id) => newStack(id, undefined, app));
    const service = SignalRService.fromSignalRServiceAttributes(own, 'Chat', {
      serviceId: `/subscriptions/${GUID}/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat`,
      hostname: 'chat.service.signalr.net',
    });
    const list = ExpectedRoles.attach(service);
    service.grantAppServer(Principal.servicePrincipal(other, 'App', GUID));
    expect(list.roles).toHaveLength(1);
    expect(resources(other, 'azurerm_role_assignment')).toEqual([]);
    expect(synth(other).output).toHaveProperty('Chat-expected-roles');
    expect(synth(own).output).toBeUndefined();
  });

  test('forgets what is removed', () => {
    const stack = newStack();
    const list = ExpectedRoles.attach(stack);
    const principal = Principal.user(stack, 'User', GUID);
    new RoleAssignment(stack, 'Grant', {
      role: Role.SIGNALR_APP_SERVER,
      principal,
      scope: RoleScope.subscription(GUID),
    });
    stack.node.tryRemoveChild('Grant');
    expect(list.roles).toEqual([]);
    expect(synth(stack).output!['expected-roles'].value).toEqual([]);
  });

  test('refuses to come after a role, and a second output of its name', () => {
    const { stack, chat } = newApp();
    expect(messageOf(() => ExpectedRoles.attach(chat))).toMatch(
      /^Prod\/Chat: \[identity\/assigned-before\] Prod\/Chat\/SignalR\/AppServer-Identity-\w{6} assigns a role already; call ExpectedRoles\.attach before roles are granted$/,
    );
    const inner = newStack('Inner', undefined, stack.node.root);
    ExpectedRoles.attach(inner);
    Principal.user(inner, 'expected-roles', GUID);
    const principal = Principal.user(inner, 'User', GUID);
    const grant = () =>
      new RoleAssignment(inner, 'Grant', {
        role: Role.SIGNALR_APP_SERVER,
        principal,
        scope: RoleScope.subscription(GUID),
      });
    expect(messageOf(grant)).toBe(
      'Inner: [core/duplicate-output] the stack has expected-roles already; give one of the two another construct id',
    );
  });
});

describe('rules on roles that another team assigns', () => {
  test('do not know whether the app has its role', () => {
    const { stack } = newApp({ roleAssignments: false });
    expect(outcomes(appHasRole, stack)).toEqual([
      'Chat/WebApp/Resource: unknown, Prod/Chat-expected-roles lists the role for another team, which may have assigned it or not',
    ]);
    for (const rule of IDENTITY_RULES.slice(1)) expect(outcomes(rule, stack)).toEqual([]);
  });

  test('know that a role which is expected does not suffice', () => {
    const { stack, chat } = newApp({ roleAssignments: false });
    const grant = chat.signalr.node.children.find(({ node }) => node.id.startsWith('AppServer'))!;
    chat.signalr.node.tryRemoveChild(grant.node.id);
    chat.signalr.grantRestApiReader(chat.identity);
    expect(outcomes(appHasRole, stack)).toEqual([
      'Chat/WebApp/Resource: warning [] no role assignment of the configuration is known to be for it, so another team must assign its identity a role on Prod/Chat/SignalR/Resource',
    ]);
  });

  test('know nothing where the list can only be read when Terraform runs', () => {
    const { stack, chat } = newApp();
    chat.signalr.node.children
      .filter(({ node }) => node.id.startsWith('AppServer'))
      .forEach(({ node }) => chat.signalr.node.tryRemoveChild(node.id));
    const violated = expect.stringContaining('another team must assign its identity a role');
    expect(outcomes(appHasRole, stack)).toEqual([violated]);
    new TerraformOutput(stack, 'Own-expected-roles', { value: '${var.roles}' });
    expect(outcomes(appHasRole, stack)).toEqual([
      'Chat/WebApp/Resource: unknown, which roles Prod/Own-expected-roles lists for another team is only known when Terraform runs',
    ]);
  });

  test('do not know whether the service reads its vault', () => {
    const { stack } = newChat({ roleAssignments: false });
    expect(outcomes(serviceReadsVault, stack)).toEqual([
      'Chat/Vault/Resource: unknown, whether Prod/Chat/SignalR/Resource may read from the vault is not known: Prod/Chat-expected-roles lists the role for another team, which may have assigned it or not',
    ]);
  });
});

import { TerraformStack } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { CustomRole, ManagedIdentity, Principal, RoleAssignment, RoleScope } from '../../src/identity';
import { add } from '../support/plain-azurerm';
import { inSubscription, newStack, problemsOf, synth } from '../support/synth';

const OWN = '11111111-2222-3333-4444-555555555555';
const OTHER = '99999999-2222-3333-4444-555555555555';
const SIGNALR = `/subscriptions/${OWN}/resourceGroups/rg-chat/providers/Microsoft.SignalRService/signalR/chat`;

interface Place {
  readonly stack: TerraformStack;
  readonly group: (name: string) => RoleScope;
}

type Scopes = (place: Place) => RoleScope;

/** A custom role and its assignment. */
function assign(assignable: Scopes, scope: Scopes, subscription?: string): TerraformStack {
  const stack = newStack();
  if (subscription !== undefined) inSubscription(stack, subscription);
  const group = (name: string) =>
    RoleScope.resourceGroup(
      (stack.node.tryFindChild(name) as ResourceGroup | undefined) ??
        new ResourceGroup(stack, name, { name, location: 'centralus' }),
    );
  const place = { stack, group };
  const { role } = new CustomRole(stack, 'Role', {
    name: 'Chat Sender',
    dataActions: ['Microsoft.SignalRService/SignalR/hub/send/action'],
    assignableScopes: [assignable(place)],
  });
  new RoleAssignment(stack, 'Grant', { role, scope: scope(place), principal: Principal.group(stack, 'Team', OWN) });
  return stack;
}

const subscriptionOf = (id: string) => () => RoleScope.subscription(id);
const groupNamed = (name: string) => (place: Place) => place.group(name);
const resourceOf = (id: string) => () => RoleScope.resource(id);

describe('Custom role', () => {
  test.each<[string, Scopes, Scopes, string, string]>([
    [
      'another subscription',
      subscriptionOf(OTHER),
      subscriptionOf(OWN),
      `/subscriptions/${OWN}`,
      `/subscriptions/${OTHER}`,
    ],
    [
      'a group in another subscription',
      subscriptionOf(OTHER),
      groupNamed('rg-chat'),
      'Prod/rg-chat/Resource',
      `/subscriptions/${OTHER}`,
    ],
    ['another group', groupNamed('rg-chat'), groupNamed('rg-other'), 'Prod/rg-other/Resource', 'Prod/rg-chat/Resource'],
    [
      'the subscription of its group',
      groupNamed('rg-chat'),
      subscriptionOf(OWN),
      `/subscriptions/${OWN}`,
      'Prod/rg-chat/Resource',
    ],
    ['a resource in another group', groupNamed('rg-other'), resourceOf(SIGNALR), SIGNALR, 'Prod/rg-other/Resource'],
    ['another resource', resourceOf(`${SIGNALR}2`), resourceOf(SIGNALR), SIGNALR, `${SIGNALR}2`],
    ['the group of its resource', resourceOf(SIGNALR), groupNamed('rg-chat'), 'Prod/rg-chat/Resource', SIGNALR],
  ])('is refused at %s', (_, assignable, scope, given, within) => {
    expect(problemsOf(assign(assignable, scope, OWN))).toEqual([
      `[identity/assignable-scope] Prod/Grant/Resource assigns the custom role Chat Sender at ${given}, but its assignable scopes are ${within}; add the scope to those of Prod/Role/Resource, or assign the role within them`,
    ]);
  });

  test.each<[string, Scopes, Scopes]>([
    ['its subscription', subscriptionOf(OWN), subscriptionOf(OWN.toUpperCase())],
    ['a group of its subscription', subscriptionOf(OWN), groupNamed('rg-chat')],
    ['its group', groupNamed('rg-chat'), groupNamed('rg-chat')],
    [
      'a resource of its group, whatever the letter case',
      groupNamed('RG-Chat'),
      resourceOf(SIGNALR.replace('rg-chat', 'rg-CHAT')),
    ],
    ['its resource', resourceOf(SIGNALR), resourceOf(SIGNALR.toUpperCase())],
    ['a part of its resource', resourceOf(SIGNALR), resourceOf(`${SIGNALR}/replicas/east`)],
    ['what may lie below its management group', () => RoleScope.managementGroup('mg'), subscriptionOf(OWN)],
  ])('is assigned at %s', (_, assignable, scope) => {
    expect(() => synth(assign(assignable, scope, OWN))).not.toThrow();
  });

  test('is not judged where only Terraform knows the subscription of the provider', () => {
    expect(() => synth(assign(subscriptionOf(OTHER), groupNamed('rg-chat')))).not.toThrow();
  });

  test('is not assigned at the management group above its subscription', () => {
    const stack = newStack();
    const { role } = new CustomRole(stack, 'Role', {
      name: 'Reader',
      actions: ['*/read'],
      assignableScopes: [RoleScope.subscription(OWN)],
    });
    const scope = RoleScope.managementGroup('mg');
    new RoleAssignment(stack, 'Grant', { role, scope, principal: Principal.group(stack, 'Team', OWN) });
    expect(problemsOf(stack).join()).toContain('at /providers/Microsoft.Management/managementGroups/mg, but its');
  });

  test('is judged in resources that are written by hand', () => {
    const stack = inSubscription(newStack(), OWN);
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
    new ManagedIdentity(stack, 'Held', { name: 'id-chat', resourceGroup });
    const own = add(stack, 'azurerm_resource_group', 'own', { name: 'rg-own', location: 'centralus' });
    const far = add(stack, 'azurerm_resource_group', 'far', { name: 'rg-far', location: 'centralus' });
    const role = add(stack, 'azurerm_role_definition', 'role', { name: 'Plain', scope: own.ref(), permissions: {} });
    const grant = (id: string, scope: string, by: Record<string, string>) =>
      add(stack, 'azurerm_role_assignment', id, { scope, principal_id: id, ...by });
    const byId = { role_definition_id: role.ref('role_definition_resource_id') };
    grant('near', own.ref(), byId);
    grant('far_by_id', far.ref(), byId);
    grant('far_by_name', far.ref(), { role_definition_name: role.ref('name') });
    grant('computed', far.ref('managed_by'), byId);
    grant('unknown', '/subscriptions/${var.id}/resourceGroups/RG-OWN', byId);
    grant('unknown_group', '/subscriptions/${var.id}/resourceGroups/rg-far', byId);
    const message = (id: string, scope = 'Prod/far') =>
      `[identity/assignable-scope] Prod/${id} assigns the custom role Plain at ${scope}, but its assignable scopes are Prod/own; add the scope to those of Prod/role, or assign the role within them`;
    expect(problemsOf(stack)).toEqual([
      message('far_by_id'),
      message('far_by_name'),
      message('unknown_group', '/subscriptions/${var.id}/resourceGroups/rg-far'),
    ]);
  });
});

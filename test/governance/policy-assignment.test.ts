import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { Lazy, TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { resolvedJson } from '../../src/engine/resolver';
import {
  AppServicePolicies,
  PolicyAssignment,
  PolicyAssignmentProps,
  PolicyDefinition,
  PolicyEffect,
  PolicyInitiative,
  PolicyParameter,
  SignalRPolicies,
} from '../../src/governance';
import { ManagedIdentity, Role, RoleScope } from '../../src/identity';
import { builtIn, SUBSCRIPTION, warningsOf } from '../support/governance';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth } from '../support/synth';

const LOCAL_AUTH = builtIn('f70eecba-335d-4bbc-81d5-5b17b03d498f');
const SERVICE_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/sigr`;
const CUSTOM_ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/policyDefinitions/tags`;
const SET_ID = '/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8';

function assign(change: Partial<PolicyAssignmentProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const scope = RoleScope.resourceGroup(resourceGroup);
  const policy = SignalRPolicies.LOCAL_AUTH_DISABLED;
  const assignment = new PolicyAssignment(stack, 'Assignment', { name: 'no-keys', scope, policy, ...change });
  return { stack, resourceGroup, assignment };
}

function bodyOf(change: Partial<PolicyAssignmentProps>): Record<string, any> {
  const { stack } = assign(change);
  expect(schemaViolations(synth(stack))).toEqual([]);
  return only(stack, 'azurerm_resource_group_policy_assignment');
}

describe('an assignment is of the resource of azurerm for its scope', () => {
  test.each<[string, RoleScope, Record<string, string>]>([
    ['resource', RoleScope.resource(SERVICE_ID), { resource_id: SERVICE_ID }],
    ['subscription', RoleScope.subscription(SUBSCRIPTION), { subscription_id: `/subscriptions/${SUBSCRIPTION}` }],
    [
      'management_group',
      RoleScope.managementGroup('mg-prod'),
      { management_group_id: '/providers/Microsoft.Management/managementGroups/mg-prod' },
    ],
  ])('%s', (kind, scope, attribute) => {
    const { stack } = assign({ scope });
    expect(only(stack, `azurerm_${kind}_policy_assignment`)).toEqual({
      ...attribute,
      name: 'no-keys',
      display_name: 'Azure SignalR Service should have local authentication methods disabled',
      policy_definition_id: LOCAL_AUTH,
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('resource group', () => {
    const { stack, assignment } = assign({ effect: PolicyEffect.DENY });
    expect(only(stack, 'azurerm_resource_group_policy_assignment')).toEqual({
      resource_group_id: '${azurerm_resource_group.Group.id}',
      name: 'no-keys',
      display_name: 'Azure SignalR Service should have local authentication methods disabled',
      policy_definition_id: LOCAL_AUTH,
      parameters: '{"effect":{"value":"Deny"}}',
    });
    expect(resolvedJson(stack, assignment.policyAssignmentId)).toMatch(
      /^\$\{azurerm_resource_group_policy_assignment\.Assignment_\w+\.id\}$/,
    );
    expect(assignment.referenceIds).toEqual([]);
    expect(assignment.principal).toBeUndefined();
    expect(assignment.resource.terraformResourceType).toBe('azurerm_resource_group_policy_assignment');
  });
});

describe('an assignment has', () => {
  test('what else is given', () => {
    const body = bodyOf({
      displayName: 'No keys',
      description: 'Servers sign in with identities.',
      enforce: false,
      notScopes: [RoleScope.resource(SERVICE_ID)],
      nonComplianceMessages: [{ content: 'Turn local authentication off.' }],
    });
    expect(body).toMatchObject({
      display_name: 'No keys',
      description: 'Servers sign in with identities.',
      enforce: false,
      not_scopes: [SERVICE_ID],
      non_compliance_message: [{ content: 'Turn local authentication off.' }],
    });
  });

  test('parameters of all kinds as JSON', () => {
    const policy = PolicyDefinition.custom(CUSTOM_ID, { displayName: 'Tags' });
    const parameters = {
      tag: PolicyParameter.text('owner'),
      values: PolicyParameter.list(['a', 'b']),
      most: PolicyParameter.number(3),
      strict: PolicyParameter.flag(true),
    };
    expect(bodyOf({ policy, parameters }).parameters).toBe(
      '{"tag":{"value":"owner"},"values":{"value":["a","b"]},"most":{"value":3},"strict":{"value":true}}',
    );
  });

  test('references within the JSON, and JSON by Terraform for lists and numbers that only it knows', () => {
    const { stack, resourceGroup } = newGroup();
    const variable = new TerraformVariable(stack, 'given', {});
    const values = {
      text: PolicyParameter.text(variable.stringValue),
      list: PolicyParameter.list(variable.listValue),
      number: PolicyParameter.number(variable.numberValue),
    };
    Object.entries(values).forEach(([name, value]) => {
      const scope = RoleScope.resourceGroup(resourceGroup);
      const policy = PolicyDefinition.custom(CUSTOM_ID, { displayName: 'Tags' });
      new PolicyAssignment(stack, name, { name, scope, policy, parameters: { [name]: value } });
    });
    const bodies = resources(stack, 'azurerm_resource_group_policy_assignment');
    expect(bodies.map(({ parameters }) => parameters)).toEqual([
      '${jsonencode({"list" = {"value" = var.given}})}',
      '${jsonencode({"number" = {"value" = var.given}})}',
      '{"text":{"value":"${var.given}"}}',
    ]);
  });

  test('the name for display where an imported initiative has none that is known', () => {
    const { stack } = newGroup();
    const initiative = PolicyInitiative.fromPolicySetDefinitionId(stack, 'Initiative', SET_ID);
    const scope = RoleScope.subscription(SUBSCRIPTION);
    const imported = new PolicyAssignment(stack, 'Assignment', { name: 'mcsb', scope, policy: initiative });
    expect(only(stack, 'azurerm_subscription_policy_assignment')).toMatchObject({
      display_name: 'mcsb',
      policy_definition_id: SET_ID,
    });
    expect(imported.referenceIds).toBeUndefined();
  });
});

describe('an assignment that changes or deploys', () => {
  test('has a system-assigned identity with the roles of the definition at the scope', () => {
    const { stack, assignment } = assign({
      policy: SignalRPolicies.CONFIGURE_PRIVATE_ENDPOINT,
      parameters: { privateEndpointSubnetId: PolicyParameter.text('/subnet') },
      location: 'centralus',
    });
    expect(only(stack, 'azurerm_resource_group_policy_assignment')).toMatchObject({
      identity: { type: 'SystemAssigned' },
      location: 'centralus',
      parameters: '{"privateEndpointSubnetId":{"value":"/subnet"}}',
    });
    const principal = '${azurerm_resource_group_policy_assignment.Assignment.identity[0].principal_id}';
    const roles = resources(stack, 'azurerm_role_assignment');
    expect(roles.map(({ principal_id }) => principal_id)).toEqual([principal, principal]);
    expect(roles.map(({ scope }) => scope)).toEqual(Array(2).fill('${azurerm_resource_group.Group.id}'));
    expect(roles.map(({ role_definition_id }) => role_definition_id.slice(-36))).toEqual([
      '4d97b98b-1d4f-4787-a291-c67834d212e7',
      '8cf5e20a-e4b2-4e9d-b3a1-5ceb692c2761',
    ]);
    expect(roles[0].principal_type).toBe('ServicePrincipal');
    expect(resolvedJson(stack, assignment.principal?.principalId)).toMatch(/identity\[0\]\.principal_id\}$/);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has the identity that is given, which keeps roles that it has', () => {
    const { stack, resourceGroup } = newGroup();
    const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-policy', resourceGroup });
    const props = {
      scope: RoleScope.resourceGroup(resourceGroup),
      policy: SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED,
      ...{ identity, location: 'centralus' },
    };
    new PolicyAssignment(stack, 'First', { name: 'first', ...props });
    new PolicyAssignment(stack, 'Second', { name: 'second', ...props });
    const [first] = resources(stack, 'azurerm_resource_group_policy_assignment');
    expect(first.identity).toEqual({
      type: 'UserAssigned',
      identity_ids: ['${azurerm_user_assigned_identity.Identity.id}'],
    });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(1);
  });

  test('has more roles where they are given, also for a definition that is not known', () => {
    const policy = PolicyDefinition.custom(CUSTOM_ID, { displayName: 'Tags' });
    const { stack } = assign({ policy, roles: [Role.builtIn('Tag Contributor', SUBSCRIPTION)], location: 'centralus' });
    expect(only(stack, 'azurerm_resource_group_policy_assignment').identity).toEqual({ type: 'SystemAssigned' });
    expect(only(stack, 'azurerm_role_assignment').role_definition_id.slice(-36)).toBe(SUBSCRIPTION);
  });

  test('has an identity where only Terraform knows the effect, and none where it is turned off', () => {
    const effect = Lazy.stringValue({ produce: () => '${var.effect}' }) as PolicyEffect;
    const policy = SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED;
    expect(bodyOf({ policy, effect, location: 'centralus' })).toHaveProperty('identity');
    expect(bodyOf({ policy, effect: PolicyEffect.DISABLED })).not.toHaveProperty('identity');
    expect(bodyOf({ effect })).not.toHaveProperty('identity');
  });

  test('has one role for several members of an initiative that need it', () => {
    const { stack, resourceGroup } = newGroup();
    const policy = new PolicyInitiative(stack, 'Initiative', {
      name: 'close',
      displayName: 'Close',
      policies: [
        { definition: SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED },
        { definition: SignalRPolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, referenceId: 'network' },
        { definition: AppServicePolicies.CONFIGURE_HTTPS_ONLY, referenceId: 'https', effect: PolicyEffect.DISABLED },
      ],
    });
    const scope = RoleScope.resourceGroup(resourceGroup);
    const assigned = new PolicyAssignment(stack, 'Assignment', { name: 'close', scope, policy, location: 'centralus' });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(1);
    expect(assigned.referenceIds).toEqual(['702133e5-5ec5-4f90-9638-c78e22f13b39', 'network', 'https']);
  });
});

describe('an existing assignment', () => {
  test('is known by its id', () => {
    const stack = newStack();
    const id = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/policyAssignments/no-keys`;
    const imported = PolicyAssignment.fromPolicyAssignmentId(stack, 'Imported', id);
    expect(imported).toMatchObject({ policyAssignmentId: id });
  });

  test('is refused by another id', () => {
    expect(messageOf(() => PolicyAssignment.fromPolicyAssignmentId(newStack(), 'Imported', 'no-keys'))).toBe(
      'Prod/Imported: [policy/assignment-id] "no-keys" is not the id of a policy assignment; use one such as /subscriptions/.../providers/Microsoft.Authorization/policyAssignments/NAME',
    );
  });
});

test('a definition that refuses by a rule which is not known here gets a warning', () => {
  const policy = PolicyDefinition.custom(CUSTOM_ID, { displayName: 'Tags' });
  expect(warningsOf(assign({ policy, effect: PolicyEffect.DENY }).assignment)).toEqual([
    '[policy/not-judged] what "Tags" denies is not known at synth; check that the policy accepts the resources of this app',
  ]);
  expect(warningsOf(assign({ policy }).assignment)).toEqual([]);
  expect(warningsOf(assign({ effect: PolicyEffect.DENY }).assignment)).toEqual([]);
});

test('an assignment in another subscription has its provider', () => {
  const { stack } = newGroup();
  const group = new ResourceGroup(stack, 'Other', { name: 'rg', location: 'centralus' });
  new SignalrService(stack, 'Service', {
    ...{ name: 's', resourceGroupName: 'rg', location: 'centralus', sku: { name: 'Standard_S1', capacity: 1 } },
  });
  const provider = { fqn: 'azurerm.other' } as PolicyAssignmentProps['provider'];
  const scope = RoleScope.resourceGroup(group);
  new PolicyAssignment(stack, 'A', { name: 'a', scope, policy: SignalRPolicies.PRIVATE_LINK, provider });
  expect(only(stack, 'azurerm_resource_group_policy_assignment').provider).toBe('azurerm.other');
});

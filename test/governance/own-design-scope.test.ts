import { ResourceGroup as PlainGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { resolved } from '../../src/engine/resolved';
import {
  PolicyAssignment,
  PolicyEffect,
  PolicyExemptionCategory,
  PolicyInitiative,
  SignalRPolicies,
} from '../../src/governance';
import { RoleScope } from '../../src/identity';
import { assign, HAND_WRITTEN, judged, OPEN, REFUSED, SUBSCRIPTION, VARIABLE } from '../support/governance';
import { withoutReadOn } from '../support/read-on';
import { newStack, resources } from '../support/synth';

const { DENY } = PolicyEffect;
const { PUBLIC_NETWORK_ACCESS_DISABLED } = SignalRPolicies;
const EVERYWHERE = RoleScope.subscription(SUBSCRIPTION);
const GROUP_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;

describe('a scope', () => {
  const SERVICE = `${GROUP_ID}/providers/Microsoft.SignalRService/SignalR/X`;

  test.each<[string, RoleScope, string[]]>([
    ['of the resource', RoleScope.resource(SERVICE), REFUSED],
    ['of another resource', RoleScope.resource(`${SERVICE}2`), []],
    ['of a resource in another group', RoleScope.resource(SERVICE.replace('/rg/', '/rg2/')), []],
    ['of another type', RoleScope.resource(`${GROUP_ID}/providers/Microsoft.Web/sites/x`), []],
    ['of a resource within another', RoleScope.resource(`${SERVICE}/replicas/r`), []],
    ['of the subscription', EVERYWHERE, REFUSED],
    ['of a management group', RoleScope.managementGroup('mg'), REFUSED],
  ])('%s', (_, scope, codes) => {
    const stack = newStack();
    HAND_WRITTEN.service(stack, {});
    expect(judged(assign(stack, { scope }))).toEqual(codes);
  });

  test('of the resource by reference, and of another one', () => {
    const stack = newStack();
    const service = HAND_WRITTEN.service(stack, {});
    const app = HAND_WRITTEN.web(stack, {});
    const verdicts = [service, app].map((each, index) => {
      const scope = RoleScope.resource(each.getStringAttribute('id'));
      const props = { name: 'a', scope, policy: PUBLIC_NETWORK_ACCESS_DISABLED, effect: DENY };
      return judged(new PolicyAssignment(stack, `A${index}`, props));
    });
    expect(verdicts).toEqual([REFUSED, []]);
  });

  test.each<[string, string, string, string[]]>([
    ['by its name', 'RG', 'rg', REFUSED],
    ['that is another', 'rg', 'other', []],
    ['whose name is open', VARIABLE, 'rg', OPEN],
    ['by reference', VARIABLE, 'GROUP', REFUSED],
  ])('of the group %s', (_, name, given, codes) => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
    group.resource.addOverride('name', name);
    HAND_WRITTEN.service(stack, { resource_group_name: given === 'GROUP' ? group.resourceGroupName : given });
    expect(judged(assign(stack, { scope: RoleScope.resourceGroup(group) }))).toEqual(codes);
  });

  test('of an existing group', () => {
    const stack = newStack();
    const attributes = { resourceGroupId: GROUP_ID, resourceGroupName: 'rg', location: 'centralus' };
    const group = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', attributes);
    HAND_WRITTEN.service(stack, {});
    expect(judged(assign(stack, { scope: RoleScope.resourceGroup(group) }))).toEqual(REFUSED);
  });

  test('of a group of azurerm itself, which is no resource', () => {
    const stack = newStack();
    const plain = new PlainGroup(stack, 'Plain', { name: 'rg', location: 'centralus' });
    HAND_WRITTEN.service(stack, { resource_group_name: plain.name });
    const attributes = { resourceGroupId: plain.id, resourceGroupName: plain.name, location: 'centralus' };
    const group = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', attributes);
    const props = { name: 'a', policy: PUBLIC_NETWORK_ACCESS_DISABLED, effect: DENY };
    const asGroup = new PolicyAssignment(stack, 'A', { ...props, scope: RoleScope.resourceGroup(group) });
    const asResource = new PolicyAssignment(stack, 'B', { ...props, scope: RoleScope.resource(plain.id) });
    expect(judged(asGroup)).toEqual(REFUSED);
    expect(withoutReadOn(asResource.node.validate()[0])).toBe(
      '[identity/role-scope] Prod/Plain is a resource group, not a resource; use RoleScope.resourceGroup, for a group of azurerm itself with ResourceGroup.fromResourceGroupAttributes',
    );
  });

  test('that only Terraform knows, wholly or in part', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'given', {}).stringValue;
    HAND_WRITTEN.service(stack, {});
    const scopes = [
      RoleScope.resource(variable),
      RoleScope.resource(`${GROUP_ID}-${variable}/providers/Microsoft.SignalRService/SignalR/x`),
    ];
    const verdicts = scopes.map((scope, index) => {
      const props = { name: 'a', scope, policy: PUBLIC_NETWORK_ACCESS_DISABLED, effect: DENY };
      return judged(new PolicyAssignment(stack, `A${index}`, props));
    });
    expect(verdicts).toEqual([OPEN, OPEN]);
  });

  test('of a subscription is open for resources of another provider', () => {
    const stack = newStack();
    HAND_WRITTEN.service(stack, { provider: 'azurerm.other' });
    expect(judged(assign(stack))).toEqual(OPEN);
  });
});

describe('what is left out', () => {
  const setUp = (notScopes?: RoleScope[]) => {
    const stack = newStack();
    const service = HAND_WRITTEN.service(stack, {});
    const assignment = assign(stack, { notScopes });
    const scope = RoleScope.resource(service.getStringAttribute('id'));
    const exempt = { name: 'e', scope, category: PolicyExemptionCategory.WAIVER, reason: 'Browsers connect.' };
    return { stack, service, assignment, exempt };
  };

  test('by notScopes', () => {
    const { assignment } = setUp([RoleScope.resource(`${GROUP_ID}/providers/Microsoft.SignalRService/SignalR/x`)]);
    expect(judged(assignment)).toEqual([]);
  });

  test('by notScopes that only Terraform knows', () => {
    const { stack, assignment } = setUp();
    new TerraformVariable(stack, 'given', {});
    assignment.resource.addOverride('not_scopes', VARIABLE);
    expect(judged(assignment)).toEqual(OPEN);
  });

  test('by an exemption, which the assignment waits for the resource for', () => {
    const { stack, service, assignment, exempt } = setUp();
    assignment.addExemption('Exemption', exempt);
    expect(judged(assignment)).toEqual([]);
    expect(resolved(stack, assignment.resource.dependsOn)).toEqual([
      `azurerm_signalr_service.${service.friendlyUniqueId}`,
    ]);
    expect(resources(stack, 'azurerm_resource_policy_exemption')).toHaveLength(1);
  });

  test('by an exemption of the group, which the assignment does not wait for', () => {
    const { stack, assignment, exempt } = setUp();
    const attributes = { resourceGroupId: GROUP_ID, resourceGroupName: 'rg', location: 'centralus' };
    const group = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', attributes);
    assignment.addExemption('Exemption', { ...exempt, scope: RoleScope.resourceGroup(group) });
    expect(judged(assignment)).toEqual([]);
    expect(assignment.resource.dependsOn).toBeUndefined();
  });

  test('by an exemption of an id, which cannot be waited for', () => {
    const { assignment, exempt } = setUp();
    assignment.addExemption('Exemption', {
      ...exempt,
      scope: RoleScope.resource(`${GROUP_ID}/providers/Microsoft.Web/sites/x`),
    });
    expect(judged(assignment)).toEqual(REFUSED);
    expect(assignment.resource.dependsOn).toBeUndefined();
  });

  test('by an exemption that only Terraform knows the scope of', () => {
    const { stack, assignment, exempt } = setUp();
    const scope = RoleScope.resource(new TerraformVariable(stack, 'given', {}).stringValue);
    assignment.addExemption('Exemption', { ...exempt, scope });
    expect(judged(assignment)).toEqual(OPEN);
  });

  test('by an exemption of which only Terraform knows whether it is there', () => {
    const { stack, assignment, exempt } = setUp();
    assignment.addExemption('Exemption', exempt).resource.addOverride('count', VARIABLE);
    new TerraformVariable(stack, 'given', {});
    expect(judged(assignment)).toEqual(OPEN);
  });

  test.each<[string, unknown, string[]]>([
    ['all members', undefined, []],
    ['the member', ['network'], []],
    ['another member', ['keys'], REFUSED],
    ['a member that only Terraform knows', [VARIABLE], OPEN],
    ['members that only Terraform knows', VARIABLE, OPEN],
  ])('of an initiative by an exemption from %s', (_, referenceIds, codes) => {
    const stack = newStack();
    new TerraformVariable(stack, 'given', {});
    HAND_WRITTEN.service(stack, { local_auth_enabled: false });
    const policy = new PolicyInitiative(stack, 'Initiative', {
      name: 'i',
      displayName: 'I',
      policies: [
        { referenceId: 'network', definition: PUBLIC_NETWORK_ACCESS_DISABLED, effect: DENY },
        { referenceId: 'keys', definition: SignalRPolicies.LOCAL_AUTH_DISABLED, effect: DENY },
      ],
    });
    const assignment = assign(stack, { policy, effect: undefined });
    const exemption = assignment.addExemption('Exemption', {
      ...{ name: 'e', scope: EVERYWHERE, category: PolicyExemptionCategory.MITIGATED, reason: 'Known.' },
    });
    exemption.resource.addOverride('policy_definition_reference_ids', referenceIds);
    expect(judged(assignment)).toEqual(codes);
  });
});

import {
  PolicyAssignment,
  PolicyEffect,
  PolicyExemption,
  PolicyExemptionCategory,
  PolicyExemptionOptions,
  PolicyInitiative,
  SignalRPolicies,
} from '../../src/governance';
import { RoleScope } from '../../src/identity';
import { SUBSCRIPTION } from '../support/governance';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, synth } from '../support/synth';

const SERVICE_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/sigr`;
const ASSIGNMENT_ID = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/policyAssignments/private`;
const OPTIONS = {
  name: 'browsers',
  scope: RoleScope.resource(SERVICE_ID),
  category: PolicyExemptionCategory.WAIVER,
  reason: 'Browsers connect over the internet.',
};

function exempt(change: Partial<PolicyExemptionOptions> = {}) {
  const { stack, resourceGroup } = newGroup();
  const assignment = PolicyAssignment.fromPolicyAssignmentId(stack, 'Assignment', ASSIGNMENT_ID);
  const exemption = new PolicyExemption(stack, 'Exemption', { ...OPTIONS, assignment, ...change });
  return { stack, resourceGroup, exemption };
}

const EXPECTED = {
  name: 'browsers',
  description: 'Browsers connect over the internet.',
  exemption_category: 'Waiver',
  policy_assignment_id: ASSIGNMENT_ID,
};

describe('an exemption is of the resource of azurerm for its scope', () => {
  const { resourceGroup } = newGroup();
  test.each<[string, RoleScope, Record<string, unknown>]>([
    ['resource', RoleScope.resource(SERVICE_ID), { resource_id: SERVICE_ID }],
    [
      'resource_group',
      RoleScope.resourceGroup(resourceGroup),
      { resource_group_id: expect.stringContaining('azurerm_resource_group') },
    ],
    ['subscription', RoleScope.subscription(SUBSCRIPTION), { subscription_id: `/subscriptions/${SUBSCRIPTION}` }],
    [
      'management_group',
      RoleScope.managementGroup('mg'),
      { management_group_id: '/providers/Microsoft.Management/managementGroups/mg' },
    ],
  ])('%s', (kind, scope, attribute) => {
    const { stack, exemption } = exempt({ scope });
    expect(only(stack, `azurerm_${kind}_policy_exemption`)).toEqual({ ...EXPECTED, ...attribute });
    expect(exemption.resource.terraformResourceType).toBe(`azurerm_${kind}_policy_exemption`);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

test('an exemption has what else is given', () => {
  const { stack } = exempt({
    category: PolicyExemptionCategory.MITIGATED,
    displayName: 'Public clients',
    expiresOn: '2027-01-31T00:00:00+01:00',
    referenceIds: ['network'],
  });
  expect(only(stack, 'azurerm_resource_policy_exemption')).toMatchObject({
    exemption_category: 'Mitigated',
    display_name: 'Public clients',
    expires_on: '2027-01-31T00:00:00+01:00',
    policy_definition_reference_ids: ['network'],
  });
  expect(schemaViolations(synth(stack))).toEqual([]);
});

describe('an exemption refuses', () => {
  test.each<[string, Partial<PolicyExemptionOptions>, string]>([
    [
      'a name that is none',
      { name: 'a b ' },
      '[policy/name] "a b " is not the name of a policy exemption; use 1 to 64 characters without # < > * % & : \\ ? . + /, not ending with a blank',
    ],
    [
      'no reason',
      { reason: '' },
      '[policy/text] 0 characters given as the reason; use 1 to 512 characters, not only blanks',
    ],
    [
      'a long display name',
      { displayName: 'x'.repeat(129) },
      '[policy/text] 129 characters given as the display name; use 1 to 128 characters, not only blanks',
    ],
    [
      'a day as its end',
      { expiresOn: '2027-01-31' },
      '[policy/expiry] "2027-01-31" is not a time; use RFC 3339, such as 2027-01-31T00:00:00Z',
    ],
    [
      'a day that there is not',
      { expiresOn: '2027-13-31T00:00:00Z' },
      '[policy/expiry] "2027-13-31T00:00:00Z" is not a time; use RFC 3339, such as 2027-01-31T00:00:00Z',
    ],
    [
      'an empty list of members',
      { referenceIds: [] },
      '[policy/reference-id] no reference ids given; leave the list out for an exemption from all members',
    ],
    [
      'a scope that is none',
      { scope: RoleScope.subscription('prod') },
      '[identity/role-scope] "prod" is not a subscription id; use its GUID alone',
    ],
  ])('%s', (_, change, message) => {
    expect(messageOf(() => exempt(change))).toBe(`Prod/Exemption: ${message}`);
  });

  test('members that are not assigned', () => {
    const { stack } = newGroup();
    const scope = RoleScope.subscription(SUBSCRIPTION);
    const policy = new PolicyInitiative(stack, 'Initiative', {
      name: 'i',
      displayName: 'I',
      policies: [{ definition: SignalRPolicies.PRIVATE_LINK, referenceId: 'link', effect: PolicyEffect.AUDIT }],
    });
    const initiative = new PolicyAssignment(stack, 'Assigned', { name: 'i', scope, policy });
    const options = { ...OPTIONS, referenceIds: ['network'] };
    expect(messageOf(() => initiative.addExemption('Exemption', options))).toBe(
      'Prod/Assigned/Exemption: [policy/reference-id] "network" is not a member of what Prod/Assigned assigns; use link',
    );
    expect(() => initiative.addExemption('Good', { ...OPTIONS, referenceIds: ['link'] })).not.toThrow();
    const single = new PolicyAssignment(stack, 'Single', { name: 's', scope, policy: SignalRPolicies.PRIVATE_LINK });
    expect(messageOf(() => single.addExemption('Exemption', options))).toBe(
      'Prod/Single/Exemption: [policy/reference-id] "network" is not a member of what Prod/Single assigns; use no reference ids, as it assigns one definition',
    );
  });
});

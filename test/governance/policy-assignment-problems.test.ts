import {
  AppServicePolicies,
  NonComplianceMessage,
  PolicyAssignment,
  PolicyAssignmentProps,
  PolicyDefinition,
  PolicyEffect,
  PolicyInitiative,
  PolicyParameter,
  SignalRPolicies,
} from '../../src/governance';
import { RoleScope } from '../../src/identity';
import { SUBSCRIPTION } from '../support/governance';
import { withoutReadOn } from '../support/read-on';
import { messageOf, newGroup } from '../support/synth';

const SET_ID = '/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8';

const problems = (change: Partial<PolicyAssignmentProps>) => {
  const { stack, resourceGroup } = newGroup();
  const scope = RoleScope.resourceGroup(resourceGroup);
  const policy = SignalRPolicies.LOCAL_AUTH_DISABLED;
  try {
    new PolicyAssignment(stack, 'Assignment', { name: 'no-keys', scope, policy, ...change });
  } catch (error) {
    return withoutReadOn((error as Error).message).split('\n');
  }
  return [];
};

const refusedParameters = (policy: PolicyDefinition, names: string[]) =>
  policy._problems(undefined, names).map(({ message }) => message);

test('an assignment takes or leaves a parameter that has a default', () => {
  const { RESOURCE_LOGS } = AppServicePolicies;
  expect(refusedParameters(RESOURCE_LOGS, [])).toEqual([]);
  expect(refusedParameters(RESOURCE_LOGS, ['requiredRetentionDays'])).toEqual([]);
  expect(refusedParameters(RESOURCE_LOGS, ['days'])).toEqual([
    '"days" is not a parameter of "App Service apps should have resource logs enabled"; use requiredRetentionDays',
  ]);
});

describe('an assignment refuses', () => {
  const AT = 'Prod/Assignment:';
  const LOCAL = '"Azure SignalR Service should have local authentication methods disabled"';
  const NAME = 'without # < > * % & : \\ ? . + /, not ending with a blank';

  test.each<[string, Partial<PolicyAssignmentProps>, string]>([
    [
      'a long name',
      { name: 'x'.repeat(65) },
      `[policy/name] "${'x'.repeat(65)}" is not the name of a policy assignment; use 1 to 64 characters ${NAME}`,
    ],
    [
      'a name with a slash',
      { name: 'a/b' },
      `[policy/name] "a/b" is not the name of a policy assignment; use 1 to 64 characters ${NAME}`,
    ],
    [
      'a name with a period at its end',
      { name: 'a.' },
      `[policy/name] "a." is not the name of a policy assignment; use 1 to 64 characters ${NAME}`,
    ],
    ...['a*b', 'a+b', 'a.b', 'a<b'].map((name): [string, Partial<PolicyAssignmentProps>, string] => [
      `the name ${name}`,
      { name },
      `[policy/name] "${name}" is not the name of a policy assignment; use 1 to 64 characters ${NAME}`,
    ]),
    [
      'an empty name',
      { name: '' },
      `[policy/name] "" is not the name of a policy assignment; use 1 to 64 characters ${NAME}`,
    ],
    [
      'a name that is too long for a management group',
      { name: 'x'.repeat(25), scope: RoleScope.managementGroup('mg') },
      `[policy/name] "${'x'.repeat(25)}" is not the name of a policy assignment at a management group; use 1 to 24 characters ${NAME}`,
    ],
    [
      'an effect that the definition does not have',
      { effect: PolicyEffect.APPEND },
      `[policy/effect] "Append" is not an effect of ${LOCAL}; use Audit, Deny, Disabled`,
    ],
    [
      'a parameter that the definition does not have',
      { parameters: { zone: PolicyParameter.text('x') } },
      `[policy/parameter] "zone" is not a parameter of ${LOCAL}; its only parameter is effect`,
    ],
    [
      'a missing parameter',
      { policy: AppServicePolicies.CONFIGURE_PRIVATE_DNS_ZONE, location: 'centralus' },
      '[policy/parameter] "Configure App Service apps to use private DNS zones" needs the parameter privateDnsZoneId; give it',
    ],
    [
      'an identity without a location',
      { policy: SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED },
      '[policy/location] the assignment has an identity, which Azure creates in a region; give a location such as centralus, or use an effect that changes nothing',
    ],
    [
      'a location that is none',
      { location: 'moon' },
      '[core/location] "moon" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
    ],
    [
      'a built-in definition without GUID',
      { policy: PolicyDefinition.builtIn('no-keys', { displayName: 'No keys' }) },
      '[policy/definition] "no-keys" is not the id of a policy definition; use its GUID',
    ],
    [
      'a custom definition by its name',
      { policy: PolicyDefinition.custom('tags', { displayName: 'Tags' }) },
      '[policy/definition] "tags" is not the id of a policy definition; use one such as /subscriptions/.../providers/Microsoft.Authorization/policyDefinitions/NAME',
    ],
    [
      'a scope that is none',
      { notScopes: [RoleScope.subscription('prod')] },
      '[identity/role-scope] "prod" is not a subscription id; use its GUID alone',
    ],
    [
      'an empty message',
      { nonComplianceMessages: [{ content: ' ' }] },
      '[policy/text] 1 characters given as the non-compliance message; use a text, not only blanks',
    ],
    [
      'a message for a member of a definition',
      { nonComplianceMessages: [{ content: 'x', referenceId: 'keys' }] },
      `[policy/reference-id] "keys" is not a member of ${LOCAL}; leave the reference id out`,
    ],
  ])('%s', (_, change, message) => {
    expect(problems(change)).toEqual([`${AT} ${message}`]);
  });

  test('everything that is wrong at once', () => {
    expect(problems({ name: '', effect: PolicyEffect.APPEND, location: 'moon' })).toHaveLength(3);
  });

  describe('of an initiative', () => {
    const ofInitiative = (change: Partial<PolicyAssignmentProps>) => {
      const { stack } = newGroup();
      const initiative = new PolicyInitiative(stack, 'Initiative', {
        name: 'keys',
        displayName: 'Keys',
        policies: [{ referenceId: 'keys', definition: SignalRPolicies.LOCAL_AUTH_DISABLED }],
      });
      const props = { name: 'keys', scope: RoleScope.subscription(SUBSCRIPTION), policy: initiative, ...change };
      return () => new PolicyAssignment(stack, 'Assignment', props);
    };

    test.each<[string, Partial<PolicyAssignmentProps>, string]>([
      [
        'an effect',
        { effect: PolicyEffect.DENY },
        '[policy/effect] an initiative has no effect of its own; give the effects of its members with parameters such as effect-keys',
      ],
      [
        'an effect that a member does not have',
        { parameters: { 'effect-keys': PolicyParameter.text('Append') } },
        `[policy/effect] "Append" is not an effect of ${LOCAL}; use Audit, Deny, Disabled`,
      ],
      [
        'an unknown parameter',
        { parameters: { effect: PolicyParameter.text('Deny') } },
        '[policy/parameter] "effect" is not a parameter of "Keys"; use effect-keys',
      ],
      [
        'a message for what is no member',
        { nonComplianceMessages: [{ content: 'x', referenceId: 'locks' }] },
        '[policy/reference-id] "locks" is not a member of "Keys"; use keys',
      ],
    ])('%s', (_, change, message) => {
      expect(messageOf(ofInitiative(change))).toBe(`${AT} ${message}`);
    });

    test('but not the effect of a member, and a message for one', () => {
      const nonComplianceMessages: NonComplianceMessage[] = [{ content: 'x', referenceId: 'keys' }];
      const parameters = { 'effect-keys': PolicyParameter.text('Audit') };
      expect(ofInitiative({ nonComplianceMessages, parameters })).not.toThrow();
    });

    test('an effect for one whose members are not known, but no parameters', () => {
      const { stack } = newGroup();
      const policy = PolicyInitiative.fromPolicySetDefinitionId(stack, 'Initiative', SET_ID);
      const parameters = { any: PolicyParameter.text('x') };
      const nonComplianceMessages = [{ content: 'x', referenceId: 'any' }];
      const props = {
        name: 'a',
        scope: RoleScope.subscription(SUBSCRIPTION),
        policy,
        parameters,
        nonComplianceMessages,
      };
      expect(messageOf(() => new PolicyAssignment(stack, 'Assignment', { ...props, effect: PolicyEffect.DENY }))).toBe(
        `${AT} [policy/effect] an initiative has no effect of its own; give the effects of its members with parameters such as its own`,
      );
    });
  });
});

import { TerraformStack, Testing } from 'cdktf';
import {
  LockLevel,
  PolicyAssignment,
  PolicyExemptionCategory,
  PolicyInitiative,
  ResourceLock,
  SignalRPolicies,
} from '../../src/governance';
import { Role, RoleScope } from '../../src/identity';
import { newApp } from '../support/app';
import { assign, SUBSCRIPTION } from '../support/governance';
import { newPlainChat } from '../support/plain-chat';
import { newStack } from '../support/synth';

/** The JSON as Terraform reads it, without cdktf's validations. */
const jsonOf = (stack: TerraformStack) => Testing.synth(stack);
const pathsOf = ({ node }: TerraformStack) => node.root.node.findAll().map((construct) => construct.node.path);

describe.each<[string, () => TerraformStack]>([
  ['plain azurerm', () => newPlainChat().stack],
  ['an architecture', () => newApp().stack],
])('the check of the own design adds nothing to the JSON of %s', (_, define) => {
  test.each<[string, (stack: TerraformStack) => { readonly node: { validate(): string[] } }]>([
    [
      'by an initiative with an exemption',
      (stack) => {
        const policy = PolicyInitiative.isolated(stack, 'Initiative');
        const assignment = assign(stack, { policy, effect: undefined });
        const scope = RoleScope.subscription(SUBSCRIPTION);
        const category = PolicyExemptionCategory.WAIVER;
        assignment.addExemption('Exemption', { name: 'e', scope, category, reason: 'Browsers connect.' });
        return assignment;
      },
    ],
    ['by a policy with the effect Deny', (stack) => assign(stack)],
    [
      'by a lock',
      (stack) =>
        new ResourceLock(stack, 'Lock', {
          scope: RoleScope.subscription(SUBSCRIPTION),
          level: LockLevel.READ_ONLY,
        }),
    ],
  ])('%s', (__, ask) => {
    const stack = define();
    const asking = ask(stack);
    const before = [jsonOf(stack), ...pathsOf(stack)];
    asking.node.validate();
    asking.node.validate();
    expect([jsonOf(stack), ...pathsOf(stack)]).toEqual(before);
  });
});

test('an assignment whose roles are refused leaves the stack as it was', () => {
  const stack = newStack();
  const before = jsonOf(stack);
  const define = () =>
    new PolicyAssignment(stack, 'Assignment', {
      name: 'a',
      scope: RoleScope.subscription(SUBSCRIPTION),
      policy: SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED,
      location: 'centralus',
      roles: [Role.builtIn('Reader', 'acdd72a7')],
    });
  expect(define).toThrow('Prod/Assignment/Role-Reader: [identity/role-definition]');
  expect(jsonOf(stack)).toBe(before);
});

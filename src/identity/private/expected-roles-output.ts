import { Lazy, TerraformOutput, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { isInTree, registry } from '../../core/internal/registry';
import { Violations } from '../../core/internal/violations';
import { writeOutputAsHcl } from '../../engine/hcl';
import { ExpectedRole } from '../expected-role';

/** Suffix of the name of each output of expected roles, by which readers of a configuration recognise the output. */
const NAME = 'expected-roles';

type Listed = (isInStack: (assignment: IConstruct) => boolean) => ExpectedRole[];

/** Defines the output of the stack of an assignment, once for a list: roles refer to what their own stack can read. */
export function defineExpectedRolesOutput(scope: IConstruct, assignment: IConstruct, listed: Listed): void {
  const stack = TerraformStack.of(assignment);
  const id = outputIdOf(scope, stack);
  const outputs = registry<IConstruct>(stack, 'outputs of expected roles');
  const key = `${stack.node.path} ${scope.node.path}`;
  const known = outputs.get(key);
  if (known && isInTree(known)) return;
  if (stack.node.tryFindChild(id)) {
    const violations = new Violations(scope);
    violations.add('core/duplicate-output', `the stack has ${id} already; give one of the two another construct id`);
    violations.throwIfAny();
  }
  const value = Lazy.anyValue({
    produce: () => listed((each) => TerraformStack.of(each) === stack).map(argumentsOf),
  });
  const description =
    'Roles that another team is to assign: arguments of azurerm_role_assignment, and the name of the role';
  outputs.set(key, writeOutputAsHcl(new TerraformOutput(stack, id, { value, description })));
}

/** The path of the list's scope within its stack, joined by dashes. */
function outputIdOf(scope: IConstruct, stack: TerraformStack): string {
  const { scopes } = scope.node;
  const own = scopes.filter(TerraformStack.isStack).pop() ?? stack;
  const path = scopes.slice(own.node.scopes.length).map(({ node }) => node.id);
  return [...path, NAME].join('-');
}

function argumentsOf(role: ExpectedRole) {
  return {
    role: role.roleName,
    role_definition_id: role.roleDefinitionId,
    scope: role.scope,
    principal_id: role.principalId,
    principal_type: role.principalType,
    description: role.description,
    condition: role.condition,
    condition_version: role.condition === undefined ? undefined : '2.0',
  };
}

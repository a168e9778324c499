import { RoleAssignment as RoleAssignmentResource } from '@cdktf/provider-azurerm/lib/role-assignment';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ExpectedRoles } from './expected-roles';
import { IPrincipal } from './principal';
import { Role } from './role';
import { RoleScope } from './role-scope';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { isInTree, keyOf, registry } from '../core/internal/registry';
import { conditionFault } from '../core/internal/role-condition';
import { isKnown, Violations } from '../core/internal/violations';
import { warn } from '../engine/warn';
import { beginDefinition } from '../placement/definition';

/** Properties of a role assignment. */
export interface RoleAssignmentProps {
  /** Role that is granted. */
  readonly role: Role;

  /** To whom. */
  readonly principal: IPrincipal;

  /** Scope of the role; the narrower, the better. */
  readonly scope: RoleScope;

  /**
   * Explains why the role is granted, for those who review assignments.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Condition of the role: an expression of Azure's attribute-based access control, version 2.0. Azure knows attributes
   * of few data actions, those of SignalR not among them.
   *
   * @default - always
   * @see https://learn.microsoft.com/azure/role-based-access-control/conditions-format
   */
  readonly condition?: string;

  /**
   * Provider of the assignment, for a scope in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Grants a role to a principal at a scope; below `ExpectedRoles` another team is to assign it. */
export class RoleAssignment extends Construct {
  /**
   * The assignment of a role to a principal at a scope, if the tree has one: Azure accepts one.
   *
   * @internal
   */
  public static _of(tree: IConstruct, props: RoleAssignmentProps): RoleAssignment | undefined {
    const assignment = assignmentsIn(tree).get(keyFor(props));
    return assignment && isInTree(assignment) ? assignment : undefined;
  }

  /** Condition of the role; `undefined` for always. */
  public readonly condition?: string;

  /**
   * The provider's resource, for settings that this class does not model; `undefined` where another team is to assign
   * the role, as `ExpectedRoles` lists it.
   */
  public readonly resource?: RoleAssignmentResource;

  /**
   * Grants a role. Warns with `identity/wide-scope` where more than one resource inherits it.
   *
   * @throws `identity/role-scope`, `identity/role-definition`, `identity/custom-role`, `identity/condition`,
   * `identity/description`, `core/duplicate-output`; when the stack is validated also `identity/assignable-scope`
   */
  public constructor(scope: Construct, id: string, props: RoleAssignmentProps) {
    checkInput('identity.RoleAssignment', arguments);
    super(scope, id);
    this.refuseBadProps(props);

    const { condition } = props;
    this.condition = condition;
    const assigned = {
      scope: props.scope.id,
      roleDefinitionId: props.role.definitionIdIn(props.scope),
      principalId: props.principal.principalId,
      principalType: props.principal.principalType,
      description: props.description,
      condition,
    };
    const expected = ExpectedRoles._of(this);
    if (expected) {
      expected._add(this, { roleName: props.role.name, ...assigned });
    } else {
      beginDefinition(this);
      this.resource = new RoleAssignmentResource(this, 'Resource', {
        ...assigned,
        conditionVersion: condition === undefined ? undefined : '2.0',
        provider: props.provider,
      });
      attachedTo(this, props.scope.id).add(this.resource);
    }
    assignmentsIn(this).set(keyFor(props), this);
    const width = props.scope._width;
    if (width) warn(this, 'identity/wide-scope', `${props.role._label} at ${width}`);
  }

  private refuseBadProps(props: RoleAssignmentProps): void {
    const { role, scope, condition, description } = props;
    const violations = new Violations(this);
    violations.include(scope._problems());
    violations.include(role._problems(scope));
    if (isKnown(condition) && condition.trim() === '') {
      violations.add(
        'identity/condition',
        'the condition is empty; leave it out for an assignment without a condition',
      );
    } else if (isKnown(condition)) {
      const fault = conditionFault(condition);
      if (fault !== undefined) violations.add('identity/condition', `the condition ${fault}`);
    }
    if (isKnown(description) && description.trim() === '') {
      violations.add('identity/description', 'the description is empty; say why the role is granted, or leave it out');
    }
    violations.throwIfAny();
  }
}

function assignmentsIn(tree: IConstruct): Map<string, RoleAssignment> {
  return registry<RoleAssignment>(tree, 'role assignments');
}

function keyFor({ role, principal, scope }: RoleAssignmentProps): string {
  return keyOf(role.id, principal.principalId, scope.id);
}

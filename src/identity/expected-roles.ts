import { IConstruct } from 'constructs';
import { ExpectedRole } from './expected-role';
import { defineExpectedRolesOutput } from './private/expected-roles-output';
import { checkInput } from '../core/internal/input/check-input';
import { isInTree, registry } from '../core/internal/registry';
import { Violations } from '../core/internal/violations';

/**
 * Leaves the role assignments of a configuration to another team, where the deployer may not assign roles.
 *
 * Below the scope that it is attached to, `grant...` and `connect...` define no `azurerm_role_assignment`. What they
 * would assign is listed in `roles`, and in an output of each stack that ends with `expected-roles`, which `terraform
 * output -json` prints with all ids once Terraform has created scopes and principals. The list is what goes into the
 * request to the other team. Nothing waits for a role that is expected, so apps call in vain, and Azure rejects
 * certificates that a service cannot read, until it is assigned.
 *
 * Both architectures attach it with `roleAssignments: false`.
 */
export class ExpectedRoles {
  /**
   * Expects all roles from another team that are granted at or below a construct from now on: a service, an
   * architecture, a stack or the app. Attached again to the same construct it gives the same list.
   *
   * @throws `identity/assigned-before` where a role at or below the construct is assigned already; later, where the
   * stack has another child of the output's name, `core/duplicate-output`
   */
  public static attach(scope: IConstruct): ExpectedRoles {
    checkInput('identity.ExpectedRoles.attach', arguments);
    const lists = listsIn(scope);
    const known = lists.get(scope.node.path);
    if (known?.scope === scope) return known.list;
    refuseAssigned(scope);
    const list = new ExpectedRoles(scope);
    lists.set(scope.node.path, { list, scope });
    return list;
  }

  /**
   * The list that the roles of a construct go into; that of the nearest scope above.
   *
   * @internal
   */
  public static _of(construct: IConstruct): ExpectedRoles | undefined {
    const lists = listsIn(construct);
    if (lists.size === 0) return undefined;
    const above = [...construct.node.scopes].reverse();
    const found = above.map((each) => {
      const entry = lists.get(each.node.path);
      return entry && (entry.scope ?? each) === each ? entry.list : undefined;
    });
    return found.find((list) => list !== undefined);
  }

  private readonly expected = new Map<IConstruct, ExpectedRole>();

  private constructor(private readonly scope: IConstruct) {}

  /** The roles that are expected so far, in the order in which they were granted. */
  public get roles(): ExpectedRole[] {
    return this.listOf(() => true);
  }

  /**
   * Adds what an assignment would assign, to the output of its stack too.
   *
   * @internal
   */
  public _add(assignment: IConstruct, role: ExpectedRole): void {
    defineExpectedRolesOutput(this.scope, assignment, (isInStack) => this.listOf(isInStack));
    this.expected.set(assignment, role);
  }

  /**
   * Takes the roles of an assignment that is about to be defined outside of the scope, for what is in it.
   *
   * @internal
   */
  public _take(place: IConstruct, id: string): void {
    listsIn(place).set(`${place.node.path}/${id}`, { list: this });
  }

  private listOf(isAsked: (assignment: IConstruct) => boolean): ExpectedRole[] {
    return [...this.expected]
      .filter(([assignment]) => isInTree(assignment) && isAsked(assignment))
      .map(([, role]) => role);
  }
}

/** The list that the roles below a path go into. */
interface Entry {
  readonly list: ExpectedRoles;
  /** The construct of the path; another one may have its path later. Nothing where it is not defined yet. */
  readonly scope?: IConstruct;
}

function listsIn(tree: IConstruct): Map<string, Entry> {
  return registry<Entry>(tree, 'expected roles');
}

function refuseAssigned(scope: IConstruct): void {
  const assigned = [...registry<IConstruct>(scope, 'role assignments').values()].filter(
    (assignment) => isInTree(assignment) && assignment.node.scopes.includes(scope) && !ExpectedRoles._of(assignment),
  );
  if (assigned.length === 0) return;
  const violations = new Violations(scope);
  const paths = assigned.map(({ node }) => node.path).join(', ');
  violations.add(
    'identity/assigned-before',
    `${paths} assigns a role already; call ExpectedRoles.attach before roles are granted`,
  );
  violations.throwIfAny();
}

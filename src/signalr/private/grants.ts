import { createHash } from 'crypto';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { Prerequisites } from '../../core/private/ordering';
import { resolved } from '../../core/private/resolved';
import { Violations } from '../../core/private/violations';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../../identity';
import { GrantOptions } from '../grant-options';

/** Beginnings of construct ids, by role id; they are a contract. */
const STEMS = new Map([
  [Role.SIGNALR_APP_SERVER.id, 'AppServer'],
  [Role.SIGNALR_SERVICE_OWNER.id, 'ServiceOwner'],
  [Role.SIGNALR_REST_API_OWNER.id, 'RestApiOwner'],
  [Role.SIGNALR_REST_API_READER.id, 'RestApiReader'],
  [Role.SIGNALR_ACCESS_KEY_READER.id, 'AccessKeyReader'],
  [Role.SIGNALR_CONTRIBUTOR.id, 'Contributor'],
]);

/** What is granted, to whom and how. */
export interface Grant {
  readonly principal: IPrincipal;
  readonly role: Role;
  readonly options: GrantOptions;
  /** The service itself, as a scope. */
  readonly own: RoleScope;
  readonly provider?: TerraformProvider;
}

/** The roles that principals are granted on one service. */
export class Grants {
  private readonly granted = new Map<string, { readonly assignment: RoleAssignment; readonly condition?: string }>();

  /** @param attached takes what is granted on the service itself */
  public constructor(
    private readonly service: Construct,
    private readonly attached: Prerequisites,
  ) {}

  /** Grants a role; granting it twice gives the first assignment again. */
  public add(grant: Grant): RoleAssignment {
    const { principal, role, provider, own, options } = grant;
    const { scope = own, condition, description } = options;
    // Tokens differ each time that an attribute is read; what they stand for does not.
    const key = this.resolve([role.id.toLowerCase(), principal.node.path, scope.id]);
    const before = this.granted.get(key);
    if (before) {
      this.refuseOtherCondition(grant, before.condition);
      return before.assignment;
    }
    const isOwn = this.resolve(scope.id) === this.resolve(own.id);
    const id = this.idOf(grant, isOwn ? undefined : this.resolve(scope.id));
    const assignment = new RoleAssignment(this.service, id, {
      role,
      principal,
      scope,
      condition,
      description,
      provider,
    });
    this.granted.set(key, { assignment, condition });
    if (isOwn) this.attached.add(assignment.resource);
    return assignment;
  }

  private idOf({ role, principal, options }: Grant, otherScope?: string): string {
    const stem = STEMS.get(role.id.toLowerCase());
    const id = `${stem ?? 'Role'}-${principal.node.id}-${principal.node.addr.slice(-6)}`;
    const details = [stem ? undefined : this.resolve(role.id), otherScope, options.condition];
    if (details.every((detail) => detail === undefined)) return id;
    return `${id}-${createHash('sha256').update(this.resolve(details)).digest('hex').slice(0, 6)}`;
  }

  private refuseOtherCondition({ role, principal, options }: Grant, condition?: string): void {
    if (options.condition === condition) return;
    const violations = new Violations(this.service);
    violations.add(
      'identity/duplicate-assignment',
      `${principal.node.path} has the ${role._label} at this scope already, under another condition or none, and Azure takes one assignment of a role to a principal at a scope; join the conditions`,
    );
    violations.throwIfAny();
  }

  private resolve(value: unknown): string {
    return JSON.stringify(resolved(this.service, value));
  }
}

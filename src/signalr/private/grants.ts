import { createHash } from 'crypto';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { Violations } from '../../core/internal/violations';
import { resolved } from '../../engine/resolved';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../../identity';
import { defineGrant } from '../../identity/internal/grant-once';
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

/** Role to grant, with its principal and options. */
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
  private readonly granted = new Map<string, RoleAssignment>();

  public constructor(private readonly service: Construct) {}

  /** Grants a role; granting it twice gives the first assignment again. */
  public add(grant: Grant): RoleAssignment {
    const { principal, role, provider, own, options } = grant;
    const { scope = own, condition, description } = options;
    const props = { role, principal, scope, condition, description, provider };
    const key = this.resolve([role.id.toLowerCase(), principal.node.path, scope.id]);
    const before = this.granted.get(key) ?? RoleAssignment._of(this.service, props);
    if (before) this.refuseOtherCondition(grant, before);
    const stem = STEMS.get(role.id.toLowerCase()) ?? 'Role';
    const assignment = before ?? defineGrant(this.service, stem, props, this.detailOf(grant));
    this.granted.set(key, assignment);
    return assignment;
  }

  /** The condition is no part of it: Azure replaces the assignment when it changes, and takes no second one. */
  private detailOf({ role, own, options }: Grant): string | undefined {
    const { scope = own } = options;
    const isOwn = this.resolve(scope.id) === this.resolve(own.id);
    const isNamed = STEMS.has(role.id.toLowerCase());
    if (isOwn && isNamed) return undefined;
    const details = [isNamed ? undefined : this.resolve(role.id), isOwn ? undefined : this.resolve(scope.id)];
    return createHash('sha256').update(this.resolve(details)).digest('hex').slice(0, 6);
  }

  private refuseOtherCondition({ role, principal, options }: Grant, before: RoleAssignment): void {
    if (options.condition === before.condition) return;
    const violations = new Violations(this.service);
    violations.add(
      'identity/duplicate-assignment',
      `${principal.node.path} has the ${role._label} at this scope already (${before.node.path}), with another condition or without one, and Azure accepts one assignment of a role to a principal at a scope; join the conditions`,
    );
    violations.throwIfAny();
  }

  private resolve(value: unknown): string {
    return JSON.stringify(resolved(this.service, value));
  }
}

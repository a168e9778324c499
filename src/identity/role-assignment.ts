import { RoleAssignment as RoleAssignmentResource } from '@cdktf/provider-azurerm/lib/role-assignment';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { IPrincipal } from './principal';
import { Role } from './role';
import { isKnown, Violations } from '../core/private/violations';

/** Properties of a role assignment. */
export interface RoleAssignmentProps {
  /** What is granted. */
  readonly role: Role;

  /** To whom. */
  readonly principal: IPrincipal;

  /** Azure id of a resource, resource group or subscription, beginning with `/subscriptions/`. */
  readonly scope: string;

  /**
   * Provider of the assignment, for a scope in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Grants a role to a principal at a scope. */
export class RoleAssignment extends Construct {
  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: RoleAssignmentResource;

  /**
   * Grants a role.
   *
   * @throws `identity/role-scope`
   */
  public constructor(scope: Construct, id: string, props: RoleAssignmentProps) {
    super(scope, id);
    const violations = new Violations(this);
    if (isKnown(props.scope) && !/^\/subscriptions\/[^/]+(\/.+)?$/.test(props.scope)) {
      violations.add(
        'identity/role-scope',
        `"${props.scope}" is not a scope; use the id of a resource, resource group or subscription, as /subscriptions/...`,
      );
    }
    violations.throwIfAny();

    this.resource = new RoleAssignmentResource(this, 'Resource', {
      scope: props.scope,
      roleDefinitionId: props.role.definitionIdIn(props.scope),
      principalId: props.principal.principalId,
      principalType: props.principal.principalType,
      provider: props.provider,
    });
  }
}

import { RoleDefinition } from '@cdktf/provider-azurerm/lib/role-definition';
import { Construct, IConstruct } from 'constructs';
import { CustomRoleProps } from './custom-role-props';
import { beginDefinition } from '../placement/definition';
import { customRoleProblems, dataActionProblems } from './private/custom-role-problems';
import { definitionIdProblems } from './private/role-definition-id';
import { Role } from './role';
import { checkInput } from '../core/internal/input/check-input';
import { refuse, Violations } from '../core/internal/violations';

/** A custom role, owned or existing. */
export interface ICustomRole extends IConstruct {
  /** The role, for assignments. */
  readonly role: Role;
}

/** Attributes of an existing custom role. */
export interface CustomRoleAttributes {
  /** Display name, for messages. */
  readonly name: string;

  /**
   * Azure id of the definition, such as `/subscriptions/.../providers/Microsoft.Authorization/roleDefinitions/GUID`.
   */
  readonly roleDefinitionId: string;

  /**
   * Actions on data that the role permits, so that a role too weak for its use is rejected.
   *
   * @default - not known
   */
  readonly dataActions?: string[];

  /**
   * Actions that are excluded from `dataActions`.
   *
   * @default - nothing
   */
  readonly notDataActions?: string[];
}

/**
 * Defines a role of one's own, for less than the built-in roles permit.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/custom-roles
 */
export class CustomRole extends Construct implements ICustomRole {
  /**
   * Refers to an existing custom role.
   *
   * @throws `identity/role-definition`, `identity/custom-role`
   */
  public static fromCustomRoleAttributes(scope: Construct, id: string, attributes: CustomRoleAttributes): ICustomRole {
    checkInput('identity.CustomRole.fromCustomRoleAttributes', arguments);
    const { name, roleDefinitionId, dataActions, notDataActions } = attributes;
    class Import extends Construct implements ICustomRole {
      public readonly role = Role._custom(name, roleDefinitionId, dataActions && { dataActions, notDataActions });
    }
    const customRole = new Import(scope, id);
    refuse(
      customRole,
      definitionIdProblems(roleDefinitionId),
      dataActionProblems([...(dataActions ?? []), ...(notDataActions ?? [])]),
    );
    return customRole;
  }

  public readonly role: Role;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: RoleDefinition;

  /**
   * Defines a role.
   *
   * @throws `identity/custom-role`, `identity/role-scope`
   */
  public constructor(scope: Construct, id: string, props: CustomRoleProps) {
    checkInput('identity.CustomRole', arguments);
    super(scope, id);
    const violations = new Violations(this);
    violations.include(customRoleProblems(props));
    violations.throwIfAny();

    beginDefinition(this);
    const { name, description, dataActions = [], notDataActions, provider } = props;
    const scopes = [...new Set(props.assignableScopes.map((each) => each.id))];
    this.resource = new RoleDefinition(this, 'Resource', {
      name,
      description,
      scope: scopes[0],
      assignableScopes: scopes,
      permissions: [
        {
          actions: filled(props.actions),
          notActions: filled(props.notActions),
          dataActions: filled(dataActions),
          notDataActions: filled(notDataActions),
        },
      ],
      provider,
    });
    // The provider's own id is that of the definition and its scope in one, which assignments do not take.
    const definitionId = this.resource.roleDefinitionResourceId;
    this.role = Role._custom(name, definitionId, { dataActions, notDataActions });
  }
}

function filled(actions: string[] = []): string[] | undefined {
  return actions.length > 0 ? actions : undefined;
}

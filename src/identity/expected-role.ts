import { PrincipalType } from './principal';

/** A role that another team is to assign: what goes into the request to that team. */
export interface ExpectedRole {
  /** Display name of the role, such as `SignalR App Server`. */
  readonly roleName: string;

  /** Azure id of the role's definition, as `role_definition_id` of `azurerm_role_assignment` takes it. */
  readonly roleDefinitionId: string;

  /** Azure id of where the role is to hold. */
  readonly scope: string;

  /** Object id of whom the role is for; most are only known when Terraform runs. */
  readonly principalId: string;

  /** Kind of the principal. */
  readonly principalType: PrincipalType;

  /**
   * Explains why the role is needed.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Condition of the role, as an expression of Azure's attribute-based access control, version 2.0.
   *
   * @default - always
   */
  readonly condition?: string;
}

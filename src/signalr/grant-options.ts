import { RoleScope } from '../identity';

/** Options for granting a role on a service. */
export interface GrantOptions {
  /**
   * Scope of the role. What is below inherits it, so a wider scope also opens other services.
   *
   * @default - this service only
   */
  readonly scope?: RoleScope;

  /**
   * Condition of the role: an expression of Azure's attribute-based access control, version 2.0.
   *
   * @default - always
   */
  readonly condition?: string;

  /**
   * Explains why the role is granted, for those who review assignments.
   *
   * @default - no description
   */
  readonly description?: string;
}

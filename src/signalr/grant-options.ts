import { RoleScope } from '../identity';

/** How a role on a service is granted. */
export interface GrantOptions {
  /**
   * Where the role holds. What lies below inherits it, so a wider scope also opens other services.
   *
   * @default - this service only
   */
  readonly scope?: RoleScope;

  /**
   * When the role holds: an expression of Azure's attribute-based access control, version 2.0.
   *
   * @default - always
   */
  readonly condition?: string;

  /**
   * Why the role is granted, for those who review assignments.
   *
   * @default - no description
   */
  readonly description?: string;
}

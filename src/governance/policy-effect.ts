/**
 * Action of Azure Policy for a resource that violates a policy.
 *
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/effect-basics
 */
export enum PolicyEffect {
  /** Adds fields while the resource is created or updated. */
  APPEND = 'Append',

  /** Reports the resource. */
  AUDIT = 'Audit',

  /** Reports the resource where a related one is missing, such as a diagnostic setting. */
  AUDIT_IF_NOT_EXISTS = 'AuditIfNotExists',

  /** Denies the creation and the update of the resource. */
  DENY = 'Deny',

  /** Deploys a related resource where it is missing; needs an identity with roles. */
  DEPLOY_IF_NOT_EXISTS = 'DeployIfNotExists',

  /** Nothing; the policy is not evaluated. */
  DISABLED = 'Disabled',

  /** Changes fields while the resource is created or updated; needs an identity with roles. */
  MODIFY = 'Modify',
}

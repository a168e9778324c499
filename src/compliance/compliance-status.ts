/** Verdict of a rule on a resource. */
export enum ComplianceStatus {
  /** The resource is as the rule asks. */
  COMPLIANT = 'compliant',

  /** It is not. */
  VIOLATED = 'violated',

  /** Violated or unknown, and accepted with a reason. */
  ACKNOWLEDGED = 'acknowledged',

  /** The rule has nothing to say of it. */
  NOT_APPLICABLE = 'not applicable',

  /** Not known: a value that decides is only known when Terraform runs, or is not in the configuration. */
  UNKNOWN = 'unknown',
}

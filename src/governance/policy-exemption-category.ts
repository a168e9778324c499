/** Explains why a scope is exempt from an assignment. */
export enum PolicyExemptionCategory {
  /** The intent of the policy is met by other means. */
  MITIGATED = 'Mitigated',

  /** The resource does not comply, and that is accepted for a time. */
  WAIVER = 'Waiver',
}

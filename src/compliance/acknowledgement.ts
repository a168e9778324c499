/** Says why a violation is accepted. */
export interface Acknowledgement {
  /**
   * Id of a rule, such as `SIG5`, for all that it finds; or of one finding, such as `SIG5[Origin::http://localhost:3000]`,
   * with which the message about it begins.
   */
  readonly rule: string;

  /** Reason of the acceptance; at least 10 characters. */
  readonly reason: string;

  /**
   * Last day on which it is accepted, as `YYYY-MM-DD` in UTC. From the next day on, the violation counts again.
   *
   * @default - it is accepted without end
   */
  readonly expires?: string;

  /**
   * Place of the decision, such as the number of a ticket.
   *
   * @default - not stated
   */
  readonly ticket?: string;

  /**
   * Owner of the decision: a person or a team.
   *
   * @default - not stated
   */
  readonly owner?: string;
}

/** One broken rule, told without the place where it was broken. */
export interface Problem {
  /** Stable code of the rule, as `layer/rule`. */
  readonly code: string;
  /** What was given and what to do. */
  readonly message: string;
}

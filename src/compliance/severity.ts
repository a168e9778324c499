/** Effect of a violated rule on synth. */
export enum Severity {
  /** Synth fails. */
  ERROR = 'error',

  /** Synth goes on with a warning. */
  WARNING = 'warning',

  /** For the report alone. */
  INFO = 'info',
}

/** What a violated rule does to synth. */
export enum Severity {
  /** Synth fails. */
  ERROR = 'error',

  /** Synth goes on with a warning. */
  WARNING = 'warning',

  /** The report tells it, nothing else. */
  INFO = 'info',
}

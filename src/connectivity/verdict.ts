/** Whether a request arrives and is let in. */
export enum Verdict {
  /** It arrives over the path that is told, and is let in there. */
  ALLOWED = 'allowed',

  /** It does not arrive, or is refused. */
  DENIED = 'denied',

  /** What decides is not in the construct tree, or only known when Terraform runs. */
  UNKNOWN = 'unknown',
}

/** Whether a request arrives and is let in. */
export enum Verdict {
  /** It arrives over the path that is told, and is let in there. */
  ALLOWED = 'allowed',

  /** The request does not arrive, or is rejected. */
  DENIED = 'denied',

  /** What decides is not in the construct tree, or only known when Terraform runs. */
  UNKNOWN = 'unknown',
}

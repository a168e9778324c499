/** Verdict on a request: whether it arrives and is allowed. */
export enum Verdict {
  /** The request arrives over the reported path, and is allowed there. */
  ALLOWED = 'allowed',

  /** The request does not arrive, or is rejected. */
  DENIED = 'denied',

  /** Not known: a value that decides is not in the configuration, or only known when Terraform runs. */
  UNKNOWN = 'unknown',
}

/** Kind of answer to a name in a network. */
export enum ResolutionKind {
  /** The address that every client on the internet gets. */
  PUBLIC = 'public',

  /** The address of a private endpoint. */
  PRIVATE = 'private',

  /** The name does not exist there. */
  NXDOMAIN = 'nxdomain',

  /** No server answers, since queries do not arrive at the DNS servers that are asked. */
  UNANSWERED = 'unanswered',

  /** Servers that are not in the construct tree answer, or the answer is only known when Terraform runs. */
  UNKNOWN = 'unknown',
}

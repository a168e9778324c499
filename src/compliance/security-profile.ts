/** The architecture that the rules hold resources to. */
export enum SecurityProfile {
  /** Browsers connect over the internet; server traffic is private. */
  PUBLIC_CLIENTS = 'publicClients',

  /** Nothing is reachable over the internet. */
  ISOLATED = 'isolated',
}

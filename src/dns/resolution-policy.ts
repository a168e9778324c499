/**
 * Treatment of a name that the linked zone lacks.
 *
 * @see https://learn.microsoft.com/azure/dns/private-dns-fallback
 */
export enum ResolutionPolicy {
  /** The name does not exist. */
  DEFAULT = 'Default',

  /**
   * Public DNS is asked for the name; only for private link zones.
   *
   * This is the way out of a known issue: a linked zone hides the public records of all services of its kind that
   * have a private endpoint elsewhere, so that the network cannot reach them by their public address.
   */
  NX_DOMAIN_REDIRECT = 'NxDomainRedirect',
}

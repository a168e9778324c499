/**
 * Routing of clients to the service, or to a replica of it, in its own region.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-enable-geo-replication#disable-or-enable-the-replica-endpoint
 */
export enum RegionEndpoint {
  /** New connections go to this region when it is the nearest. */
  ENABLED = 'Enabled',

  /** New connections go to other regions; existing ones continue. */
  DISABLED = 'Disabled',
}

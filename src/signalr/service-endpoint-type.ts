/**
 * What an application uses one of several services for.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-multi-instances
 */
export enum ServiceEndpointType {
  /** Clients are sent to it. */
  PRIMARY = 'primary',

  /** Clients are sent to it while no primary one answers. */
  SECONDARY = 'secondary',
}

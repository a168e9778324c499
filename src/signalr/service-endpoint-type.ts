/**
 * Purpose for which an application uses one of several services.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-multi-instances
 */
export enum ServiceEndpointType {
  /** Clients are sent to it. */
  PRIMARY = 'primary',

  /** Clients are sent to it while no primary one answers. */
  SECONDARY = 'secondary',
}

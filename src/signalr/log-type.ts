/**
 * Types of logs that a SignalR service records, in its resource logs and in live trace.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-diagnostic-logs
 */
export enum LogType {
  /** Connections that open and close. */
  CONNECTIVITY = 'Connectivity',

  /** Messages on their way through the service; many. */
  MESSAGING = 'Messaging',

  /** Calls of the REST API and negotiations. */
  HTTP_REQUEST = 'HttpRequest',
}

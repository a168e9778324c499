/**
 * Kinds of events that a SignalR service in Serverless mode sends to upstreams, in Azure's spelling.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/concept-upstream
 */
export enum UpstreamCategory {
  /** A client has connected or disconnected. */
  CONNECTIONS = 'connections',

  /** A client invokes a hub method. */
  MESSAGES = 'messages',
}

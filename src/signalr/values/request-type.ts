/**
 * Kinds of requests that Azure SignalR Service distinguishes, in azurerm's spelling.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control
 */
export enum RequestType {
  /** A hub server opens its connection to the service. */
  SERVER_CONNECTION = 'ServerConnection',

  /** A client, such as a browser, opens its connection to the service. */
  CLIENT_CONNECTION = 'ClientConnection',

  /** A call of the REST API: messages, groups, health, and the keys that Entra authentication fetches. */
  REST_API = 'RESTAPI',

  /** Live trace. */
  TRACE = 'Trace',
}

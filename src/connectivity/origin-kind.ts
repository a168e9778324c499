/** Kind of place that a request comes from. */
export enum OriginKind {
  /** Anywhere outside of Azure and of the own networks. */
  INTERNET = 'internet',

  /** A subnet through which apps, application gateways or API Management services call out. */
  SUBNET = 'subnet',

  /** An app that calls out over App Service's own public addresses, since it has no subnet. */
  APP = 'app',

  /** A private endpoint of the service: every caller that reaches its address. */
  PRIVATE_ENDPOINT = 'private endpoint',

  /** A network outside of Azure that asks a DNS resolver's inbound endpoint. */
  ON_PREMISES = 'on-premises',

  /** The SignalR service itself, calling an upstream. */
  SERVICE = 'service',
}

/** Names of private endpoints and what belongs to them. */
export interface EndpointRoleNames {
  /**
   * The private endpoint of the SignalR service.
   *
   * @default - `pep-WORKLOAD-signalr-ENVIRONMENT-REGION`
   */
  readonly privateEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly privateEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly privateEndpointNetworkInterface?: string;

  /**
   * The IP configuration of that endpoint, where `privateEndpointIpAddress` gives it a fixed address.
   *
   * @default 'static'
   */
  readonly privateEndpointIpConfiguration?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly privateEndpointZoneGroup?: string;

  /**
   * The link between the network and the zone of that endpoint.
   *
   * @default - `link-` and the name of a new network, or `vnet-WORKLOAD-ENVIRONMENT-REGION` for an existing one; with a
   * hash for a zone that is given
   */
  readonly privateEndpointZoneLink?: string;

  /**
   * The private endpoint of the function app.
   *
   * @default - `pep-WORKLOAD-func-ENVIRONMENT-REGION`
   */
  readonly functionAppEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly functionAppEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly functionAppEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly functionAppEndpointZoneGroup?: string;

  /**
   * The link between the network and the zone of that endpoint.
   *
   * @default - `link-` and the name of a new network, or `vnet-WORKLOAD-ENVIRONMENT-REGION` for an existing one; with a
   * hash for a zone that is given
   */
  readonly functionAppEndpointZoneLink?: string;

  /**
   * The private endpoint of the new vault.
   *
   * @default - `pep-WORKLOAD-vault-ENVIRONMENT-REGION`
   */
  readonly vaultEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly vaultEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly vaultEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly vaultEndpointZoneGroup?: string;

  /**
   * The link between the network and the zone of that endpoint.
   *
   * @default - `link-` and the name of a new network, or `vnet-WORKLOAD-ENVIRONMENT-REGION` for an existing one; with a
   * hash for a zone that is given
   */
  readonly vaultEndpointZoneLink?: string;

  /**
   * The private endpoint of the blobs, with `privateStorage`.
   *
   * @default - `pep-WORKLOAD-blob-ENVIRONMENT-REGION`
   */
  readonly blobEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly blobEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly blobEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly blobEndpointZoneGroup?: string;

  /**
   * The link between the network and the zone of that endpoint.
   *
   * @default - `link-` and the name of a new network, or `vnet-WORKLOAD-ENVIRONMENT-REGION` for an existing one; with a
   * hash for a zone that is given
   */
  readonly blobEndpointZoneLink?: string;

  /**
   * The private endpoint of the queues, with `privateStorage`.
   *
   * @default - `pep-WORKLOAD-queue-ENVIRONMENT-REGION`
   */
  readonly queueEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly queueEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly queueEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly queueEndpointZoneGroup?: string;

  /**
   * The link between the network and the zone of that endpoint.
   *
   * @default - `link-` and the name of a new network, or `vnet-WORKLOAD-ENVIRONMENT-REGION` for an existing one; with a
   * hash for a zone that is given
   */
  readonly queueEndpointZoneLink?: string;

  /**
   * The private endpoint of the tables, with `privateStorage`.
   *
   * @default - `pep-WORKLOAD-table-ENVIRONMENT-REGION`
   */
  readonly tableEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly tableEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly tableEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly tableEndpointZoneGroup?: string;

  /**
   * The link between the network and the zone of that endpoint.
   *
   * @default - `link-` and the name of a new network, or `vnet-WORKLOAD-ENVIRONMENT-REGION` for an existing one; with a
   * hash for a zone that is given
   */
  readonly tableEndpointZoneLink?: string;

  /**
   * The private endpoint of the blob service of the storage account of a function app for the negotiation alone, with
   * `privateStorage`.
   *
   * @default - `pep-WORKLOAD-negotiate-blob-ENVIRONMENT-REGION`
   */
  readonly negotiationBlobEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly negotiationBlobEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly negotiationBlobEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly negotiationBlobEndpointZoneGroup?: string;

  /**
   * The private endpoint of the queue service of the storage account of a function app for the negotiation alone, with
   * `privateStorage`.
   *
   * @default - `pep-WORKLOAD-negotiate-queue-ENVIRONMENT-REGION`
   */
  readonly negotiationQueueEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly negotiationQueueEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly negotiationQueueEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly negotiationQueueEndpointZoneGroup?: string;

  /**
   * The private endpoint of the table service of the storage account of a function app for the negotiation alone, with
   * `privateStorage`.
   *
   * @default - `pep-WORKLOAD-negotiate-table-ENVIRONMENT-REGION`
   */
  readonly negotiationTableEndpoint?: string;

  /**
   * The connection of that endpoint.
   *
   * @default - the name of the endpoint
   */
  readonly negotiationTableEndpointConnection?: string;

  /**
   * The network interface of that endpoint.
   *
   * @default - Azure makes one up
   */
  readonly negotiationTableEndpointNetworkInterface?: string;

  /**
   * The DNS zone group of that endpoint.
   *
   * @default 'default'
   */
  readonly negotiationTableEndpointZoneGroup?: string;
}

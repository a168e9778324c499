/**
 * Changes of a SignalR service, in the order in which Terraform makes them.
 *
 * Azure accepts one change of a service at a time and answers 409 to a second one, and azurerm's locks do not keep its
 * resources apart.
 *
 * @see https://github.com/Azure/azure-rest-api-specs/issues/23986
 */
export enum ServiceChange {
  /** A private endpoint of the service. */
  PRIVATE_ENDPOINT = 'privateEndpoint',

  /** The network access control list, which names the endpoints. */
  NETWORK_ACL = 'networkAcl',

  /** A replica in another region. */
  REPLICA = 'replica',

  /** Settings that azurerm does not know; only a service with replicas can close its own region. */
  SETTING = 'setting',

  /** A shared private link to a Key Vault, first among the links: a certificate waits for its approval. */
  VAULT_LINK = 'vaultLink',

  /** A shared private link to another target. */
  SHARED_PRIVATE_LINK = 'sharedPrivateLink',

  /** A certificate from a Key Vault, which may lie behind a shared private link. */
  CUSTOM_CERTIFICATE = 'customCertificate',

  /** A domain, which names its certificate. */
  CUSTOM_DOMAIN = 'customDomain',
}

/**
 * Treatment of traffic that cannot be encrypted, in a network that encrypts the traffic between virtual machines.
 *
 * An encrypted network cannot hold an Azure DNS Private Resolver.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview
 */
export enum VirtualNetworkEncryption {
  /** It passes unencrypted. */
  ALLOW_UNENCRYPTED = 'AllowUnencrypted',

  /** It is dropped. Azure does not take this from every subscription yet. */
  DROP_UNENCRYPTED = 'DropUnencrypted',
}

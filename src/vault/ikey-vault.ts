import { IPrincipal, RoleAssignment } from '../identity';
import { IPrivateLinkTarget, ISharedPrivateLinkTarget, PrivateEndpoint, PrivateEndpointOptions } from '../privatelink';

/** A Key Vault, owned or existing. */
export interface IKeyVault extends IPrivateLinkTarget, ISharedPrivateLinkTarget {
  /** Azure resource id of the vault. */
  readonly keyVaultId: string;

  /** Address of the vault's keys, secrets and certificates, such as `https://NAME.vault.azure.net/`. */
  readonly vaultUri: string;

  /** Host name of the vault, such as `NAME.vault.azure.net`. */
  readonly hostname: string;

  /**
   * Lets a principal read the values of all secrets: the role Key Vault Secrets User on this vault only. The vault must
   * take roles rather than access policies.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide
   */
  grantSecretsUser(principal: IPrincipal): RoleAssignment;

  /**
   * Lets a principal read, write and delete all secrets: the role Key Vault Secrets Officer on this vault only. The
   * vault must take roles rather than access policies. Owners of the vault's subscription have no such right by
   * themselves.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide
   */
  grantSecretsOfficer(principal: IPrincipal): RoleAssignment;

  /**
   * Lets a principal read certificates with their private keys: the role Key Vault Certificate User on this vault only.
   * The vault must take roles rather than access policies.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide
   */
  grantCertificateUser(principal: IPrincipal): RoleAssignment;

  /**
   * Adds a private endpoint through which the vault is reached.
   *
   * @param id construct id of the endpoint
   * @param options network, name and DNS of the endpoint
   * @throws what `PrivateEndpoint` throws
   */
  addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint;
}

import { IPrincipal, RoleAssignment } from '../identity';
import { IPrivateLinkTarget, ISharedPrivateLinkTarget } from '../privatelink';

/** A Key Vault. */
export interface IKeyVault extends IPrivateLinkTarget, ISharedPrivateLinkTarget {
  /** Azure resource id of the vault. */
  readonly keyVaultId: string;

  /** Address of the vault's keys, secrets and certificates, as `https://NAME.vault.azure.net/`. */
  readonly vaultUri: string;

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
}

import { IPrivateLinkTarget } from '../privatelink';

/** A Key Vault. */
export interface IKeyVault extends IPrivateLinkTarget {
  /** Azure resource id of the vault. */
  readonly keyVaultId: string;

  /** Address of the vault's keys, secrets and certificates, as `https://NAME.vault.azure.net/`. */
  readonly vaultUri: string;
}

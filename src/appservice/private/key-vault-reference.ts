import { SecretReference } from '../../vault';

/**
 * The value of a setting that App Service fetches from a Key Vault.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
 */
export function keyVaultReference(secret: SecretReference): string {
  return `@Microsoft.KeyVault(SecretUri=${secret.secretUri})`;
}

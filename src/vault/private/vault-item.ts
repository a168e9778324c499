import { isKnown, Problem } from '../../core/internal/violations';
import { IKeyVault } from '../ikey-vault';

/** Collection of a vault, by its part of the address. */
export type VaultCollection = 'secrets' | 'certificates';

/** Prefix of the addresses of all secrets or certificates of a vault, such as `https://VAULT/secrets/`. */
export function collectionUri(vault: IKeyVault, collection: VaultCollection): string {
  return `${vault.vaultUri}${collection}/`;
}

/** Address of a secret or certificate, such as `https://VAULT/secrets/NAME` or with a version behind it. */
export function itemUri(vault: IKeyVault, collection: VaultCollection, name: string, version?: string): string {
  const uri = `${collectionUri(vault, collection)}${name}`;
  return version === undefined ? uri : `${uri}/${version}`;
}

const CODES = {
  certificate: { name: 'vault/certificate-name', version: 'vault/certificate-version' },
  secret: { name: 'vault/secret-name', version: 'vault/secret-version' },
} as const;

/**
 * Reports what Key Vault would reject in name and version.
 *
 * @param kind what the item is, such as `secret`
 * @see https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#objects-identifiers-and-versioning
 */
export function itemProblems(kind: keyof typeof CODES, name: string, version: string | undefined): Problem[] {
  const problems: Problem[] = [];
  if (isKnown(name) && !/^[a-zA-Z0-9-]{1,127}$/.test(name)) {
    const message = `"${name}" is not a ${kind} name; use 1 to 127 letters, digits or dashes`;
    problems.push({ code: CODES[kind].name, message });
  }
  if (isKnown(version) && !/^[0-9a-f]{32}$/i.test(version)) {
    const message = `"${version}" is not the version of a ${kind}; use its 32 hexadecimal digits, or leave it out for the newest`;
    problems.push({ code: CODES[kind].version, message });
  }
  return problems;
}

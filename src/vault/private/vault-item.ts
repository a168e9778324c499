import { isKnown, Problem } from '../../core/private/violations';
import { IKeyVault } from '../ikey-vault';

/** Address of a secret or certificate, as `https://VAULT/secrets/NAME`, with or without a version, or of all of them. */
export function itemUri(vault: IKeyVault, collection: string, name: string = '', version?: string): string {
  const { vaultUri } = vault;
  const base = isKnown(vaultUri) && !vaultUri.endsWith('/') ? `${vaultUri}/` : vaultUri;
  return [`${base}${collection}`, name, version].filter((part) => part !== undefined).join('/');
}

/**
 * What Key Vault would refuse in name and version.
 *
 * @param kind what the item is, as `secret`
 * @see https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#objects-identifiers-and-versioning
 */
export function itemProblems(kind: string, name: string, version: string | undefined): Problem[] {
  const problems: Problem[] = [];
  if (isKnown(name) && !/^[a-zA-Z0-9-]{1,127}$/.test(name)) {
    const message = `"${name}" is not a ${kind} name; use 1 to 127 letters, digits or dashes`;
    problems.push({ code: `vault/${kind}-name`, message });
  }
  if (isKnown(version) && !/^[0-9a-f]{32}$/i.test(version)) {
    const message = `"${version}" is not the version of a ${kind}; use its 32 hexadecimal digits, or none for the newest`;
    problems.push({ code: `vault/${kind}-version`, message });
  }
  return problems;
}

import { Fn } from 'cdktf';
import { isKnown, Problem } from '../../core/internal/violations';
import { withNumbersAsTexts } from '../../engine/numbers-in-texts';

const VAULT_URI = /^https:\/\/[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+\/?$/i;

/** Reports why a text cannot be the address of a vault. */
export function vaultUriProblems(uri: string): Problem[] {
  if (!isKnown(uri) || VAULT_URI.test(uri)) return [];
  const message = `"${uri}" is not the address of a Key Vault; use one such as https://NAME.vault.azure.net/`;
  return [{ code: 'vault/uri', message }];
}

/** The address of a vault with its final slash, whether or not it was given with one. */
export function withFinalSlash(uri: string): string {
  return `${isKnown(uri) ? uri.replace(/\/$/, '') : Fn.trimsuffix(withNumbersAsTexts(uri), '/')}/`;
}

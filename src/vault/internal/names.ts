import { isKnown, Problem } from '../../core/internal/violations';

/** Reports what Azure would reject in the name of a Key Vault. */
export function vaultNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/.test(name)) return [];
  const message = `"${name}" is not a Key Vault name; use 3 to 24 letters, digits or inner dashes, beginning with a letter, without two dashes in a row`;
  return [{ code: 'vault/name', message }];
}

/** Reports what Key Vault would reject in the name of a secret. */
export function secretNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9-]{1,127}$/.test(name)) return [];
  const message = `"${name}" is not a secret name; use 1 to 127 letters, digits or dashes`;
  return [{ code: 'vault/secret-name', message }];
}

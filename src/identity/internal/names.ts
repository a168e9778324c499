import { isKnown, Problem } from '../../core/internal/violations';

/** Reports what Azure would reject in the name of a managed identity. */
export function identityNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9][\w-]{2,127}$/.test(name)) return [];
  const message = `"${name}" is not a managed identity name; use 3 to 128 letters, digits, dashes or underscores, beginning with a letter or digit`;
  return [{ code: 'identity/name', message }];
}

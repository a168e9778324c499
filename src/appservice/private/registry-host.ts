import { isKnown, Problem, withCode } from '../../core/internal/violations';

/** What is wrong with the host of a registry. */
export function registryHostProblems(host: string): Problem[] {
  if (!isKnown(host) || /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i.test(host)) return [];
  return withCode('appservice/container-image', [
    `"${host}" is not the host of a registry; use one such as contoso.azurecr.io`,
  ]);
}

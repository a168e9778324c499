import { isKnown, Problem, withCode } from '../../core/internal/violations';

/** Problems with the host of a registry. */
export function registryHostProblems(host: string): Problem[] {
  if (!isKnown(host) || /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i.test(host)) return [];
  return withCode('appservice/container-image', [
    `"${host}" is not the host of a registry; use one such as contoso.azurecr.io`,
  ]);
}

/** Problems of the name of a registry. */
export function registryNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9]{5,50}$/.test(name)) return [];
  return withCode('appservice/registry-name', [
    `"${name}" is not the name of a container registry; use 5 to 50 letters or digits`,
  ]);
}

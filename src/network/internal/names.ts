import type { Code } from '../../core/internal/codes/codes';
import { isKnown, Problem } from '../../core/internal/violations';

/**
 * What Azure would refuse in the name of a network resource; `kind` tells of which, as `a route table`.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
 */
export function nameProblems(code: Code, kind: string, name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9]([\w.-]{0,78}\w)?$/.test(name)) return [];
  const message = `"${name}" is not ${kind} name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit`;
  return [{ code, message }];
}

/** What Azure would refuse in the name of a virtual network. */
export function virtualNetworkNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9][\w.-]{0,62}\w$/.test(name)) return [];
  const message = `"${name}" is not a virtual network name; use 2 to 64 letters, digits, dashes, underscores or periods, beginning with a letter or digit`;
  return [{ code: 'network/name', message }];
}

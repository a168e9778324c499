import type { Code } from '../../core/internal/codes/codes';
import { isKnown, Problem } from '../../core/internal/violations';

/** Rule for a name, and its text in messages. */
interface Form {
  readonly pattern: RegExp;
  readonly characters: string;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork */
const NAME: Form = { pattern: /^[a-zA-Z0-9]([\w.-]{0,78}\w)?$/, characters: 'dashes, underscores or periods' };

/**
 * A delegation is no resource with an address of its own, and is often called after its service, with the slash:
 * https://github.com/Azure/appservice-landing-zone-accelerator/blob/main/scenarios/secure-baseline-multitenant/terraform/spoke/network.tf
 */
const DELEGATION: Form = {
  pattern: /^[a-zA-Z0-9]([\w./-]{0,78}\w)?$/,
  characters: 'dashes, underscores, periods or slashes',
};

/**
 * Reports what Azure would reject in the name of a network resource; `kind` names its kind, such as `a route table`.
 */
export function nameProblems(code: Code, kind: string, name: string): Problem[] {
  const { pattern, characters } = code === 'network/delegation' ? DELEGATION : NAME;
  if (!isKnown(name) || pattern.test(name)) return [];
  const message = `"${name}" is not ${kind} name; use 1 to 80 letters, digits, ${characters}, beginning with a letter or digit`;
  return [{ code, message }];
}

/** Reports what Azure would reject in the name of a virtual network. */
export function virtualNetworkNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-zA-Z0-9][\w.-]{0,62}\w$/.test(name)) return [];
  const message = `"${name}" is not a virtual network name; use 2 to 64 letters, digits, dashes, underscores or periods, beginning with a letter or digit`;
  return [{ code: 'network/name', message }];
}

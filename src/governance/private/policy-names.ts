import type { Code } from '../../core/internal/codes/codes';
import { isKnown, Problem } from '../../core/internal/violations';

/**
 * Names that Azure does not take for an assignment, an exemption or an initiative. Azure's table does not have `#`,
 * which ends the path of an address.
 */
export function policyNameProblems(noun: string, name: string, most: number = 64): Problem[] {
  // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftauthorization
  if (
    !isKnown(name) ||
    (name.length <= most && /^[^#<>*%&:\\?.+/\x00-\x1f\x7f]*[^#<>*%&:\\?.+/\x00-\x1f\x7f ]$/.test(name))
  ) {
    return [];
  }
  const message = `"${name}" is not the name of ${noun}; use 1 to ${most} characters without # < > * % & : \\ ? . + /, not ending with a blank`;
  return [{ code: 'policy/name', message }];
}

/** Texts that azurerm does not take: blank ones, and those longer than `most`. */
export function textProblems(code: Code, what: string, text: string | undefined, most: number = Infinity): Problem[] {
  if (!isKnown(text) || (text.trim() !== '' && text.length <= most)) return [];
  const length = most === Infinity ? 'a text' : `1 to ${most} characters`;
  const message = `${text.length} characters given as the ${what}; use ${length}, not only blanks`;
  return [{ code, message }];
}

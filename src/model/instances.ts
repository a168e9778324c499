import { Bindings } from './substitution';
import { asText } from '../core/internal/as-text';
import { isExpression } from '../core/internal/expressions';

/** The arguments by which Terraform repeats a resource, or leaves it out. */
export const REPETITION = ['count', 'for_each'];

const TO_SET = /^\$\{toset\((\[.*\])\)\}$/s;
const NUMBER = /^\$\{\s*(\d+)\s*\}$|^(\d+)$/;
const WHOLE_RESOURCE = /^\$\{((?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*)\}$/;

/** The keys of the instances of another resource; `undefined` where they are not known. */
type KeysOf = (address: string) => readonly (string | number)[] | undefined;

/**
 * Lists the bindings that distinguish the instances of a resource; `undefined` where only Terraform knows their number.
 *
 * @param keysOf keys of the instances of a resource that `for_each` names
 */
export function bindingsOf(count: unknown, forEach: unknown, keysOf: KeysOf): readonly Bindings[] | undefined {
  if (forEach === undefined || forEach === null) return counted(count);
  if (typeof forEach === 'string') return ofExpression(forEach, keysOf);
  if (Array.isArray(forEach)) return ofTexts(forEach);
  const entries = Object.entries(forEach);
  return entries.some(([key]) => isExpression(key)) ? undefined : entries.map(([key, value]) => ({ key, value }));
}

function counted(count: unknown): readonly Bindings[] | undefined {
  const [, inExpression, plain] = NUMBER.exec(asText(count)) ?? [];
  const number = inExpression ?? plain;
  return number === undefined ? undefined : Array.from({ length: Number(number) }, (_, key) => ({ key }));
}

function ofExpression(text: string, keysOf: KeysOf): readonly Bindings[] | undefined {
  const [, list] = TO_SET.exec(text) ?? [];
  if (list !== undefined) return ofTexts(parsed(list));
  const [, address] = WHOLE_RESOURCE.exec(text) ?? [];
  const keys = address === undefined ? undefined : keysOf(address);
  return keys?.map((key) => ({ key, value: `\${${address}[${JSON.stringify(key)}]}` }));
}

function ofTexts(elements: unknown): readonly Bindings[] | undefined {
  if (!Array.isArray(elements)) return undefined;
  const texts = elements.filter((element) => typeof element === 'string' && !element.includes('${'));
  if (texts.length < elements.length) return undefined;
  return [...new Set(texts as string[])].map((key) => ({ key, value: key }));
}

/** Texts in HCL are written as in JSON, but for the expressions in them. */
function parsed(list: string): unknown {
  try {
    return JSON.parse(list);
  } catch {
    return undefined;
  }
}

import { isUnresolved } from './unresolved';
import { isExpression } from '../expressions';

/**
 * Longer texts can be keys or tokens of a service: their shortest, of storage accounts and service principals, have 34.
 */
const LONGEST = 32;
const SECRET = /secret|passw|pwd|key|token|sas\b|credential|connection|setting|header/i;

/** A value in words that may be in a log: never what can be a secret. */
export function given(value: unknown, path: string): string {
  if (value === null || value === undefined) return String(value);
  switch (typeof value) {
    case 'string':
      return givenText(value, path);
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    case 'function':
      return value.name ? `the class or function ${className(value.name)}` : 'a function';
    case 'object':
      return givenObject(value);
    default:
      return `a ${typeof value}`;
  }
}

function givenText(text: string, path: string): string {
  if (text === '') return 'an empty text';
  if (isExpression(text)) return 'a text that only Terraform knows';
  const isShown = text.length <= LONGEST && !SECRET.test(path) && !SECRET.test(text);
  return isShown ? `the text "${text}"` : `a text of ${text.length} characters`;
}

function givenObject(value: object): string {
  if (isUnresolved(value)) return 'a value that only Terraform knows';
  if (Array.isArray(value)) return value.length === 1 ? 'an array of 1 value' : `an array of ${value.length} values`;
  const name = (value.constructor as { readonly name?: unknown } | undefined)?.name;
  if (typeof name === 'string' && name !== '' && name !== 'Object') return `an object of class ${className(name)}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  return `an object with ${keys.slice(0, 4).join(', ')}${keys.length > 4 ? ' ...' : ''}`;
}

/** esbuild puts `_` before the name of a class that refers to itself, as its static members do. */
function className(name: string): string {
  return name.replace(/^_/, '');
}

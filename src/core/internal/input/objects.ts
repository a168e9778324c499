import { Expected, faultsOf } from './expected';
import { isUnresolved } from './unresolved';
import type { Problem } from '../problem';

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (typeof value === 'object' || typeof value === 'function') && value !== null;
}

/** Reports whether a value has names with values of its own, as no array, Map or Date has. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const isOne = Object.getPrototypeOf(value) === Object.prototype || kindOf(value) === '[object Object]';
  return isOne && !isUnresolved(value);
}

function kindOf(value: object): string {
  return Object.prototype.toString.call(value);
}

export function arrayOf(element: Expected): Expected {
  return {
    words: `an array, with ${element.words} as each value`,
    fits: (value) => Array.isArray(value) && (value.every((each) => element.fits(each)) || isListToken(value)),
    within: (path, value) =>
      Array.isArray(value)
        ? Array.from(value).flatMap((each, i) => faultsOf(`${path}[${i}]`, each, element, false))
        : [],
  };
}

/** cdktf writes a list that only Terraform knows as an array of one text or number. */
function isListToken(value: readonly unknown[]): boolean {
  const [only] = value;
  return value.length === 1 && (typeof only === 'string' ? only.startsWith('#{TfToken[') : isUnresolved(only));
}

export function mapOf(element: Expected): Expected {
  return {
    words: `an object, with ${element.words} for each name`,
    fits: (value) => isRecord(value) && Object.values(value).every((each) => element.fits(each)),
    within: (path, value) =>
      isRecord(value)
        ? Object.entries(value).flatMap(([name, each]): readonly Problem[] =>
            faultsOf(`${path}.${name}`, each, element, true),
          )
        : [],
  };
}

export function anyOf(types: readonly Expected[]): Expected {
  return {
    words: types.map(({ words }) => words).join(' or '),
    fits: (value) => types.some((type) => type.fits(value)),
  };
}

/**
 * An object with all members of a class or interface. A class is also known by its name: an object that is still being
 * made has no members yet, while bundlers shorten names.
 */
export function objectWith(members: readonly string[], words: string, className?: string): Expected {
  const isOfClass = className === undefined ? () => false : isOfClassNamed(className);
  const fits = (value: unknown) => isObject(value) && (isOfClass(value) || members.every((member) => member in value));
  return { words, fits };
}

/** The answer for a prototype stays, whichever it is. */
function isOfClassNamed(name: string): (value: object) => boolean {
  // esbuild gives a class that refers to itself the second.
  const names: readonly unknown[] = [name, `_${name}`];
  const answers = new WeakMap<object, boolean>();
  return (value) => {
    const prototype: object | null = Object.getPrototypeOf(value);
    if (prototype === null) return false;
    let answer = answers.get(prototype);
    if (answer === undefined) {
      answer = namesOf(prototype).some((each) => names.includes(each));
      answers.set(prototype, answer);
    }
    return answer;
  };
}

/** The name of a class, and of those that it extends. */
function namesOf(prototype: object | null): unknown[] {
  return prototype ? [prototype.constructor?.name, ...namesOf(Object.getPrototypeOf(prototype))] : [];
}

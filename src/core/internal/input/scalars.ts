import { Expected } from './expected';
import { isUnresolved } from './unresolved';

const scalar = (words: string, is: (value: unknown) => boolean): Expected => ({
  words,
  fits: (value) => is(value) || isUnresolved(value),
});

/** Primitives of jsii, by their letters in `declared.json`. */
export const SCALARS: Readonly<Record<string, Expected>> = {
  s: scalar('a text', (value) => typeof value === 'string'),
  // NaN is a number that no range has; each class says which it takes.
  n: scalar('a number', (value) => typeof value === 'number'),
  b: scalar('true or false', (value) => typeof value === 'boolean'),
  d: scalar('a Date', (value) => Object.prototype.toString.call(value) === '[object Date]'),
  '*': { words: 'a value', fits: () => true },
};

/** One of the values of an enumeration. */
export function oneOf(name: string, values: readonly (string | number)[]): Expected {
  const known = new Set<unknown>(values);
  const shown = values.map((value) => JSON.stringify(value));
  const listed = [shown.slice(0, -1).join(', '), shown[shown.length - 1]].filter((part) => part !== '').join(' or ');
  return scalar(`${listed} of ${name}`, (value) => known.has(value));
}

import { Expected } from './expected';
import { isExpression } from '../expressions';

/** cdktf writes numbers that only Terraform knows as numbers of about -10^289, which nobody gives. */
const LEAST_TOKEN = 1e288;

/** Whether a text, number, flag or object stands for what only Terraform knows. */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === 'string') return isExpression(value);
  if (typeof value === 'number') return Math.abs(value) > LEAST_TOKEN && Number.isFinite(value);
  return typeof value === 'object' && value !== null && typeof (value as { resolve?: unknown }).resolve === 'function';
}

const scalar = (words: string, is: (value: unknown) => boolean): Expected => ({
  words,
  fits: (value) => is(value) || isUnresolved(value),
});

/** What jsii calls primitive, by the letter that `declared.json` has for it. */
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

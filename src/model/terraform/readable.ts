import { objectOf } from './json';

/**
 * Known values without sensitive ones: ids and names are compared across files, and messages name them.
 *
 * @param sensitive `true` for a sensitive value; lists and objects for the values in them
 */
export function readable(values: unknown, sensitive: unknown): unknown {
  if (sensitive === true) return undefined;
  if (typeof values !== 'object' || values === null || typeof sensitive !== 'object' || sensitive === null) {
    return values;
  }
  const marks = sensitive as Readonly<Record<string, unknown>>;
  if (Array.isArray(values)) return values.map((each, index) => readable(each, marks[index]));
  const entries = Object.entries(objectOf(values)).map(([name, value]) => [name, readable(value, marks[name])]);
  return Object.fromEntries(entries);
}

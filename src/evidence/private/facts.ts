import { secretFormOf } from '../../core/internal/secret-formats';

/** Counts up when a field goes away or changes its meaning; a new field does not count. */
export const SCHEMA_VERSION = 1;

/** JSON as files hold it. */
export function asText(json: object): string {
  return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...json }, undefined, 2)}\n`;
}

/** The same facts, without texts that have the form of a secret: what stands in a name, an expression or a reason. */
export function withoutSecrets<T>(facts: T): T {
  return cleaned(facts) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') {
    const form = secretFormOf(value, true);
    return form === undefined ? value : `(not shown, since it has the form of ${form})`;
  }
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleaned(each)]));
}

/** By a text, as numbers of characters compare, whatever the language of the machine is. */
export function sortedBy<T>(items: readonly T[], ...keysOf: ((item: T) => string | undefined)[]): T[] {
  return [...items].sort((one, other) => {
    for (const keyOf of keysOf) {
      const [a, b] = [keyOf(one) ?? '', keyOf(other) ?? ''];
      if (a !== b) return a < b ? -1 : 1;
    }
    return 0;
  });
}

/** Texts, each once, in order. */
export function sortedTexts(texts: readonly string[]): string[] {
  return sortedBy([...new Set(texts)], (text) => text);
}

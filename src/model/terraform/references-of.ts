import { textsOf } from './json';

const INSTANCE = /^(?:each\.key|count\.index)$/;
/** Matches references that do not show the origin of a value. */
const SURROUNDINGS = /^(?:path|terraform|self)\./;

/** References of an expression, as a plan lists them: each reference, then its prefixes. */
export interface ListedReferences {
  /** The longest of each, without keys of the instance. */
  readonly sources: readonly string[];
  /** Reports whether the expression reads the key of its instance. */
  readonly usesKey: boolean;
}

/** The references of an expression of a plan. */
export function referencesOf(expression: unknown): ListedReferences {
  const listed = textsOf((expression as { references?: unknown } | undefined)?.references);
  const longest = listed.filter((each, index) => index === 0 || !beginsWith(listed[index - 1], each));
  return {
    sources: [...new Set(longest)].filter((each) => !INSTANCE.test(each) && !SURROUNDINGS.test(each)),
    usesKey: longest.some((each) => INSTANCE.test(each)),
  };
}

function beginsWith(reference: string, other: string): boolean {
  return reference.startsWith(other) && /^[.[]/.test(reference.slice(other.length));
}

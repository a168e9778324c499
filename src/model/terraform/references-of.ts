import { textsOf } from './json';

const INSTANCE = /^(?:each\.key|count\.index)$/;
/** What says nothing of where a value comes from. */
const SURROUNDINGS = /^(?:path|terraform|self)\./;

/** What an expression refers to, as a plan lists it: each reference, then what it begins with. */
export interface ListedReferences {
  /** The longest of each, without keys of the instance. */
  readonly sources: readonly string[];
  /** Whether the expression asks for the key of the instance that it stands in. */
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

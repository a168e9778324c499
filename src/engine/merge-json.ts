import { Tokenization } from 'cdktf';

type Json = Record<string, unknown>;

/** Merges as cdktf does when it puts a stack together: maps by name, lists grow, and what is `undefined` goes. */
export function mergeInto(target: Json, source: Readonly<Json>): void {
  for (const [name, value] of Object.entries(source)) {
    if (isMap(value)) {
      if (typeof target[name] !== 'object') target[name] = {};
      mergeInto(target[name] as Json, value);
    } else if (value === undefined) {
      delete target[name];
    } else {
      const before = target[name];
      target[name] = Array.isArray(value) && Array.isArray(before) ? [...before, ...value] : value;
    }
  }
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Tokenization.isResolvable(value);
}

import { given } from './given';
import type { Problem } from '../problem';

/** What an argument or prop may be. */
export interface Expected {
  /** In words, such as `a number`. */
  readonly words: string;
  /** Whether its props are what callers know, not the argument that holds them. */
  readonly isStruct?: boolean;
  fits(value: unknown): boolean;
  /** What is wrong within a value that does not fit; empty where it is another kind of value altogether. */
  within?(path: string, value: unknown): readonly Problem[];
}

/** What is wrong with a value; `isOptional` says that it may be left out. */
export function faultsOf(path: string, value: unknown, expected: Expected, isOptional: boolean): readonly Problem[] {
  if (value === undefined) {
    const way = isOptional ? ', or leave it out' : '';
    return [{ code: 'core/missing-prop', message: `${path} is missing; give ${expected.words}${way}` }];
  }
  if (expected.fits(value)) return [];
  const within = expected.within?.(path, value) ?? [];
  if (within.length > 0) return within;
  const advice = `give ${expected.words}${isOptional ? ', or leave it out' : ''}`;
  return [{ code: 'core/prop-type', message: `${path} is ${given(value, path)}; ${advice}` }];
}

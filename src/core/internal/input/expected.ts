import { given } from './given';
import type { Problem } from '../problem';

/** Rule for an argument or prop. */
export interface Expected {
  /** In words, such as `a number`. */
  readonly words: string;
  /** Reports whether callers know the props, not the argument that holds them. */
  readonly isStruct?: boolean;
  fits(value: unknown): boolean;
  /** Reports problems within a value that does not fit; empty for another kind of value altogether. */
  within?(path: string, value: unknown): readonly Problem[];
}

/** Problems with a value; `isOptional` says that it may be left out. */
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

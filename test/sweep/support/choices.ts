import * as fc from 'fast-check';
import { Choices } from './planner';

/** Decisions that fast-check takes, so that it can repeat and shrink them. */
export const choices: fc.Arbitrary<Choices> = fc.gen().map((decide) => ({
  index: (count) => (count < 2 ? 0 : decide(below, count)),
  // Shrinks to what is not given.
  chance: (percent) => decide(below, 100) >= 100 - percent,
}));

function below(count: number): fc.Arbitrary<number> {
  return fc.noBias(fc.integer({ min: 0, max: count - 1 }));
}

import { Construct } from 'constructs';
import { Invariants, partsOf, sweep, sweepOneByOne } from './sweep';
import { pauseStackTraces } from '../../../src/engine/stack-traces';
import { seedOf } from '../../support/seed';

const { SWEEP_RUNS, SWEEP_SEED, SWEEP_PATH } = process.env;

/**
 * The tests of an architecture: random cases, and each part for itself.
 *
 * `SWEEP_SEED` and `SWEEP_PATH`, the first number of its path, repeat a case that failed; `SWEEP_RUNS` tries more of them.
 */
export function describeSweep<T extends Construct>(owner: string, invariants: Invariants<T>, runs: number): void {
  describe(owner, () => {
    const seed = seedOf(SWEEP_SEED);
    const numRuns = Number(SWEEP_RUNS ?? runs);

    let resume: () => void;
    beforeAll(() => (resume = pauseStackTraces()));
    afterAll(() => resume());

    test('with random props and calls is refused with codes, or is all that it promises', () => {
      const { accepted, refused } = sweep(owner, invariants, { seed, numRuns, path: SWEEP_PATH });
      tell(`${owner}: ${accepted} cases accepted, ${refused} refused, SWEEP_SEED=${seed} SWEEP_RUNS=${numRuns}`);
      if (SWEEP_PATH) return;
      expect(accepted + refused).toBe(numRuns);
      expect(accepted / numRuns).toBeGreaterThan(0.25);
      expect(refused / numRuns).toBeGreaterThan(0.1);
    }, 600_000);

    test('is the same with every prop, factory and call for itself', () => {
      const tally = { accepted: 0, refused: 0 };
      const tried = sweepOneByOne(owner, invariants, tally);
      expect(partsOf(owner).filter((name) => !tried.has(name))).toEqual([]);
      tell(`${owner}: ${tally.accepted} parts accepted, ${tally.refused} refused`);
      expect(tally.accepted).toBeGreaterThan(tally.refused);
    }, 120_000);
  });
}

/** Writes to the log also of tests that pass: a seed is needed to repeat what it found, or did not find. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

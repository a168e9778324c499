import * as fc from 'fast-check';
import { tmpdir } from 'os';
import { Testing } from 'cdktf';
import { recipes, estateOf, Recipe } from '../support/oracle/arbitrary';
import { compare, Comparison } from '../support/oracle/compare';
import { Tally } from '../support/oracle/tally';
import { toStack } from '../support/oracle/to-stack';

const { ORACLE_RUNS, ORACLE_SEED, ORACLE_PATH, ORACLE_REPORT } = process.env;
const FAULTS = ['wrong', 'unknown though told'];

describe('in any estate', () => {
  const seed = Number(ORACLE_SEED ?? Date.now() % 2 ** 31);
  const numRuns = Number(ORACLE_RUNS ?? 2000);

  function answers(recipe: Recipe): Comparison[] {
    const estate = estateOf(recipe);
    return compare(estate, toStack(estate, Testing.app({ stackTraces: false, outdir: tmpdir() })));
  }

  test('the library says what Azure would do, or leaves open what nobody told it', () => {
    const tally = new Tally();
    const property = fc.property(recipes, (recipe) => {
      const all = answers(recipe);
      all.forEach((each) => tally.add(each, recipe));
      const faults = all.filter(({ agreement }) => FAULTS.includes(agreement));
      if (!ORACLE_REPORT) expect(faults.map(Tally.line)).toEqual([]);
    });
    try {
      fc.assert(property, { seed, numRuns, path: ORACLE_PATH, endOnFailure: false });
    } finally {
      process.stderr.write(`${tally.summary()}\nORACLE_SEED=${seed} ORACLE_RUNS=${numRuns}\n`);
      if (ORACLE_REPORT) process.stderr.write(tally.groups());
    }
  }, 600_000);
});

import { tmpdir } from 'os';
import { Testing } from 'cdktf';
import * as fc from 'fast-check';
import { SecurityBaseline } from '../../src/compliance';
import { allChanges } from '../support/oracle/all-changes';
import { estateOf, Recipe, recipes } from '../support/oracle/arbitrary';
import { Plan, USUAL } from '../support/oracle/base-estate';
import { compare, isFault } from '../support/oracle/compare';
import { contradictions } from '../support/oracle/rules';
import { Tally } from '../support/oracle/tally';
import { toStack } from '../support/oracle/to-stack';
import { seedOf } from '../support/seed';

/**
 * `ORACLE_SEED` and `ORACLE_PATH` repeat a case that failed, `ORACLE_RUNS` tries more of them, and `ORACLE_REPORT=1` prints
 * all disagreements by their cause in place of the first one.
 */
const { ORACLE_RUNS, ORACLE_SEED, ORACLE_PATH, ORACLE_REPORT } = process.env;
const RUNS = 1200;
const LAYOUTS: Plan['layout'][] = ['single', 'peered', 'resolver', 'ruleset'];
/** How often each change is tried for itself in each layout, since it picks something else each time. */
const PICKS = 6;

describe('what the library says of an estate of plain azurerm', () => {
  test('is what Azure would do, or leaves open what the estate leaves open', () => {
    const seed = seedOf(ORACLE_SEED);
    const numRuns = Number(ORACLE_RUNS ?? RUNS);
    const tally = new Tally();
    const property = fc.property(recipes, (recipe) => {
      const faults = faultsOf(recipe, tally);
      if (!ORACLE_REPORT) expect(faults).toEqual([]);
    });
    try {
      fc.assert(property, { seed, numRuns, path: ORACLE_PATH });
    } finally {
      log(`ORACLE_SEED=${seed} ORACLE_RUNS=${numRuns}`, tally);
    }
  }, 600_000);

  test.each(['', ...Object.keys(allChanges())])(
    'is so with one change for itself: %s',
    (name) => {
      const tally = new Tally();
      const tries = LAYOUTS.flatMap((layout) => [...Array(name ? PICKS : 1).keys()].map((pick) => ({ layout, pick })));
      const faults = tries.flatMap(({ layout, pick }) => faultsOf(recipeOf(layout, name, pick), tally));
      if (ORACLE_REPORT) log(`only ${name || 'the plan'}`, tally);
      else expect(faults).toEqual([]);
    },
    60_000,
  );
});

/** A usual estate in which the number of a pick decides what does not matter, too. */
function recipeOf(layout: Plan['layout'], name: string, pick: number): Recipe {
  const plan: Plan = {
    ...USUAL,
    layout,
    hasSlot: true,
    hasSecondApp: true,
    integration: pick % 2 === 0 ? 'attribute' : 'swift',
    farSubscription: pick % 3 === 0 ? 'a' : 'b',
    byReference: pick % 4 < 2,
  };
  // Numbers far apart pick differently also where a change picks several times.
  return { plan, changes: name ? [{ name, seed: pick * 7919 + (pick % 5) * 131 }] : [] };
}

/** All that the library says against the oracle, a line each. */
function faultsOf(recipe: Recipe, tally: Tally): string[] {
  const estate = estateOf(recipe);
  const stack = toStack(estate, Testing.app({ stackTraces: false, outdir: tmpdir() }));
  const comparisons = compare(estate, stack);
  comparisons.forEach((each) => tally.add(each, recipe));
  const against = contradictions(estate, SecurityBaseline.evaluate(stack).findings);
  against.forEach((each) => tally.addContradiction(each, recipe));
  return [...comparisons.filter(isFault).map(Tally.line), ...against];
}

/** Writes to the log also of tests that pass: a seed is needed to repeat what it found, or did not find. */
function log(title: string, tally: Tally): void {
  process.stderr.write(`${title}\n${tally.summary()}\n${ORACLE_REPORT ? tally.groups() : ''}`);
}

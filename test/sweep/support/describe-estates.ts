import { App } from 'cdktf';
import * as fc from 'fast-check';
import { choices } from './choices';
import { uncodedLines } from './coded';
import { tell } from './describe-sweep';
import { Estate } from './estate';
import { faultsIn } from './json-oracle';
import { Choices } from './planner';
import { Recorded } from './recorded';
import { SecurityBaseline } from '../../../src/compliance';
import { ConnectivityReport } from '../../../src/connectivity';
import { pauseStackTraces } from '../../../src/engine/stack-traces';
import { Major } from '../../support/provider-schema';
import { seedOf } from '../../support/seed';
import { synthesizedStacks, TerraformJson } from '../../support/synth';

const { SWEEP_RUNS, SWEEP_SEED, SWEEP_PATH } = process.env;

interface Outcome {
  readonly estate: Estate;
  readonly error?: unknown;
  readonly stacks?: Record<string, TerraformJson>;
}

/** Tries estates; a failure is repeated as `describeSweep` says. */
export function describeEstates(runs: number): void {
  let resume: () => void;
  beforeAll(() => (resume = pauseStackTraces()));
  afterAll(() => resume());

  test('estates of several architectures are refused with codes, or are what Terraform and Azure accept', () => {
    const seed = seedOf(SWEEP_SEED);
    const numRuns = Number(SWEEP_RUNS ?? runs);
    const tally = { accepted: 0, refused: 0 };
    const property = fc.property(choices, (choose) => requireFaultless(choose, tally));
    fc.assert(property, { seed, numRuns, path: SWEEP_PATH });
    tell(`estates: ${tally.accepted} accepted, ${tally.refused} refused, SWEEP_SEED=${seed} SWEEP_RUNS=${numRuns}`);
    if (SWEEP_PATH) return;
    expect(tally.accepted / numRuns).toBeGreaterThan(0.25);
    expect(tally.refused / numRuns).toBeGreaterThan(0.1);
  }, 600_000);
}

function requireFaultless(choose: Choices, tally: { accepted: number; refused: number }): void {
  const { faults, steps } = tried(choose, tally);
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\nof\n${steps.join('\n')}`);
}

/** What is wrong with an estate, and how it is made. */
export function tried(choose: Choices, tally: { accepted: number; refused: number }) {
  const recorded = new Recorded(choose);
  const major = recorded.chance(33) ? 5 : 4;
  const isAsked = recorded.chance(40);
  const first = outcomeOf(recorded, major, () => undefined);
  tally[first.stacks ? 'accepted' : 'refused'] += 1;
  const again = recorded.again();
  again.chance(33);
  again.chance(40);
  const second = outcomeOf(again, major, isAsked ? ask : () => undefined);
  const faults = [...faultsOf(first, major), ...differences(first, second)];
  return { faults, steps: [`azurerm ${major}`, ...first.estate.steps], error: first.error };
}

function outcomeOf(choose: Choices, major: Major, askOf: (app: App) => void): Outcome {
  const estate = new Estate(choose, major);
  try {
    estate.define();
  } catch (error) {
    askOf(estate.app);
    return { estate, error };
  }
  askOf(estate.app);
  try {
    return { estate, stacks: synthesizedStacks(estate.app) };
  } catch (error) {
    return { estate, error };
  }
}

/** Asks everything that can be asked, also for what is refused, which changes nothing. */
function ask(app: App): void {
  ConnectivityReport.of(app).toJson();
  SecurityBaseline.evaluate(app).toJson();
  expect(() => SecurityBaseline.acknowledge(app, { rule: 'NO1', reason: '' })).toThrow(/\[compliance\/.*\]/);
}

function faultsOf({ error, stacks }: Outcome, major: Major): string[] {
  if (!stacks) return uncodedLines(error);
  return Object.values(stacks).flatMap((json) => faultsIn(json, major));
}

/** What a second run gives otherwise, after questions. */
function differences(first: Outcome, second: Outcome): string[] {
  const [one, other] = [first, second].map(({ error, stacks }) =>
    error instanceof Error ? error.message : JSON.stringify(stacks, null, 1),
  );
  if (one === other) return [];
  const lines = [one, other].map((text) => text.split('\n'));
  const line = lines[0].findIndex((text, index) => text !== lines[1][index]);
  return [`asked, the same input gives "${lines[1][line]}" in place of "${lines[0][line]}"`];
}

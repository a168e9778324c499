import { tmpdir } from 'os';
import { Testing } from 'cdktf';
import * as fc from 'fast-check';
import { TerraformModel } from '../../src/model/terraform-model';
import { resourcesOf } from '../support/oracle/all-resources';
import { estateOf, Recipe, recipes } from '../support/oracle/arbitrary';
import { compareFile, contradictionsOf, FileComparison, lineOf, settled } from '../support/oracle/compare-files';
import { Estate } from '../support/oracle/estate';
import { NotThere } from '../support/oracle/files/expressions';
import { partOf, PlanForm, toPlan } from '../support/oracle/files/to-plan';
import { toState, toStates } from '../support/oracle/files/to-state';
import { RawResource } from '../support/oracle/terraform';
import { toStack } from '../support/oracle/to-stack';
import { seedOf } from '../support/seed';
import { estateOfJson } from '../support/terraform-files';

/** As those of the verdicts: `ORACLE_REPORT=1` prints all disagreements by their cause in place of the first one. */
const { ORACLE_RUNS, ORACLE_SEED, ORACLE_PATH, ORACLE_REPORT } = process.env;
const RUNS = 150;

/** How an estate is written, and what of it is there before. */
interface Writing extends PlanForm {
  readonly recipe: Recipe;
  /** How the variables turn out. */
  readonly isOn: boolean;
  /** Whether apps name the service by its host name, which a plan knows. */
  readonly hasHostNames: boolean;
  /** Nothing, part of it, or all of it before the changes of the recipe. */
  readonly before: 'nothing' | 'part' | 'unchanged';
  readonly seed: number;
  /** Whether networks are in a state of their own. */
  readonly isSplit: boolean;
}

const writings: fc.Arbitrary<Writing> = fc.record({
  recipe: recipes,
  isOn: fc.boolean(),
  hasHostNames: fc.boolean(),
  hasModules: fc.boolean(),
  hasNulls: fc.boolean(),
  syntax: fc.constantFrom('hcl' as const, 'json' as const),
  before: fc.constantFrom('nothing' as const, 'part' as const, 'unchanged' as const),
  seed: fc.nat(2 ** 20),
  isSplit: fc.boolean(),
});

const counts = new Map<string, number>();
const faults = new Map<string, { count: number; example: string }>();

describe('an estate of plain azurerm', () => {
  const seed = seedOf(ORACLE_SEED);
  const numRuns = Number(ORACLE_RUNS ?? RUNS);

  test.each([
    ['state', stateFaults],
    ['plan', planFaults],
  ])(
    'has the same verdicts as a %s',
    (kind, faultsOf) => {
      const property = fc.property(writings, (writing) => {
        const found = faultsOf(writing);
        if (!ORACLE_REPORT) expect(found).toEqual([]);
      });
      try {
        fc.assert(property, { seed, numRuns, path: ORACLE_PATH });
      } finally {
        log(`ORACLE_SEED=${seed} ORACLE_RUNS=${numRuns} ${kind}`);
      }
    },
    600_000,
  );
});

function stateFaults(writing: Writing): string[] {
  const { isOn } = writing;
  const estate = written(writing);
  const files = possible(() => (writing.isSplit ? toStates(estate, isOn, writing) : [toState(estate, isOn, writing)]));
  if (!files) return [];
  const deployed = settled(estate, isOn, { a: true, b: true });
  const { after } = estateOfJson(...files);
  const comparisons = compareFile(deployed, stackOf(deployed), after);
  return [...linesOf(writing, comparisons), ...rulesOf(writing, deployed, after)];
}

function planFaults(writing: Writing): string[] {
  const { isOn, recipe } = writing;
  const form = { ...writing, hasModules: writing.hasModules && writing.syntax === 'hcl' };
  const estate = written(writing);
  const before = priorOf(writing, estate, written({ ...writing, recipe: { ...recipe, changes: [] } }));
  const plan = possible(() => toPlan(estate, isOn, form, before));
  if (!plan) return [];
  const has = (subscription: 'a' | 'b') =>
    estate.known[subscription] || before.some((each) => each.subscription === subscription);
  const deployed = settled(estate, isOn, { a: has('a'), b: has('b') });
  const model = estateOfJson(plan.json).after;
  const comparisons = compareFile(deployed, stackOf(settled(estate, isOn, {})), model, plan.hidden);
  // A zone that is linked is well for its rule also where a plan hides whether queries get to the server that asks it.
  const rules = plan.hidden.length === 0 ? rulesOf(writing, deployed, model) : [];
  return [...linesOf(writing, comparisons), ...rules];
}

function rulesOf(writing: Writing, estate: Estate, model: TerraformModel): string[] {
  const lines = contradictionsOf(estate, model);
  lines.forEach((line) => addFault(line.replace(/ of \w+:/, ':'), line, writing));
  return lines;
}

function written({ recipe, hasHostNames }: Writing): Estate {
  const estate = estateOf(recipe);
  const callers = estate.apps.flatMap((app) => [app, ...app.slots]);
  if (hasHostNames) callers.filter(({ calls }) => calls).forEach((caller) => (caller.calls = 'host'));
  return estate;
}

function priorOf({ before, seed }: Writing, estate: Estate, unchanged: Estate): RawResource[] {
  if (before === 'nothing') return [];
  // DNS servers that are no longer given stay, as azurerm takes them for computed.
  const isKept = unchanged.networks.some(
    ({ dnsServers }, index) => dnsServers.length > 0 && estate.networks[index].dnsServers.length === 0,
  );
  if (before === 'unchanged' && !isKept) return resourcesOf(unchanged);
  return partOf(
    resourcesOf(estate),
    (key) => [...key].reduce((sum, each) => sum * 31 + each.charCodeAt(0), seed) % 2 === 0,
  );
}

/** `undefined` for what Terraform would refuse. */
function possible<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    count('not possible');
    return undefined;
  }
}

function stackOf(estate: Estate) {
  return toStack(estate, Testing.app({ stackTraces: false, outdir: tmpdir() }));
}

function linesOf(writing: Writing, comparisons: readonly FileComparison[]): string[] {
  for (const comparison of comparisons) {
    const { file, fault } = comparison;
    count('questions');
    count(`file ${file?.verdict}`);
    if (!fault) continue;
    const key = `${fault} | ${comparison.origin.kind} | ${file?.verdict} ${file?.code} ${file?.reason}`;
    addFault(key, lineOf(comparison), writing);
  }
  return comparisons.filter(({ fault }) => fault).map(lineOf);
}

function addFault(key: string, line: string, writing: Writing): void {
  const example = `${line}\n   ${JSON.stringify(writing)}`;
  const group = faults.get(key) ?? { count: 0, example };
  const isShorter = example.length < group.example.length;
  faults.set(key, { count: group.count + 1, example: isShorter ? example : group.example });
}

function count(name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function log(title: string): void {
  const lines = [...counts].map(([name, number]) => `  ${name}: ${number}`);
  const sorted = [...faults].sort(([, one], [, other]) => other.count - one.count);
  const groups = sorted.map(([key, group]) => `${group.count} x ${key}\n    ${group.example}`);
  process.stderr.write([title, ...lines, ...(ORACLE_REPORT ? groups : []), ''].join('\n'));
  counts.clear();
  faults.clear();
}

import { readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Testing } from 'cdktf';
import * as fc from 'fast-check';
import { bigPlan } from '../../bench/measure/big-plan';
import { EXAMPLES } from '../../examples/stacks';
import { decoded } from '../../src/check/private/reading/decoded';
import { Estate } from '../../src/check/private/reading/estate';
import { ConnectivityPath, ResolutionKind, Verdict } from '../../src/connectivity';
import { Analysis } from '../../src/connectivity/internal/analysis';
import { PUBLIC_ENDPOINT } from '../../src/connectivity/internal/judge';
import { ConstructModel } from '../../src/model/construct-model';
import { TerraformModel } from '../../src/model/terraform-model';
import { estateOf, recipes } from '../support/oracle/arbitrary';
import { toStack } from '../support/oracle/to-stack';
import { seedOf } from '../support/seed';

/** All paths, and those of places that have something in common with their service. */
function both(model: TerraformModel): { all: ConnectivityPath[]; near: ConnectivityPath[] } {
  const analysis = new Analysis(model);
  const services = analysis.services.all;
  const near = analysis.report(services, (service) => analysis.placesNear(service));
  return { all: analysis.report(services).paths, near: near.paths };
}

/** Paths of places with nothing in common that lead further than those of the internet, or may do so. */
function lost({ all, near }: ReturnType<typeof both>): ConnectivityPath[] {
  const keyOf = ({ service, origin, requestType }: ConnectivityPath) => `${service} ${origin} ${requestType}`;
  const kept = new Set(near.map(keyOf));
  const verdicts = new Map(all.map((path) => [keyOf(path), path.verdict]));
  return all.filter((path) => {
    if (kept.has(keyOf(path)) || path.verdict === Verdict.DENIED) return false;
    const asInternet = verdicts.get(keyOf({ ...path, origin: 'internet' }));
    // Where DNS may answer with a private address, which is out of reach, the path is one over the public endpoint, or none.
    const isPublic = path.via === PUBLIC_ENDPOINT || path.resolution?.kind === ResolutionKind.UNKNOWN;
    return !isPublic || asInternet === Verdict.DENIED;
  });
}

describe('places with nothing in common with a service', () => {
  test.each(Object.keys(EXAMPLES))('reach it as the internet does, or not at all, in %s', (name) => {
    const app = Testing.app();
    EXAMPLES[name](app);
    expect(lost(both(ConstructModel.of(app)))).toEqual([]);
  });

  test('do so in any estate', () => {
    const property = fc.property(recipes, (recipe) => {
      const stack = toStack(estateOf(recipe), Testing.app({ stackTraces: false, outdir: tmpdir() }));
      expect(lost(both(ConstructModel.of(stack)))).toEqual([]);
    });
    fc.assert(property, { seed: seedOf(undefined), numRuns: 200 });
  }, 60_000);

  test('are most of a plan of many separate apps', () => {
    const file = bigPlan(join(__dirname, '..', '..'), 250);
    const { after } = Estate.of([{ name: file, text: decoded(readFileSync(file), file) }]);
    const paths = both(after);
    expect(lost(paths)).toEqual([]);
    expect(paths.all).toHaveLength(10 * 12 * 4);
    expect(paths.near).toHaveLength(10 * 3 * 4);
  });
});

import * as fc from 'fast-check';
import { allChanges, changed } from './all-changes';
import { baseEstate, Plan } from './base-estate';
import { Estate, RequestTypeName } from './estate';

const NEAR = ['10.0.0', '192.168.4'];
/** Among them networks whose addresses are not of RFC 1918. */
const FAR = ['10.1.0', '172.16.4', '11.0.0', '100.64.0', '172.32.0'];

const types = (...some: RequestTypeName[][]) => fc.constantFrom(...some);

const plans: fc.Arbitrary<Plan> = fc.record({
  layout: fc.constantFrom('single', 'peered', 'resolver', 'ruleset'),
  near: fc.constantFrom(...NEAR),
  far: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('10.1.0') }, { weight: 1, arbitrary: fc.constantFrom(...FAR) }),
  farSubscription: fc.constantFrom('a', 'b'),
  form: fc.oneof(
    { weight: 4, arbitrary: fc.constant('separate' as const) },
    { weight: 1, arbitrary: fc.constantFrom('inline' as const, 'forEach' as const) },
  ),
  routeAll: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, false) },
  ),
  integration: fc.constantFrom('attribute', 'swift'),
  hasSlot: fc.boolean(),
  hasSecondApp: fc.boolean(),
  listed: types(
    ['ServerConnection', 'RESTAPI'],
    ['ServerConnection'],
    ['ServerConnection', 'RESTAPI', 'ClientConnection', 'Trace'],
    [],
  ),
  publicTypes: types(['ClientConnection'], [], ['ClientConnection', 'ServerConnection', 'RESTAPI', 'Trace']),
  publicAccess: fc.constantFrom(undefined, undefined, true, false),
  byReference: fc.boolean(),
});

/** Changes that pick among so many things that each of these would be rare. */
const VARIED = [
  'an application gateway',
  'routes of apps',
  'rules for what apps send',
  'rules for private endpoints',
  'rules for the resolver',
];

/** A change by name, and what it picks. */
const changes = fc.record({
  name: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(allChanges())) },
    { weight: 1, arbitrary: fc.constantFrom(...VARIED) },
  ),
  seed: fc.nat(2 ** 20),
});

/** How an estate came about, which is easier to read than the estate. */
export interface Recipe {
  readonly plan: Plan;
  readonly changes: readonly { readonly name: string; readonly seed: number }[];
}

/** Estates that nearly work, with none to three changes. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  plan: plans,
  changes: fc.uniqueArray(changes, { maxLength: 3, selector: ({ name }) => name }),
});

/** The estate of a recipe. */
export function estateOf({ plan, changes: some }: Recipe): Estate {
  return changed(baseEstate(plan), some);
}

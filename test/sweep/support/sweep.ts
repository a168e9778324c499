import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { choices } from './choices';
import { uncodedLines } from './coded';
import { HOSTILE } from './hostile';
import { faultsIn } from './json-oracle';
import { changesOf, membersOf, Producer, producers } from './manifest';
import { Builder, Fields, Made, shown, Special } from './plan';
import { Choices, LEAST, Planner } from './planner';
import { routes } from './reach';
import { ComplianceStatus, SecurityBaseline, Severity } from '../../../src/compliance';
import { Major } from '../../support/provider-schema';
import { newStack, synth, TerraformJson } from '../../support/synth';

/** What is known of a case. */
export interface Case {
  /** Whether something was called on the architecture. */
  readonly wasChanged: boolean;
  /** Whether its access was put together by hand, which may open it to the internet. */
  readonly isCustom: boolean;
  /** Whether synth judges the path of its app. */
  readonly isChecked: boolean;
}

/** What an architecture is held to besides what holds for all: faults, or none. */
export type Invariants<T> = (app: T, tried: Case) => string[];

/** What became of the cases. */
export interface Tally {
  accepted: number;
  refused: number;
}

const NEAR_MISSES = [
  '10.0.0.0/33',
  '10.0.0.1/24',
  '10.0.0.0/8',
  'with space',
  'UPPER',
  '-a-',
  'https://x.example/path',
];
const BAD_TEXTS = [...Object.values(HOSTILE).filter(({ length }) => length < 1000), ...NEAR_MISSES];
const BAD_NUMBERS = [-1, 0, 1.5, 1e9, NaN, Infinity];
/** How many values are bad in a case, in percent: none in half of the cases. */
const BADNESS = [0, 0, 0, 0, 0, 2, 2, 5, 20, 50];

/** Tries an architecture with random props, and random calls on it, for either major version of azurerm. */
export function sweep<T extends Construct>(
  owner: string,
  invariants: Invariants<T>,
  parameters: fc.Parameters<[Choices]>,
): Tally {
  const tally = { accepted: 0, refused: 0 };
  const property = fc.property(choices, (choose) => {
    const plans = plansOf(owner, choose);
    requireFaultless(plans, invariants, tally, choose.chance(33) ? 5 : 4);
  });
  fc.assert(property, parameters);
  return tally;
}

/** Tries every prop, factory and call of an architecture, each with nothing else; gives what was tried. */
export function sweepOneByOne<T extends Construct>(
  owner: string,
  invariants: Invariants<T>,
  tally: Tally,
): Set<string> {
  const used = new Set<string>();
  const producer = constructorOf(owner);
  for (const [place, { choices: forced }] of routes([producer])) {
    const planner = new Planner(LEAST, { forced: [...forced, place], used });
    requireFaultless([planner.make(producer)], invariants, tally);
  }
  for (const change of changesOfMembers(owner)) {
    const planner = new Planner(LEAST, { used });
    requireFaultless([planner.make(producer), called(planner, change)], invariants, tally);
  }
  return used;
}

/** Every prop, factory and call of an architecture, by name. */
export function partsOf(owner: string): string[] {
  const places = [...routes([constructorOf(owner)]).keys()].filter((place) => !/\.new\.(scope|id)$/.test(place));
  return [...places, ...changesOfMembers(owner).map(({ producer }) => producer.name)];
}

function constructorOf(owner: string): Producer {
  return producers.find(({ name }) => name === `${owner}.new`)!;
}

/** An architecture, and what is called on its parts. */
function plansOf(owner: string, choose: Choices): Made[] {
  const bad = BADNESS[choose.index(BADNESS.length)];
  const tokens = choose.chance(30) ? 8 : 0;
  const planner = new Planner(choose, { optional: 17, bad, badTexts: BAD_TEXTS, badNumbers: BAD_NUMBERS, tokens });
  const made = planner.make(constructorOf(owner));
  const changes = changesOfMembers(owner);
  const calls = choose.chance(50) ? 1 + choose.index(3) : 0;
  const change = () => called(planner, changes[choose.index(changes.length)]);
  return [made, ...Array.from({ length: calls }, change)];
}

interface Change {
  readonly producer: Producer;
  readonly member: string;
}

function called(planner: Planner, { producer, member }: Change): Made {
  return planner.make(producer, 2, new Special('member', member));
}

function changesOfMembers(owner: string): Change[] {
  return membersOf(owner).flatMap(({ name, type }) => changesOf(type).map((producer) => ({ producer, member: name })));
}

function requireFaultless<T extends Construct>(
  plans: readonly Made[],
  invariants: Invariants<T>,
  tally: Tally,
  major: Major = 4,
): void {
  const faults = faultsOf(plans, invariants, tally, major);
  if (faults.length > 0) {
    throw new Error(`${faults.join('\n')}\nfor azurerm ${major} of\n${plans.map(shown).join(';\n')}`);
  }
}

function faultsOf<T extends Construct>(
  plans: readonly Made[],
  invariants: Invariants<T>,
  tally: Tally,
  major: Major,
): string[] {
  const stack = newStack('Prod', { azurermMajor: major });
  let app: T;
  let json: TerraformJson;
  try {
    app = built<T>(plans, stack);
    json = synth(stack);
  } catch (error) {
    tally.refused += 1;
    return uncodedLines(error);
  }
  tally.accepted += 1;
  const [made, ...calls] = plans;
  const tried = {
    wasChanged: calls.length > 0,
    isCustom: shown(made).includes('NetworkAccess.custom'),
    isChecked: !isOff(made, 'connectivityCheck'),
  };
  return [
    ...faultsIn(json, major),
    ...(!isOff(made, 'securityBaseline') ? brokenRules(app) : []),
    ...invariants(app, tried),
  ];
}

function built<T>([made, ...calls]: readonly Made[], stack: TerraformStack): T {
  const app = new Builder(stack).build(made);
  const builder = new Builder(stack, app);
  // A part may be missing, as the plan of an existing app.
  calls.filter(({ on }) => builder.build(on)).forEach((call) => builder.build(call));
  return app;
}

/** Whether an option of an architecture is false. */
function isOff({ args }: Made, option: string): boolean {
  const props = args[2] as Fields;
  return props.entries.some(([name, value]) => name === option && value === false);
}

/** Rules with severity error that an architecture violates though it is held to them. */
function brokenRules(app: Construct): string[] {
  return SecurityBaseline.evaluate(app)
    .withStatus(ComplianceStatus.VIOLATED)
    .filter(({ severity }) => severity === Severity.ERROR)
    .map(({ path, rule, reason }) => `${path}: ${rule} ${reason}`);
}

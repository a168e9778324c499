import { uncodedLines } from './coded';
import { Producer } from './manifest';
import { wayTo } from './needs';
import { Builder, Plan, shown } from './plan';
import { LEAST, Planner } from './planner';
import { entries, Route, routes } from './reach';
import { newStack, synth } from '../../support/synth';

/** What became of a text in a place. */
export interface Outcome {
  /** The lines of an error that have no code. */
  readonly uncoded: readonly string[];
  readonly isRefused: boolean;
  /** Whether the text is a value or a name in the JSON, or a property of what was made, character by character. */
  readonly isExact: boolean;
  /** Whether it is a part of one, in any letter case, also within JSON that is a text itself. */
  readonly isContained: boolean;
  readonly plan: string;
}

const ways: ReadonlyMap<string, Route> = routes(entries);

/** The way to a place; maps have two places, for names and for values. */
function routeOf(place: string): Route | undefined {
  return ways.get(place) ?? ways.get(place.replace(/\.(name|value)$/, ''));
}

/** Whether users can give a text there. */
export function isReachable(place: string): boolean {
  return routeOf(place) !== undefined;
}

/** Gives a text in a place, or a good one without it, with the least of all else. */
export function outcomeOf(place: string, text?: string): Outcome {
  const route = routeOf(place)!;
  const { entry, choices, same } = wayTo(place, route);
  const pinned = text === undefined ? {} : Object.fromEntries(same.map((each) => [each, text]));
  const planner = new Planner(LEAST, { forced: [...choices, place.replace(/\.(name|value)$/, ''), place], pinned });
  return outcome(planOf(planner, entry), text ?? '');
}

/** Gives a text as id of a construct. */
export function outcomeOfId(entry: Producer, place: string, text: string): Outcome {
  const { choices } = wayTo(place, { entry, choices: [] });
  return outcome(planOf(new Planner(LEAST, { forced: choices, pinned: { [place]: text } }), entry), text);
}

function planOf(planner: Planner, entry: Producer): Plan {
  return entry.how === 'method' ? planner.call(entry) : planner.make(entry);
}

function outcome(plan: Plan, text: string): Outcome {
  const stack = newStack();
  const told = { plan: shown(plan).slice(0, 1000), uncoded: [] };
  try {
    const made: unknown = new Builder(stack).build(plan);
    const texts = [...textsIn(synth(stack)), ...textsIn(made, 1)];
    const parts = [text, JSON.stringify(text).slice(1, -1)].map((each) => each.toLowerCase());
    const contains = (each: string) => parts.some((part) => each.toLowerCase().includes(part));
    return { ...told, isRefused: false, isExact: texts.includes(text), isContained: texts.some(contains) };
  } catch (error) {
    return { ...told, uncoded: uncodedLines(error), isRefused: true, isExact: false, isContained: false };
  }
}

/** All texts in a value, and the names in its maps; of constructs the properties alone. */
function textsIn(value: unknown, depth: number = 20): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth < 0) return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, depth - 1));
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each, depth - 1)]);
}

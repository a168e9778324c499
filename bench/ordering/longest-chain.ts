import { DURATIONS } from './durations';
import { Edge, Graph, Step } from './graph';
import { orders } from './orders';
import { ruleOf } from './rules';

/** Steps that wait for each other, the first one first, and how long they take together. */
export interface Chain {
  readonly seconds: number;
  readonly steps: readonly Step[];
}

/** The longest chain of an example, and the one that rules force: the shortest over all orders that they leave open. */
export interface ChainComparison {
  readonly chain: Chain;
  readonly lowerBound: Chain;
  /** Edges that no rule forces. */
  readonly unforced: readonly Edge[];
}

/** Compares what users wait for with what they would wait for if only forced edges were there. */
export function compareChains({ steps, edges }: Graph): ChainComparison {
  const unforced = edges.filter((edge) => !ruleOf(edge));
  const forced = edges.filter((edge) => !unforced.includes(edge));
  const bounds = orders(forced).map((order) => longestChain(steps, order));
  const lowerBound = bounds.reduce((one, other) => (other.seconds < one.seconds ? other : one));
  return { chain: longestChain(steps, edges), lowerBound, unforced };
}

function longestChain(steps: readonly Step[], edges: readonly Edge[]): Chain {
  const prerequisites = new Map<Step, Step[]>(steps.map((step) => [step, []]));
  edges.forEach(({ from, to }) => prerequisites.get(from)!.push(to));
  const chains = new Map<Step, Chain>();
  const chainTo = (step: Step): Chain => {
    const known = chains.get(step);
    if (known) return known;
    // An order that contradicts a reference cannot be deployed at all.
    chains.set(step, { seconds: Infinity, steps: [] });
    const before = longest(prerequisites.get(step)!.map(chainTo));
    const chain = { seconds: before.seconds + secondsOf(step), steps: [...before.steps, step] };
    chains.set(step, chain);
    return chain;
  };
  return longest(steps.map(chainTo));
}

function longest(chains: readonly Chain[]): Chain {
  return chains.reduce((one, other) => (other.seconds > one.seconds ? other : one), { seconds: 0, steps: [] });
}

function secondsOf({ type }: Step): number {
  const duration = DURATIONS[type];
  if (!duration) throw new Error(`no duration of ${type} in bench/ordering/durations.ts`);
  return duration.seconds;
}

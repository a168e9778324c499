import { Edge, Step } from './graph';
import { ruleOf } from './rules';

/**
 * The edges in each order that rules leave open: where two steps may not run at the same time, either may come first.
 *
 * An order that contradicts other edges is among them; it has a cycle.
 */
export function orders(edges: readonly Edge[]): Edge[][] {
  const isOpen = (edge: Edge) => ruleOf(edge)?.order === 'any';
  const open = edges.filter(isOpen);
  const kept = edges.filter((edge) => !isOpen(edge));
  return groupsOf(open).reduce<Edge[][]>(
    (sets, group) => {
      const stages = stageEdges(group, kept);
      return sets.flatMap((set) => permutations(group).map((order) => [...set, ...stages, ...inTurn(order)]));
    },
    [[...kept]],
  );
}

/** What lies before one of a group lies before all of it, and what comes after one comes after all. */
function stageEdges(group: readonly Step[], edges: readonly Edge[]): Edge[] {
  return edges
    .filter((edge) => ruleOf(edge)?.order === 'stage')
    .flatMap((edge) => {
      if (group.includes(edge.from)) return group.map((from) => ({ ...edge, from }));
      if (group.includes(edge.to)) return group.map((to) => ({ ...edge, to }));
      return [];
    });
}

function inTurn(order: readonly Step[]): Edge[] {
  return order.slice(1).map((from, index) => ({ from, to: order[index], via: 'depends_on' }));
}

/** The steps that edges connect, group by group. */
function groupsOf(edges: readonly Edge[]): Step[][] {
  return edges.reduce<Step[][]>((groups, { from, to }) => {
    const touched = groups.filter((group) => group.includes(from) || group.includes(to));
    const merged = [...new Set([...touched.flat(), from, to])];
    return [...groups.filter((group) => !touched.includes(group)), merged];
  }, []);
}

function permutations(steps: readonly Step[]): Step[][] {
  if (steps.length <= 1) return [[...steps]];
  return steps.flatMap((first) => permutations(steps.filter((step) => step !== first)).map((rest) => [first, ...rest]));
}

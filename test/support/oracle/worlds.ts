import { Subtlety, SUBTLETIES } from './subtleties';

/** A way in which an estate cannot be deployed. */
export class Impossible extends Error {}

/** What the walker saw in all worlds that an estate leaves open. */
export interface Seen<T> {
  readonly results: readonly T[];
  /** What the estate does not decide, and the walker had to assume. */
  readonly untold: readonly string[];
  /** What the estate decides, but only for readers who know what the sentence says. */
  readonly subtle: readonly string[];
}

/**
 * One way in which everything that an estate leaves open may turn out.
 *
 * The walker itself knows no third value: where something is open, such as a count that is a variable, it asks the world,
 * and it walks again in each other world. Only what it asks about is open for its question.
 */
export class World {
  private readonly asked = new Map<string, unknown>();
  private depth = 0;

  public constructor(
    private readonly decisions: { index: number; size: number }[],
    private readonly untold: Set<string>,
    private readonly subtle: Set<string>,
  ) {}

  /** How something turns out that the estate leaves open; the same question has the same answer in one world. */
  public choose<T>(question: string, options: readonly T[]): T {
    if (this.asked.has(question)) return this.asked.get(question) as T;
    this.untold.add(question);
    if (this.depth === this.decisions.length) this.decisions.push({ index: 0, size: options.length });
    const answer = options[this.decisions[this.depth].index];
    this.depth += 1;
    this.asked.set(question, answer);
    return answer;
  }

  /** Notes that the estate decides something in a way that careful readers may leave open. */
  public note(subtlety: Subtlety): void {
    this.subtle.add(SUBTLETIES[subtlety]);
  }
}

/** Walks in every world. */
export function inAllWorlds<T>(walk: (world: World) => T): Seen<T> {
  const untold = new Set<string>();
  const subtle = new Set<string>();
  const results: T[] = [];
  const decisions: { index: number; size: number }[] = [];
  do {
    try {
      results.push(walk(new World(decisions, untold, subtle)));
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
    }
  } while (advance(decisions));
  return { results, untold: [...untold], subtle: [...subtle] };
}

/** The next world in order: the last decision that has another option takes it. */
function advance(decisions: { index: number; size: number }[]): boolean {
  while (decisions.length > 0) {
    const last = decisions[decisions.length - 1];
    if (last.index + 1 < last.size) {
      last.index += 1;
      return true;
    }
    decisions.pop();
  }
  return false;
}

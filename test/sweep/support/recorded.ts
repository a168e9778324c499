import { Choices } from './planner';

/** Decisions that can be taken again. */
export class Recorded implements Choices {
  private readonly taken: number[] = [];

  public constructor(private readonly choices: Choices) {}

  public index(count: number): number {
    const index = this.choices.index(count);
    this.taken.push(index);
    return index;
  }

  public chance(percent: number): boolean {
    const isTaken = this.choices.chance(percent);
    this.taken.push(Number(isTaken));
    return isTaken;
  }

  /** The same decisions in the same order. */
  public again(): Choices {
    let turn = 0;
    const next = () => this.taken[turn++] ?? 0;
    return { index: next, chance: () => next() === 1 };
  }
}

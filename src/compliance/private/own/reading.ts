/**
 * Values that a user's rule reads while it judges one resource, so that an unknown value is never taken for known: a
 * rule that reads one without asking whether it is known has not decided.
 */
export class Reading {
  private readonly taken = new Set<string>();
  private readonly asked = new Set<string>();

  /** The rule reads something; why that is not known, where it is not. */
  public take(because: string | undefined): void {
    if (because !== undefined) this.taken.add(because);
  }

  /** The rule asks whether something is known; why it is not, where it is not. */
  public ask(because: string | undefined): void {
    if (because !== undefined) this.asked.add(because);
  }

  /** Reasons for which a verdict that rests on the read values is unknown. */
  public get doubts(): readonly string[] {
    return [...this.taken].filter((because) => !this.asked.has(because));
  }
}

/**
 * What a rule of a user reads while it judges one resource, so that what nobody knows is never taken for known: a rule that
 * reads such a thing without asking whether it is known has not decided.
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

  /** Why nothing can be said that rests on what the rule read. */
  public get doubts(): readonly string[] {
    return [...this.taken].filter((because) => !this.asked.has(because));
  }
}

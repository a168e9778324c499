/** Answer to a question: yes, no, or not known. What is not known says what decides, and counts as neither. */
export class Certainty {
  /** It applies. */
  public static readonly YES = new Certainty('yes');

  /** It does not apply. */
  public static readonly NO = new Certainty('no');

  /** It may apply, and no more is known. Prefer `maybe`, which says what decides. */
  public static readonly MAYBE = new Certainty('maybe');

  /**
   * It may apply.
   *
   * @param because what decides, such as `var.instances`, or a clause that says so
   */
  public static maybe(because: string | undefined): Certainty {
    return because === undefined ? Certainty.MAYBE : new Certainty('maybe', because);
  }

  /** Returns a known answer; `undefined` stands for an answer that is not known. */
  public static of(holds: boolean | undefined, because?: string): Certainty {
    if (holds === undefined) return Certainty.maybe(because);
    return holds ? Certainty.YES : Certainty.NO;
  }

  /** Reports whether all of some conditions apply. */
  public static all(conditions: Iterable<Certainty>): Certainty {
    let result = Certainty.YES;
    for (const condition of conditions) {
      if (condition.isNo) return Certainty.NO;
      if (result.isYes) result = condition;
    }
    return result;
  }

  /** Reports whether at least one of some conditions applies. */
  public static any(conditions: Iterable<Certainty>): Certainty {
    let result = Certainty.NO;
    for (const condition of conditions) {
      if (condition.isYes) return Certainty.YES;
      if (result.isNo) result = condition;
    }
    return result;
  }

  private constructor(
    private readonly holds: 'yes' | 'no' | 'maybe',
    /** Value that decides, where the answer is not known and the value is. */
    public readonly because?: string,
  ) {}

  public get isYes(): boolean {
    return this.holds === 'yes';
  }

  public get isNo(): boolean {
    return this.holds === 'no';
  }

  public get isMaybe(): boolean {
    return this.holds === 'maybe';
  }

  /** The opposite. */
  public get not(): Certainty {
    if (this.isMaybe) return this;
    return this.isYes ? Certainty.NO : Certainty.YES;
  }

  public toString(): string {
    return this.holds;
  }
}

import { Certainty } from '../core/internal/certainty';

/** An Azure subscription, as far as it is known which. */
export class Subscription {
  /** One whose id is known. */
  public static ofId(id: string): Subscription {
    return new Subscription(id.toLowerCase());
  }

  /**
   * One that is only known when Terraform runs.
   *
   * @param source what names it, the same for all that is in it
   * @param because a clause that says so
   */
  public static of(source: string, because: string): Subscription {
    return new Subscription(source, because);
  }

  private constructor(
    /** The id in lower case, or what names it. */
    public readonly key: string,
    /** Explains why its id is not known; `undefined` where it is. */
    public readonly because?: string,
  ) {}

  /** Reports whether its id is known. */
  public get isKnown(): boolean {
    return this.because === undefined;
  }

  /** Reports whether two are one. */
  public isSame(other: Subscription): Certainty {
    if (this.key === other.key) return Certainty.YES;
    const { because = other.because } = this;
    return because === undefined ? Certainty.NO : Certainty.maybe(because);
  }
}

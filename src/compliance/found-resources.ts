import { Answer } from './answer';
import { JudgedResource } from './judged-resource';
import { Reading } from './private/own/reading';
import { Certainty } from '../core/internal/certainty';
import { checkInput } from '../core/internal/input/check-input';

/**
 * The resources that a question found, and whether there may be more.
 *
 * A rule that reads `resources` where there may be more, and does not ask `isUnknown`, is reported as unknown, whatever it
 * says; `some` and `exist` need no such question.
 */
export class FoundResources {
  /** @internal */
  public static _of(certain: readonly JudgedResource[], doubt: string | undefined, reading: Reading): FoundResources {
    return new FoundResources(certain, doubt, reading);
  }

  private constructor(
    private readonly certain: readonly JudgedResource[],
    private readonly doubt: string | undefined,
    private readonly reading: Reading,
  ) {}

  /** Those that are there for sure. */
  public get resources(): JudgedResource[] {
    this.reading.take(this.doubt);
    return [...this.certain];
  }

  /** True where there may be more. */
  public get isUnknown(): boolean {
    return this.because !== undefined;
  }

  /** Value that decides whether there are more, in one clause; `undefined` where all are found. */
  public get because(): string | undefined {
    this.reading.ask(this.doubt);
    return this.doubt;
  }

  /** Reports whether any resource is found. */
  public get exist(): Answer {
    return this.anyOf(this.certain.map(() => Certainty.YES));
  }

  /**
   * Reports whether one of the resources is given one of some texts.
   *
   * @param attribute names as the provider has them, with dots between them, such as `sku.name`
   */
  public some(attribute: string, ...texts: string[]): Answer {
    checkInput('compliance.FoundResources.some', arguments);
    return this.anyOf(this.certain.map((resource) => resource.at(attribute).isOneOf(...texts)._certainty));
  }

  private anyOf(answers: readonly Certainty[]): Answer {
    const others = this.doubt === undefined ? [] : [Certainty.maybe(this.doubt)];
    return Answer._of(Certainty.any([...answers, ...others]), this.reading);
  }
}

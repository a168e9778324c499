import { Certainty } from '../core/internal/certainty';
import { Reading } from './private/own/reading';
import { checkInput } from '../core/internal/input/check-input';

const NOBODY_KNOWS = 'what decides is only known when Terraform runs';

/**
 * Answer to a question about a configuration: yes, no, or not known at synth. An unknown answer is neither, and names
 * what
 * decides.
 *
 * A rule that asks `isYes` or `isNo` of an answer that is not known, and not `isUnknown`, is reported as unknown, whatever
 * it says.
 */
export class Answer {
  /** It applies. */
  public static yes(): Answer {
    return new Answer(Certainty.YES);
  }

  /** It does not apply. */
  public static no(): Answer {
    return new Answer(Certainty.NO);
  }

  /**
   * It may apply.
   *
   * @param because what decides, in one clause
   */
  public static unknown(because: string): Answer {
    checkInput('compliance.Answer.unknown', arguments);
    return new Answer(Certainty.maybe(because));
  }

  /** Joins answers that all have to be yes: no, where one is no; else not known, where one is not known. */
  public static all(...answers: Answer[]): Answer {
    checkInput('compliance.Answer.all', arguments);
    return new Answer(Certainty.all(answers.map(({ _certainty }) => _certainty)), readingOf(answers));
  }

  /** Joins answers of which one has to be yes: yes, where one is yes; else not known, where one is not known. */
  public static any(...answers: Answer[]): Answer {
    checkInput('compliance.Answer.any', arguments);
    return new Answer(Certainty.any(answers.map(({ _certainty }) => _certainty)), readingOf(answers));
  }

  /** @internal */
  public static _of(certainty: Certainty, reading: Reading): Answer {
    return new Answer(certainty, reading);
  }

  private readonly certainty: Certainty;

  private constructor(
    certainty: Certainty,
    private readonly reading?: Reading,
  ) {
    this.certainty = certainty.isMaybe ? Certainty.maybe(certainty.because ?? NOBODY_KNOWS) : certainty;
  }

  /** True only where the answer is a known yes. */
  public get isYes(): boolean {
    this.reading?.take(this.certainty.because);
    return this.certainty.isYes;
  }

  /** True only where the answer is a known no. */
  public get isNo(): boolean {
    this.reading?.take(this.certainty.because);
    return this.certainty.isNo;
  }

  /** True where the answer is not known at synth. */
  public get isUnknown(): boolean {
    this.reading?.ask(this.certainty.because);
    return this.certainty.isMaybe;
  }

  /** Value that decides, in one clause; `undefined` where the answer is known. */
  public get because(): string | undefined {
    this.reading?.ask(this.certainty.because);
    return this.certainty.because;
  }

  /** The opposite: what is not known stays so. */
  public get negated(): Answer {
    return new Answer(this.certainty.not, this.reading);
  }

  /** @internal */
  public get _certainty(): Certainty {
    return this.certainty;
  }

  /** @internal */
  public get _reading(): Reading | undefined {
    return this.reading;
  }
}

function readingOf(answers: readonly Answer[]): Reading | undefined {
  return answers.find(({ _reading }) => _reading)?._reading;
}

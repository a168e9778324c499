import { Answer } from './answer';
import { doubtOf, elementsOf, entryOf, Given } from './private/own/given';
import { Reading } from './private/own/reading';
import { asText } from '../core/internal/as-text';
import { Certainty } from '../core/internal/certainty';
import { checkInput } from '../core/internal/input/check-input';
import { isGiven, isOn, Value } from '../topology/values';

/**
 * Value of an attribute, a block or a part of one in the configuration: known, absent, or not known at synth.
 * References
 * are followed to what other resources are given. What Azure or the provider fills in is absent.
 *
 * A rule that reads what is not known, and does not ask `isUnknown`, is reported as unknown, whatever it says.
 */
export class ResourceValue {
  /** @internal */
  public static _of(given: Given, reading: Reading): ResourceValue {
    return new ResourceValue(given, reading);
  }

  private constructor(
    private readonly given: Given,
    private readonly reading: Reading,
  ) {}

  /** Name of the value in messages, such as `sku.name`. */
  public get label(): string {
    return this.given.path + this.given.of;
  }

  /** True where the value is only known when Terraform runs. */
  public get isUnknown(): boolean {
    return this.because !== undefined;
  }

  /** Value that decides, in one clause; `undefined` where the value is known or absent. */
  public get because(): string | undefined {
    const because = doubtOf(this.given);
    this.reading.ask(because);
    return because;
  }

  /** Reports whether a value is given. A value that only Terraform knows may be null, which is nothing. */
  public get isGiven(): Answer {
    const { value, doubt } = this.given;
    const given = doubt === undefined ? (value ? isGiven(value) : Certainty.NO) : Certainty.maybe(doubt);
    return this.answer(given);
  }

  /** Reports whether one of some texts is given. A number or a boolean is compared as Terraform writes it. */
  public isOneOf(...texts: string[]): Answer {
    checkInput('compliance.ResourceValue.isOneOf', arguments);
    const { value } = this.given;
    if (doubtOf(this.given) !== undefined) return this.answer(Certainty.MAYBE);
    return this.answer(Certainty.of(!!value && !value.isAbsent && texts.includes(asText(value.known))));
  }

  /**
   * Reports whether a switch is on.
   *
   * @param byDefault what the provider takes where nothing is given
   */
  public isOn(byDefault: boolean): Answer {
    checkInput('compliance.ResourceValue.isOn', arguments);
    const { value, doubt } = this.given;
    if (doubt !== undefined) return this.answer(Certainty.MAYBE);
    return this.answer(value ? isOn(value, byDefault) : Certainty.of(byDefault));
  }

  /** The text that is given; `undefined` where nothing is given, and where it is not known. */
  public get text(): string | undefined {
    const known = this.known?.known;
    return known === undefined ? undefined : asText(known);
  }

  /** The number that is given; `undefined` where none is given, and where it is not known. */
  public get number(): number | undefined {
    const { text } = this;
    const number = text === undefined || text.trim() === '' ? NaN : Number(text);
    return Number.isNaN(number) ? undefined : number;
  }

  /** The elements of a list, or the blocks of a name; none where nothing is given, and where they are not known. */
  public get elements(): ResourceValue[] {
    const elements = elementsOf(this.given);
    if (!elements) this.reading.take(doubtOf(this.given));
    return (elements ?? []).map((element) => new ResourceValue(element, this.reading));
  }

  /**
   * Reads a value within a block or a map.
   *
   * @param path names with dots between them, such as `ip_restriction.action`; of several blocks of a name the first is meant
   */
  public at(path: string): ResourceValue {
    checkInput('compliance.ResourceValue.at', arguments);
    const found = path.split('.').reduce(entryOf, this.given);
    return new ResourceValue(found, this.reading);
  }

  /**
   * Reads a value within a map.
   *
   * @param name a key as it is, such as `cost.center`
   */
  public entry(name: string): ResourceValue {
    checkInput('compliance.ResourceValue.entry', arguments);
    return new ResourceValue(entryOf(this.given, name), this.reading);
  }

  /** @internal */
  public get _given(): Given {
    return this.given;
  }

  private get known(): Value | undefined {
    this.reading.take(doubtOf(this.given));
    return this.given.value;
  }

  private answer(certainty: Certainty): Answer {
    const because = doubtOf(this.given) ?? certainty.because;
    return Answer._of(certainty.isMaybe ? Certainty.maybe(because) : certainty, this.reading);
  }
}

import { asText } from '../core/internal/as-text';
import {
  Address,
  isExpression,
  plainExpressions,
  referenceOf,
  referencesIn,
  replaceReferences,
} from '../core/internal/expressions';

/** Looks attributes of resources up for values that refer to them. */
export interface IReferenceSource<T> {
  /** The resource of an address, as seen from the stack of the value. */
  resourceAt(address: Address): T | undefined;
  /** Returns the given value of the attribute at an address; absent for attributes that Azure or azurerm computes. */
  givenAt(address: Address): ModelValue<T> | undefined;
  /** A value as it is in the JSON. */
  value(json: unknown): ModelValue<T>;
}

/** An attribute of a resource of the configuration. */
interface Link<T> {
  readonly resource: T;
  readonly attribute: string;
}

/** References may form cycles, which Terraform rejects later. */
const MAX_STEPS = 16;

/**
 * Value of one attribute of a resource.
 *
 * A value is absent, known, or unknown: known is what can be read at synth, also through references to what other
 * resources are given.
 */
export class ModelValue<T> {
  private readable?: { readonly known: unknown };
  private parsed?: { readonly reference?: Address };

  public constructor(
    /** The value as it is in the JSON, with references as `${TYPE.ID.ATTRIBUTE}`. */
    public readonly json: unknown,
    private readonly source: IReferenceSource<T>,
    private readonly steps: number = 0,
  ) {}

  /** Reports whether nothing is given. */
  public get isAbsent(): boolean {
    return this.json === undefined || this.json === null;
  }

  /** Reports whether something is given that is only known when Terraform runs. */
  public get isUnknown(): boolean {
    return !this.isAbsent && this.known === undefined;
  }

  /** Given value, where it can be read; `undefined` where the value is absent or unknown. */
  public get known(): unknown {
    if (this.isAbsent) return undefined;
    this.readable ??= { known: this.readKnown() };
    return this.readable.known;
  }

  /** The text that is given, with all references replaced that can be read; empty where nothing is given. */
  public get text(): string {
    if (this.isAbsent) return '';
    return asText(typeof this.json === 'string' ? this.read(this.json) : this.json);
  }

  /** Value that decides where this value is unknown: the part that remains once everything readable is read. */
  public get decidedBy(): string {
    if (this.isAbsent) return '';
    return plainExpressions(typeof this.json === 'string' ? this.text : JSON.stringify(this.read(this.json)));
  }

  /** Given value where it is a known text. */
  public get knownText(): string | undefined {
    const { known } = this;
    return typeof known === 'string' ? known : undefined;
  }

  /**
   * Reports whether the value is known to be this. Terraform accepts a text for the number or truth value that it
   * spells.
   */
  public is(expected: string | number | boolean): boolean {
    return this.known === expected || this.knownText === String(expected);
  }

  /** The elements of a list, each a value; `undefined` where the list itself is unknown, none where it is absent. */
  public get elements(): ModelValue<T>[] | undefined {
    if (this.isAbsent) return [];
    if (Array.isArray(this.json)) return this.json.map((element) => this.derive(element));
    const { followed } = this;
    // What is not given there, Azure or azurerm computes.
    return followed?.isAbsent ? undefined : followed?.elements;
  }

  /** The attribute that the value refers to, where it is one reference and nothing else. */
  public get reference(): Address | undefined {
    this.parsed ??= { reference: typeof this.json === 'string' ? referenceOf(this.json) : undefined };
    return this.parsed.reference;
  }

  /**
   * The resource that the value refers to, where it is one reference and the configuration has its resource. A
   * reference that is given there is followed: the `subnet_id` of an association is that of the subnet.
   */
  public get resource(): T | undefined {
    return this.origin?.resource;
  }

  /** The resource whose id or name the value is; not one that has several ids, of which the value is one. */
  public get identified(): T | undefined {
    const { origin } = this;
    return origin && isIdentity(origin) ? origin.resource : undefined;
  }

  /** The entries of a map, each with its name; `undefined` where the map itself is unknown, none where it is absent. */
  public get entries(): [string, ModelValue<T>][] | undefined {
    if (this.isAbsent) return [];
    if (typeof this.json !== 'object' || Array.isArray(this.json)) {
      const { followed } = this;
      return followed?.isAbsent ? undefined : followed?.entries;
    }
    return Object.entries(this.json as object).map(([name, entry]) => [name, this.derive(entry)]);
  }

  /** Every attribute of a resource of the tree that the text of this value refers to. */
  public get links(): Link<T>[] {
    if (typeof this.json !== 'string') return [];
    return referencesIn(this.json).flatMap((address) => {
      const resource = this.source.resourceAt(address);
      return resource ? [{ resource, attribute: address.attribute }] : [];
    });
  }

  /** The attribute that the value comes from, and its resource. */
  private get origin(): Link<T> | undefined {
    const { reference } = this;
    const resource = reference && this.source.resourceAt(reference);
    if (!resource) return undefined;
    const { attribute } = reference;
    return (isIdentity(reference) ? undefined : this.followed?.origin) ?? { resource, attribute };
  }

  private readKnown(): unknown {
    const read = this.read(this.json);
    return hasExpression(read) ? undefined : read;
  }

  /** Value of the attribute that this value refers to. */
  private get followed(): ModelValue<T> | undefined {
    const { reference } = this;
    return reference && this.follow(reference);
  }

  private follow(address: Address): ModelValue<T> | undefined {
    if (this.steps >= MAX_STEPS) return undefined;
    const given = this.source.givenAt(address);
    if (!hasExpression(given?.json)) return given;
    return given && new ModelValue(given.json, given.source, this.steps + 1);
  }

  private read(json: unknown): unknown {
    if (typeof json === 'string') return this.readText(json);
    if (Array.isArray(json)) return json.map((element) => this.read(element));
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, this.read(value)]));
  }

  private readText(text: string): unknown {
    if (!isExpression(text)) return text;
    const single = referenceOf(text);
    if (single) return this.follow(single)?.known ?? text;
    return replaceReferences(text, (address) => {
      const known = this.follow(address)?.known;
      return typeof known === 'string' || typeof known === 'number' ? String(known) : undefined;
    });
  }

  private derive(json: unknown): ModelValue<T> {
    return new ModelValue(json, this.source, this.steps);
  }
}

function isIdentity({ attribute }: { readonly attribute: string }): boolean {
  return attribute === 'id' || attribute === 'name';
}

function hasExpression(json: unknown): boolean {
  if (typeof json === 'string') return isExpression(json);
  if (typeof json !== 'object' || json === null) return false;
  return Object.values(json).some(hasExpression);
}

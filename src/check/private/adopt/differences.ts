import { Counterparts, META } from './counterparts';
import { identifyingText, isIdentifiedBy } from './identity';
import { Replacing, replacing } from './replacing';
import { StateResource } from './state-resource';
import { asText } from '../../../core/internal/as-text';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';
import { Json, objectOf } from '../../../model/terraform/json';

/** Difference for which azurerm replaces a resource. */
export interface Replacement {
  readonly attribute: string;
  /** A clause that says what is in the state, and what in the stack. */
  readonly because: string;
  /** The value in the state, where it is a text. */
  readonly before?: string;
}

/** Differences between a resource of the stack and its counterpart. */
export interface Differences {
  readonly replacements: readonly Replacement[];
  /** Differences that may replace the resource, with the value that decides. */
  readonly open: readonly Replacement[];
  /** Names of attributes that Terraform changes in place. */
  readonly changed: readonly string[];
  /** States whether it is known which attributes replace a resource of the type. */
  readonly isKnown: boolean;
}

/** A value that the stack does not show. */
class Unknown {
  public constructor(
    public readonly expression: string,
    /** Address of what the stack creates, where the value comes from there. */
    public readonly created?: string,
  ) {}
}

const LOCATION = /(?:^|\.)location$/;
/** Texts that are longer say less than the name of their attribute. */
const MAX_LENGTH = 200;

/** Compares what a stack gives to a resource with what the state has of it. */
export class Comparison {
  public constructor(
    private readonly counterparts: Counterparts,
    private readonly resource: ModelResource,
    private readonly state: StateResource,
  ) {}

  /** @param major major version of azurerm that the stack requires */
  public differences(major: string | undefined): Differences {
    const given = this.given;
    const rows = replacing(this.resource.type, major);
    const found = (rows ?? []).map((row) => this.replacement(row, given));
    const names = new Set((rows ?? []).map(({ path }) => path));
    const changed = Object.entries(given).flatMap(([name, value]) =>
      changes(name, value, own(this.state.values, name)),
    );
    return {
      replacements: found.flatMap((each) => each?.replaces ?? []),
      open: found.flatMap((each) => each?.isOpen ?? []),
      changed: [...new Set(changed)].filter((path) => !names.has(path)),
      isKnown: rows !== undefined,
    };
  }

  /** Attributes in the stack, with references resolved in the state. */
  private get given(): Json {
    const body = this.counterparts.givenTo(this.resource);
    const names = body.names.filter((name) => !META.includes(name) && name !== 'dynamic');
    const entries = names.map((name) => [name, this.valueOf(name, body.get(name))]);
    return Object.fromEntries(entries);
  }

  private valueOf(name: string, written: unknown): unknown {
    const value = this.resource.at(name);
    const { values } = this.state;
    const known = value.known === undefined ? identifyingText(name, value) : undefined;
    return known !== undefined && isIdentifiedBy(values, name, known) ? own(values, name) : this.read(written, value);
  }

  /** @param written the value without what was added from the state */
  private read(written: unknown, value: ModelValue<ModelResource>): unknown {
    if (Array.isArray(written)) {
      const elements = value.elements ?? [];
      return written.map((each, index) => (elements[index] ? this.read(each, elements[index]) : each));
    }
    if (typeof written === 'object' && written !== null) {
      const block = Array.isArray(value.json) ? value.elements?.[0] : value;
      const entries = new Map(block?.entries ?? []);
      return Object.fromEntries(
        Object.entries(written).map(([name, each]) => {
          const entry = entries.get(name);
          return [name, entry ? this.read(each, entry) : each];
        }),
      );
    }
    if (value.isAbsent) return undefined;
    if (value.known !== undefined) return value.known;
    const created = value.links.find(({ resource }) => resource.isManaged && this.counterparts.of(resource).isNew);
    return new Unknown(value.decidedBy, created?.resource.place.address);
  }

  private replacement(
    { path, otherwise, isKept, isSometimes }: Replacing,
    given: Json,
  ): { readonly replaces?: Replacement; readonly isOpen?: Replacement } | undefined {
    const now = leavesAt(given, path);
    const before = leavesAt(this.state.values, path);
    const unknown = now.find((each) => each instanceof Unknown) as Unknown | undefined;
    const was = before.length === 0 ? 'is missing in the state' : `is ${shown(before)} in the state`;
    const [text] = before.length === 1 && typeof before[0] === 'string' ? [before[0]] : [];
    if (unknown) {
      const { created, expression } = unknown;
      // What is created has no id yet, and azurerm replaces for what is not known before.
      if (created !== undefined && !isSometimes) {
        return {
          replaces: { attribute: path, because: `${was} and comes from ${created} in the stack, which is new` },
        };
      }
      return { isOpen: { attribute: path, because: `${was} and ${expression} in the stack` } };
    }
    if (now.length === 0) {
      if (isKept || before.length === 0) return undefined;
      if (otherwise !== undefined && isSame(path, otherwise, before[0])) return undefined;
      if (before.every(isEmpty) || this.isGivenOtherwise(path)) return undefined;
    } else if (before.length === 0) {
      if (now.every(isEmpty) || (otherwise !== undefined && now.every((each) => isSame(path, each, otherwise)))) {
        return undefined;
      }
      // azurerm 5 names some parents by id that azurerm 4 names by name.
      if (now.length === 1 && isIdentifiedBy(this.state.values, path, asText(now[0]))) return undefined;
      // A sensitive value, and what another version has no attribute for, cannot be compared.
      if (!path.includes('.') && own(this.state.values, path) === undefined) return undefined;
    } else if (changes(path, now, before).length === 0) {
      return undefined;
    }
    const is = now.length === 0 ? 'missing' : shown(now);
    const replacement = { attribute: path, because: `${was} and ${is} in the stack`, before: text };
    return isSometimes ? { isOpen: replacement } : { replaces: replacement };
  }

  /** Reports whether a required attribute is left out because the version of azurerm names it in another way. */
  private isGivenOtherwise(path: string): boolean {
    const { names } = this.resource;
    if (path === 'resource_group_name') return !names.includes(path);
    return names.includes(path.replace(/_name$/, '_id')) || names.includes(path.replace(/_id$/, '_name'));
  }
}

/** The values at a path, in all blocks on the way. */
function leavesAt(value: unknown, path: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => leavesAt(each, path));
  if (path === '' || typeof value !== 'object' || value instanceof Unknown) return [value];
  const [first, ...rest] = path.split('.');
  return leavesAt(own(value, first), rest.join('.'));
}

/** Paths of what differs; nothing where a value is not known, or a state does not have it. */
function changes(path: string, now: unknown, before: unknown): string[] {
  if (now instanceof Unknown) return now.created === undefined ? [] : [path];
  if (now === undefined || now === null || before === undefined) return [];
  // A configuration may write a single block without a list.
  const isBlock = isBlocks(before) && typeof now === 'object';
  if (isBlock || (isBlocks(now) && isEmpty(before))) return blockChanges(path, listOf(now), listOf(before));
  if (Array.isArray(now)) return sameSet(path, now, listOf(before)) ? [] : [path];
  if (typeof now === 'object') {
    const [given, had] = [objectOf(now), objectOf(before)];
    const names = [...new Set([...Object.keys(given), ...Object.keys(had)])];
    return names.every((name) => own(given, name) instanceof Unknown || isSame(path, own(given, name), own(had, name)))
      ? []
      : [path];
  }
  return isSame(path, now, before) ? [] : [path];
}

/** Of a block what the stack gives counts; the rest is what azurerm gives it. */
function blockChanges(path: string, now: readonly unknown[], before: readonly unknown[]): string[] {
  const [block, other] = [objectOf(now[0]), objectOf(before[0])];
  if (now.length === 1 && before.length === 1) {
    return Object.entries(block).flatMap(([name, value]) => changes(`${path}.${name}`, value, own(other, name)));
  }
  const has = (each: unknown) => before.some((old) => blockChanges(path, [each], [old]).length === 0);
  return now.length === before.length && now.every(has) ? [] : [path];
}

function isBlocks(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  return value.length > 0 && value.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));
}

function sameSet(path: string, now: readonly unknown[], before: readonly unknown[]): boolean {
  if (now.some((each) => each instanceof Unknown)) return true;
  const texts = (list: readonly unknown[]) =>
    list
      .map((each) => comparable(path, each))
      .sort()
      .join('\n');
  return texts(now) === texts(before);
}

function isSame(path: string, now: unknown, before: unknown): boolean {
  return (isEmpty(now) && isEmpty(before)) || comparable(path, now) === comparable(path, before);
}

/** Azure compares ids and locations without the case of letters. */
function comparable(path: string, value: unknown): string {
  const text = asText(value);
  if (LOCATION.test(path)) return text.toLowerCase().replace(/ /g, '');
  return text.startsWith('/') ? text.toLowerCase() : text;
}

/** azurerm treats a value that is empty, or off, as absent. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return true;
  return typeof value === 'object' && !(value instanceof Unknown) && Object.keys(value).length === 0;
}

function shown(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value) ?? '');
  const text = texts.join(', ');
  return values.some((value) => typeof value === 'object') || text.length > MAX_LENGTH ? 'another value' : text;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function own(value: unknown, name: string): unknown {
  return Object.prototype.hasOwnProperty.call(value, name) ? (value as Json)[name] : undefined;
}

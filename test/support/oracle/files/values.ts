import { DEFAULTS } from './azure';
import { UNKNOWN } from './expressions';
import { Attribute, Block, isObjects, Type } from './schemas';
import { RawJson } from '../terraform';

/** What an attribute has that is not given, by its path. */
export type Missing = (attribute: Attribute, name: string, path: string) => unknown;

/** The values of a block with all attributes and blocks of the schema. */
export function filled(schema: Block, given: RawJson, missing: Missing, path: string = ''): RawJson {
  const entries = Object.entries(schema.attributes ?? {}).map(([name, attribute]): [string, unknown] => {
    const at = path === '' ? name : `${path}.${name}`;
    const value = given[name] ?? missing(attribute, name, at);
    return [name, typed(value, attribute, missing, at)];
  });
  const blocks = Object.entries(schema.block_types ?? {}).map(([name, { block, nesting_mode: mode }]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const value = given[name];
    if (mode === 'single') return [name, value ?? null];
    const list = value === undefined || value === null ? [] : Array.isArray(value) ? (value as RawJson[]) : [value];
    return [name, list.map((each, index) => filled(block, each as RawJson, missing, `${at}[${index}]`))];
  });
  return Object.fromEntries([...entries, ...blocks]);
}

/** What azurerm writes where nothing is: an empty value, seldom `null`. */
export function emptyOf(type: Type, hasNulls: boolean): unknown {
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  if (hasNulls) return null;
  if (typeof type === 'string') return '';
  return type[0] === 'map' ? {} : [];
}

/** What azurerm takes where nothing is given; `undefined` without a default. */
export function defaultOf(name: string): unknown {
  return DEFAULTS[name];
}

/** A value without what is not known yet, as plans have it in `after`. */
export function knownIn(value: unknown): unknown {
  if (value === UNKNOWN) return undefined;
  if (Array.isArray(value)) return value.map(knownIn);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [name, knownIn(each)]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

/** `true` where a value is not known yet, as plans have it in `after_unknown`. */
export function unknownIn(value: unknown): unknown {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.map((each) => unknownIn(each) ?? false);
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] => [name, unknownIn(each)]);
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

/** `true` where a value is sensitive. */
export function sensitiveIn(schema: Block, value: RawJson): RawJson {
  const attributes = Object.entries(schema.attributes ?? {}).filter(([, { sensitive }]) => sensitive);
  const blocks = Object.entries(schema.block_types ?? {}).filter(([name]) => Array.isArray(value[name]));
  return Object.fromEntries([
    ...attributes.map(([name]) => [name, true]),
    ...blocks.map(([name, { block }]) => [name, (value[name] as RawJson[]).map((each) => sensitiveIn(block, each))]),
  ]);
}

/** A value of the type: sets are sorted, and a list or map with something unknown is unknown as a whole. */
function typed(value: unknown, attribute: Attribute, missing: Missing, path: string): unknown {
  const { type } = attribute;
  if (value === UNKNOWN || value === null || value === undefined || typeof type === 'string') return value ?? null;
  if (isObjects(type)) {
    const members = Object.fromEntries(Object.entries(type[1][1]).map(([name, each]) => [name, { type: each }]));
    const list = (value as RawJson[]).map((each, index) => member(members, each, missing, `${path}[${index}]`));
    return type[0] === 'set' ? sorted(list) : list;
  }
  const parts = Object.values(value as object);
  if (parts.includes(UNKNOWN)) return UNKNOWN;
  return type[0] === 'set' ? [...(value as string[])].sort() : value;
}

/** An object of an attribute that is written as blocks: of these, ids are computed. */
function member(members: Record<string, Attribute>, given: RawJson, missing: Missing, path: string): RawJson {
  const entries = Object.entries(members).map(([name, attribute]): [string, unknown] => {
    const at = `${path}.${name}`;
    const value = given[name] ?? missing({ ...attribute, computed: name === 'id' }, name, at);
    return [name, typed(value, attribute, missing, at)];
  });
  return Object.fromEntries(entries);
}

/** In an order that is not that of the configuration, and does not depend on it. */
function sorted(list: RawJson[]): RawJson[] {
  const key = (each: RawJson) => [...JSON.stringify(knownIn(each))].reverse().join('');
  return list.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

import data from './declared.json';
import { Expected } from './expected';
import { anyOf, arrayOf, mapOf, objectWith } from './objects';
import { oneOf, SCALARS } from './scalars';
import { Slot, Struct } from './struct';

export type { Slot };

type Texts = Readonly<Record<string, string>>;

const calls = new Map<string, readonly Slot[]>();
const types = new Map<string, Expected>();
let propNames: ReadonlySet<string> | undefined;

/** The parameters of a constructor or method; none for one that `declared.json` does not have. */
export function parametersOf(call: string): readonly Slot[] {
  let parameters = calls.get(call);
  if (!parameters) calls.set(call, (parameters = slotsOf((data.calls as Texts)[call] ?? '')));
  return parameters;
}

/** `name:type`, with `?` behind the name of what may be left out and `+` of what may be repeated. */
function slotsOf(text: string): Slot[] {
  return text.split(';').flatMap((part): Slot[] => {
    const [, name, mark, type] = /^(\w+)([?+]?):(.+)$/.exec(part) ?? [];
    if (name) return [{ name, optional: mark === '?', variadic: mark === '+', expected: expectedOf(type) }];
    return part ? slotsOfParent(part) : [];
  });
}

function slotsOfParent(name: string): Slot[] {
  return slotsOf(((data.types as Readonly<Record<string, unknown>>)[name] as string).slice(1));
}

/** A type: `[` before that of the elements of an array, `{` of a map, `|` between several, a letter, or a name. */
function expectedOf(text: string): Expected {
  if (text.startsWith('[')) return arrayOf(expectedOf(text.slice(1)));
  if (text.startsWith('{')) return mapOf(expectedOf(text.slice(1)));
  if (text.includes('|')) return anyOf(text.split('|').map(expectedOf));
  return SCALARS[text] ?? named(text);
}

function named(name: string): Expected {
  let expected = types.get(name);
  if (!expected) types.set(name, (expected = read(name)));
  return expected;
}

function read(name: string): Expected {
  const shape = (data.types as Readonly<Record<string, string | readonly (string | number)[]>>)[name];
  if (typeof shape !== 'string') return oneOf(name, shape);
  if (shape.startsWith('{')) return new Struct(uniqueSlots(slotsOf(shape.slice(1))), isProp);
  const isClass = shape.startsWith('#');
  const [members, example] = shape.slice(isClass ? 1 : 0).split('|');
  const words = `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}${example ? `, such as ${example}` : ''}`;
  return objectWith(members.split(' ').filter(Boolean), words, isClass ? name.split('.').pop() : undefined);
}

/** A prop that several parents have counts once. */
function uniqueSlots(slots: readonly Slot[]): Slot[] {
  return [...new Map(slots.map((slot) => [slot.name, slot])).values()];
}

/** Whether any object that callers give has a prop of this name. */
function isProp(name: string): boolean {
  const shapes = Object.values(data.types).filter((shape): shape is string => typeof shape === 'string');
  propNames ??= new Set(shapes.flatMap((shape) => [...shape.matchAll(/(?<=[{;])(\w+)\??:/g)].map(([, prop]) => prop)));
  return propNames.has(name);
}

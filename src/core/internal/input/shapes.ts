import data from './declared.json';
import { Expected } from './expected';
import { anyOf, arrayOf, mapOf, objectWith } from './objects';
import { oneOf, SCALARS } from './scalars';
import { Slot, Struct } from './struct';

export type { Slot };

type Texts = Readonly<Record<string, string>>;
type Shapes = Readonly<Record<string, string | readonly (string | number)[]>>;

const calls = new Map<string, readonly Slot[]>();
const types = new Map<string, Expected>();
const parents = new Map<string, readonly Slot[]>();
let propNames: ReadonlySet<string> | undefined;

/** The parameters of a constructor or method; none for one that `declared.json` does not have. */
export function parametersOf(call: string): readonly Slot[] {
  let parameters = calls.get(call);
  if (!parameters) calls.set(call, (parameters = slotsOf((data.calls as Texts)[call] ?? '')));
  return parameters;
}

/** `name:type`, with `?` behind the name of what may be left out and `+` of what may be repeated, or a parent. */
function slotsOf(text: string): readonly Slot[] {
  if (text === '') return [];
  return text.split(';').flatMap((part) => {
    const end = part.indexOf(':');
    if (end < 0) return slotsOfParent(part);
    const mark = part[end - 1];
    const optional = mark === '?';
    const variadic = mark === '+';
    const name = part.slice(0, optional || variadic ? end - 1 : end);
    return { name, optional, variadic, expected: expectedOf(part.slice(end + 1)) };
  });
}

function slotsOfParent(name: string): readonly Slot[] {
  let slots = parents.get(name);
  if (!slots) parents.set(name, (slots = slotsOf(((data.types as Shapes)[name] as string).slice(1))));
  return slots;
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
  const shape = (data.types as Shapes)[name];
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

/** Reports whether any object that callers give has a prop of this name. */
function isProp(name: string): boolean {
  const shapes = Object.values(data.types).filter((shape): shape is string => typeof shape === 'string');
  propNames ??= new Set(shapes.flatMap((shape) => [...shape.matchAll(/(?<=[{;])(\w+)\??:/g)].map(([, prop]) => prop)));
  return propNames.has(name);
}

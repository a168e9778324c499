import { readFileSync } from 'fs';
import { join } from 'path';

interface RawType {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: RawType };
}

interface RawMember {
  readonly name: string;
  readonly type?: RawType;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly static?: boolean;
  readonly const?: boolean;
  readonly protected?: boolean;
  readonly parameters?: RawMember[];
  readonly returns?: { readonly type: RawType };
}

interface RawDeclaration {
  readonly fqn: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: string[];
  readonly properties?: RawMember[];
  readonly methods?: RawMember[];
  readonly members?: { readonly name: string }[];
  readonly initializer?: { readonly parameters?: RawMember[] };
}

/** What a prop, parameter or element takes. */
export type Type =
  | { readonly kind: 'string' | 'number' | 'boolean' }
  | { readonly kind: 'array' | 'map'; readonly of: Type }
  | { readonly kind: 'named'; readonly name: string };

/** A prop of a struct or a parameter of a method, with the place where it is declared. */
export interface Slot {
  readonly place: string;
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly variadic: boolean;
}

/** What makes a value or construct: a constructor, a static method, a constant, or a method of another. */
export interface Producer {
  readonly name: string;
  readonly how: 'new' | 'call' | 'get' | 'method';
  readonly owner: string;
  readonly member: string;
  readonly slots: readonly Slot[];
  readonly gives?: string;
}

const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', '.jsii'), 'utf8'));
const PREFIX = `${manifest.name}.`;
const declarations = new Map<string, RawDeclaration>(
  Object.values<RawDeclaration>(manifest.types).map((type) => [shortName(type.fqn), type]),
);
const ancestors = new Map([...declarations.keys()].map((name) => [name, ancestorsOf(name)]));

/** Names of all types of the public API. */
export const typeNames = [...declarations.keys()].sort();

export function isStruct(name: string): boolean {
  return declarations.get(name)?.datatype === true;
}

export function isEnum(name: string): boolean {
  return declarations.get(name)?.kind === 'enum';
}

export function enumMembers(name: string): string[] {
  return declarations.get(name)!.members!.map((member) => member.name);
}

/** Whether a type is a construct that users get hold of. */
export function isConstruct(name: string): boolean {
  return [...ancestors.get(name)!].some((each) => each.startsWith('constructs.'));
}

/** Whether a value of one type may stand where another is wanted. */
export function isA(name: string, wanted: string): boolean {
  return name === wanted || (ancestors.get(name)?.has(wanted) ?? false);
}

/** The props of a struct, with those that it inherits. */
export function propsOf(name: string): Slot[] {
  const { properties = [], interfaces = [] } = declarations.get(name)!;
  return [
    ...interfaces.map(shortName).flatMap((parent) => propsOf(parent)),
    ...properties.map((property) => slotOf(name, property)),
  ];
}

/** The public properties of a construct, by the type that each has. */
export function membersOf(name: string): { readonly name: string; readonly type: string }[] {
  const { properties = [], base } = declarations.get(name)!;
  const inherited = base?.startsWith(PREFIX) ? membersOf(shortName(base)) : [];
  return [
    ...inherited,
    ...properties.flatMap(({ name: member, type, static: isStatic }) =>
      type?.fqn?.startsWith(PREFIX) && !isStatic ? [{ name: member, type: shortName(type.fqn) }] : [],
    ),
  ];
}

/** The methods of a construct that add to it. */
export function changesOf(name: string): Producer[] {
  const { methods = [], base } = declarations.get(name)!;
  const own = methods
    .filter((method) => !method.static && !method.protected && /^(add|grant|connect|send)/.test(method.name))
    .map((method) => producerOf(name, method, 'method'));
  const names = new Set(own.map(({ member }) => member));
  const inherited = base?.startsWith(PREFIX) ? changesOf(shortName(base)) : [];
  return [...own, ...inherited.filter(({ member }) => !names.has(member))];
}

/** Everything that makes something. */
export const producers: readonly Producer[] = typeNames.flatMap((name) => {
  const { kind, abstract, initializer, methods = [], properties = [] } = declarations.get(name)!;
  if (kind !== 'class') return [];
  const made = methods.filter((method) => method.static).map((method) => producerOf(name, method, 'call'));
  const refined = methods
    .filter((method) => !method.static && method.name.startsWith('with'))
    .map((method) => producerOf(name, method, 'method'));
  const constants = properties
    .filter((property) => property.static && property.const)
    .map((property) => ({
      ...{ name: `${name}.${property.name}`, how: 'get' as const, owner: name, member: property.name },
      ...{ slots: [], gives: name },
    }));
  const isNew = initializer && !abstract;
  const created = isNew ? [producerOf(name, { name: 'new', ...initializer }, 'new')] : [];
  return [...constants, ...made, ...created, ...refined];
});

/** Every prop of a struct and every parameter that the public API has, also those of what it only gives. */
export const allSlots: readonly { readonly owner: string; readonly slot: Slot; readonly isId: boolean }[] =
  typeNames.flatMap((owner) => {
    const { properties = [], methods = [], initializer } = declarations.get(owner)!;
    if (isStruct(owner)) return properties.map((each) => ({ owner, slot: slotOf(owner, each), isId: false }));
    const made = initializer ? [producerOf(owner, { name: 'new', ...initializer }, 'new')] : [];
    const called = methods.map((method) => producerOf(owner, method, method.static ? 'call' : 'method'));
    return [...made, ...called].flatMap((producer) =>
      producer.slots.map((slot) => ({ owner, slot, isId: isConstructId(producer, slot) })),
    );
  });

/** Whether a parameter is the id of a construct. */
export function isConstructId({ how, owner, slots }: Producer, { name }: Slot): boolean {
  if (name !== 'id') return false;
  return slots.some(({ type }) => isScope(type)) || (how === 'method' && isConstruct(owner));
}

/** Whether constructs are defined in it. */
export function isScope(type: Type): boolean {
  return type.kind === 'named' && (type.name === 'constructs.Construct' || type.name === 'constructs.IConstruct');
}

/** What makes values of a type: with its own factories, or as something that stands for it. */
export function producersOf(wanted: string): Producer[] {
  return producers.filter(({ gives, how }) => gives && how !== 'method' && isA(gives, wanted));
}

function producerOf(owner: string, method: RawMember, how: Producer['how']): Producer {
  const returned = method.returns?.type.fqn;
  const gives = how === 'new' ? owner : returned?.startsWith(PREFIX) ? shortName(returned) : undefined;
  const name = `${owner}.${method.name}`;
  const slots = (method.parameters ?? []).map((parameter) => slotOf(name, parameter));
  return { name, how, owner, member: method.name, slots, gives };
}

function slotOf(owner: string, { name, type, optional = false, variadic = false }: RawMember): Slot {
  return { place: `${owner}.${name}`, name, type: typeOf(type!), optional, variadic };
}

function typeOf({ primitive, fqn, collection }: RawType): Type {
  if (collection) return { kind: collection.kind, of: typeOf(collection.elementtype) };
  if (fqn) return { kind: 'named', name: shortName(fqn) };
  return { kind: primitive as 'string' | 'number' | 'boolean' };
}

function shortName(fqn: string): string {
  return fqn.startsWith(PREFIX) ? fqn.slice(PREFIX.length) : fqn;
}

function ancestorsOf(name: string): Set<string> {
  const { base, interfaces = [] } = declarations.get(name) ?? {};
  const parents = [...(base ? [base] : []), ...interfaces].map(shortName);
  return new Set(parents.flatMap((parent) => [parent, ...ancestorsOf(parent)]));
}

import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as library from '../../src';

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

interface Member {
  readonly name: string;
  readonly type?: TypeReference;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly static?: boolean;
  readonly const?: boolean;
  readonly protected?: boolean;
  readonly abstract?: boolean;
  readonly parameters?: readonly Member[];
  readonly returns?: { readonly type: TypeReference };
  readonly locationInModule?: { readonly line: number };
}

interface Declaration {
  readonly fqn: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly initializer?: Omit<Member, 'name'>;
  readonly locationInModule?: { readonly filename: string };
}

/** What jsii knows of the compiled library. */
export interface Assembly {
  readonly name: string;
  readonly types: Readonly<Record<string, Declaration>>;
}

/** What the check of input knows: each call with its parameters, and each type that one of them can hold. */
export interface Shapes {
  readonly calls: Readonly<Record<string, string>>;
  /** Values of an enumeration; a text for others, as `src/core/internal/input/shapes.ts` reads it. */
  readonly types: Readonly<Record<string, string | readonly (string | number)[]>>;
}

const ROOT = join(__dirname, '..', '..');
export const ASSEMBLY = join(ROOT, '.jsii');
export const SHAPES = join(ROOT, 'src', 'core', 'internal', 'input', 'declared.json');

/** As `public get _ranges(): string[]`; jsii leaves such members out. */
const INTERNAL_MEMBER = /\b(?:public|readonly|get) (_\w+)[(:]/g;

const PRIMITIVES: Readonly<Record<string, string>> = { string: 's', number: 'n', boolean: 'b', date: 'd' };

/** Members by which the types of the engine are known; several copies of it can meet, so its classes are not compared. */
const OF_THE_ENGINE: Readonly<Record<string, string>> = {
  Construct: 'node|the stack',
  IConstruct: 'node|the stack',
  TerraformProvider: 'fqn|new AzurermProvider(...)',
  TerraformResource: 'terraformResourceType importFrom',
};

/** What callers of the library may give, as the compiled library declares it. */
export function shapesOf({ name: assembly, types: declared }: Assembly): Shapes {
  const calls: Record<string, string> = {};
  const types: Record<string, string | readonly (string | number)[]> = {};
  const declarations = Object.values(declared);
  const shortName = (fqn: string) => (fqn.startsWith(`${assembly}.`) ? fqn.slice(assembly.length + 1) : undefined);

  const typeText = ({ primitive, fqn, collection, union }: TypeReference): string => {
    if (collection) return `${collection.kind === 'array' ? '[' : '{'}${typeText(collection.elementtype)}`;
    if (union) return union.types.map(typeText).join('|');
    return fqn ? addType(fqn) : (PRIMITIVES[primitive!] ?? '*');
  };
  const slot = ({ name, type, optional, variadic }: Member) =>
    `${shownName(name)}${variadic ? '+' : optional ? '?' : ''}:${typeText(type!)}`;

  const addType = (fqn: string): string => {
    const name = shortName(fqn);
    if (!name) return addEngineType(fqn);
    if (name in types) return name;
    types[name] = '';
    const { kind, datatype, interfaces = [], properties = [] } = declared[fqn];
    if (kind === 'enum') types[name] = Object.values(valueOf(name));
    else if (datatype) types[name] = `{${[...interfaces.map(addType), ...properties.map(slot)].join(';')}`;
    else types[name] = `${kind === 'class' ? '#' : ''}${knownBy(fqn).join(' ')}${exampleOf(fqn)}`;
    return name;
  };
  const addEngineType = (fqn: string): string => {
    const name = fqn.split('.').pop()!;
    if (!(name in OF_THE_ENGINE)) return '*';
    types[name] = OF_THE_ENGINE[name];
    return name;
  };

  const membersOf = (fqn: string): Set<string> => {
    const { base, interfaces = [], properties = [], methods = [] } = declared[fqn] ?? {};
    const own = [...properties, ...methods].filter(
      (member) => !member.static && !member.protected && !member.optional && !(base && member.name === 'toString'),
    );
    const parents = [...(base ? [base] : []), ...interfaces];
    const inherited = parents.flatMap((parent) =>
      shortName(parent) ? [...membersOf(parent)] : parent.startsWith('constructs.') ? ['node'] : [],
    );
    return new Set([...inherited, ...own.map(({ name }) => name)]);
  };

  /** The public members of a type; a class that shows none is known by those that it has for the library. */
  const knownBy = (fqn: string): string[] => {
    const shown = [...membersOf(fqn)];
    if (shown.length > 0 || declared[fqn].kind !== 'class') return shown;
    const source = readFileSync(join(ROOT, declared[fqn].locationInModule!.filename), 'utf8');
    const members = [...source.matchAll(INTERNAL_MEMBER)].map(([, name]) => name);
    if (members.length === 0) throw new Error(`Nothing tells an object of ${fqn} from others: give it a member`);
    return [...new Set(members)];
  };

  /** What makes a value of a type: a factory, a constant, or a class that can stand for an interface. */
  const exampleOf = (fqn: string): string => {
    const { kind, abstract, methods = [], properties = [] } = declared[fqn];
    const className = fqn.split('.').pop();
    const makers = [...methods, ...properties]
      .filter((member) => member.static && (member.returns?.type ?? member.type)?.fqn === fqn)
      .filter(({ parameters = [] }) => !parameters.some(({ name }) => name === 'scope'))
      .sort((a, b) => a.locationInModule!.line - b.locationInModule!.line);
    const maker = makers.find(({ parameters }) => parameters) ?? makers[0];
    if (maker) {
      const isConstant = properties.includes(maker);
      const parameters = (maker.parameters ?? []).filter(({ optional }) => !optional).map(({ name }) => name);
      return `|${className}.${maker.name}${isConstant ? '' : `(${parameters.join(', ')})`}`;
    }
    if (kind === 'class' && !abstract) return '';
    const concrete = declarations.find((each) => each.kind === 'class' && !each.abstract && isA(each.fqn, fqn));
    return concrete ? `|${aName(shortName(concrete.fqn)!)}` : '';
  };
  const isA = (fqn: string, wanted: string): boolean => {
    const { base, interfaces = [] } = declared[fqn] ?? {};
    return fqn === wanted || [...(base ? [base] : []), ...interfaces].some((parent) => isA(parent, wanted));
  };

  const isStruct = ({ type }: Member) => declared[type!.fqn ?? '']?.datatype === true;
  for (const { fqn, kind, abstract, initializer, methods = [] } of declarations) {
    if (kind !== 'class') continue;
    const name = shortName(fqn)!;
    // Constructors of abstract classes that only take a scope and an id are those of `Construct`.
    const isOwn = !abstract || initializer?.parameters?.some(isStruct);
    const callables = [
      ...(initializer && !initializer.protected && isOwn ? [{ key: name, parameters: initializer.parameters }] : []),
      ...methods
        .filter((method) => !method.protected && !method.abstract)
        .map((method) => ({ key: `${name}.${method.name}`, parameters: method.parameters })),
    ];
    for (const { key, parameters = [] } of callables) {
      if (parameters.length > 0) calls[key] = parameters.map(slot).join(';');
    }
  }
  return { calls: sorted(calls), types: sorted(types) };
}

/** What a public name stands for. */
function valueOf(name: string): Readonly<Record<string, string | number>> {
  const from = (holder: any, part: string) => holder[part]; // eslint-disable-line @typescript-eslint/no-explicit-any
  return name.split('.').reduce(from, library);
}

/** What messages call a parameter: `given` and `_resource` are names for the code alone. */
function shownName(name: string): string {
  return name === 'given' ? 'props' : name.replace(/^_/, '');
}

function aName(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file, with a line for each call and type so that changes of it can be read. */
export function shapesFile(shapes: Shapes): string {
  const part = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "calls": {\n${part(shapes.calls)}\n  },\n  "types": {\n${part(shapes.types)}\n  }\n}\n`;
}

if (require.main === module) writeFileSync(SHAPES, shapesFile(shapesOf(JSON.parse(readFileSync(ASSEMBLY, 'utf8')))));

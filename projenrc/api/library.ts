import { readFileSync } from 'fs';
import { join } from 'path';

/** The page of what the root of the package exports. */
export const ROOT_PAGE = 'architectures';

interface Documented {
  readonly name?: string;
  readonly docs?: { readonly custom?: { readonly throws?: string } };
}

/** What of a type in jsii's assembly is read here; the rest comes with the documents that are made of it. */
interface Type {
  readonly fqn: string;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly initializer?: Documented;
  readonly methods?: readonly Documented[];
  readonly properties?: readonly Documented[];
  readonly members?: readonly Documented[];
}

/** What of jsii's assembly is read here. */
export interface Assembly {
  readonly name: string;
  readonly submodules?: Readonly<Record<string, object>>;
  readonly types?: Readonly<Record<string, Type>>;
}

/** What jsii compiled: what its generator of documents leaves out of them. */
export class Library {
  /** The compiled library of a checkout. */
  public static read(folder: string): Library {
    return new Library(JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8')));
  }

  public constructor(private readonly assembly: Assembly) {}

  public get name(): string {
    return this.assembly.name;
  }

  /** The pages of the reference: one for the root, and one for each submodule. */
  public get pages(): readonly string[] {
    const submodules = Object.keys(this.assembly.submodules ?? {}).map((fqn) => fqn.slice(this.name.length + 1));
    return [ROOT_PAGE, ...submodules.sort()];
  }

  /** The page of an entity of the library, and what it is called there; `undefined` for one of another package. */
  public placeOf(id: string): { readonly page: string; readonly anchor: string } | undefined {
    if (!id.startsWith(`${this.name}.`)) return undefined;
    const [first, ...others] = id.slice(this.name.length + 1).split('.');
    const isSubmodule = `${this.name}.${first}` in (this.assembly.submodules ?? {});
    const names = (isSubmodule ? others : [first, ...others]).filter((name) => name !== 'property');
    return { page: isSubmodule ? first : ROOT_PAGE, anchor: names.join('.') };
  }

  /** What a method or an initializer says that it throws, by itself or by what it overrides. */
  public throwsOf(id: string): string | undefined {
    const [, fqn, name] = /^(.*?)\.(?:property\.)?([^.]+)$/.exec(id)!;
    return this.membersOf(fqn, name)
      .map(({ docs }) => docs?.custom?.throws)
      .find((text) => text !== undefined)
      ?.replace(/\s+/g, ' ');
  }

  /** Whether another package declares a member, such as what every construct has. */
  public isForeign(id: string): boolean {
    const [, fqn, name] = /^(.*?)\.(?:property\.)?([^.]+)$/.exec(id)!;
    return name !== 'Initializer' && this.membersOf(fqn, name).length === 0;
  }

  /** What says in its own docstring that it throws, with that text, in the order of its names. */
  public get throwing(): readonly { readonly id: string; readonly throws: string }[] {
    return Object.values(this.assembly.types ?? {})
      .flatMap((type) =>
        ownOf(type).map(({ name, docs }) => ({ id: `${type.fqn}.${name}`, throws: docs?.custom?.throws ?? '' })),
      )
      .filter(({ throws }) => throws !== '')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** A member of a type as it and those that it extends declare it. */
  private membersOf(fqn: string, name: string): readonly Documented[] {
    const type = this.assembly.types?.[fqn];
    if (!type) return [];
    const own = ownOf(type).filter((each) => each.name === name);
    return [...own, ...basesOf(type).flatMap((base) => this.membersOf(base, name))];
  }
}

const ownOf = ({ initializer, methods = [], properties = [], members = [] }: Type): readonly Documented[] => [
  ...(initializer ? [{ ...initializer, name: 'Initializer' }] : []),
  ...methods,
  ...properties,
  ...members,
];

const basesOf = ({ base, interfaces = [] }: Type): readonly string[] => [...(base ? [base] : []), ...interfaces];

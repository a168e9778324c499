import {
  ApiReferenceSchema,
  CallableSchema,
  ClassSchema,
  DocsSchema,
  EnumSchema,
  InterfaceSchema,
  JsiiEntity,
  MethodSchema,
  ParameterSchema,
  PropertySchema,
  StructSchema,
  TypeSchema,
} from 'jsii-docgen';
import { Library } from './library';
import { escaped, Explanations, inCell, linked, paragraphsOf } from './texts';

type Kind = keyof ApiReferenceSchema;
type Entity = ClassSchema | StructSchema | InterfaceSchema | EnumSchema;

const HEADINGS: Readonly<Record<Kind, string>> = {
  constructs: 'Constructs',
  classes: 'Classes',
  structs: 'Properties and options',
  interfaces: 'Interfaces',
  enums: 'Enumerations',
};

/** What a page is written for. */
export interface PageOptions {
  readonly library: Library;
  /** The language as Markdown names it. */
  readonly language: string;
  readonly explanations: Explanations;
}

/** A page of the reference: the types of a module, each with its members. */
export class Page {
  public constructor(
    private readonly name: string,
    private readonly types: ApiReferenceSchema,
    private readonly options: PageOptions,
  ) {}

  /** The page in Markdown, without what people wrote above it. */
  public render(): string {
    const kinds = (Object.keys(HEADINGS) as Kind[]).filter((kind) => this.types[kind].length > 0);
    const lines = [
      ...kinds.flatMap((kind) => ['', `**${HEADINGS[kind]}:** ${this.overview(this.types[kind])}`]),
      ...kinds.flatMap((kind) => [
        '',
        `## ${HEADINGS[kind]}`,
        ...sorted<Entity>(this.types[kind]).flatMap((each) => this.entity(each)),
      ]),
    ];
    return `${lines.slice(1).join('\n')}\n`;
  }

  private overview(types: readonly Entity[]): string {
    return sorted(types)
      .map((each) => `[${each.displayName}](#${this.anchorOf(each.id)})`)
      .join(', ');
  }

  private entity(each: Entity): string[] {
    const head = ['', anchor(this.anchorOf(each.id)), '', `### ${each.displayName}`, ...this.docs(each.docs)];
    if ('members' in each) return [...head, ...this.members(each)];
    const properties = [...each.properties, ...('constants' in each ? each.constants : [])];
    const isStruct = !('interfaces' in each);
    return [
      ...head,
      ...('interfaces' in each ? this.relations(each) : []),
      ...('initializer' in each && each.initializer ? this.callable(each.initializer, 'initializer') : []),
      ...('staticMethods' in each ? this.methods(each.staticMethods) : []),
      ...('instanceMethods' in each ? this.methods(each.instanceMethods) : []),
      ...this.properties(properties, isStruct),
    ];
  }

  private relations(each: ClassSchema | InterfaceSchema): string[] {
    const listed = (label: string, others: readonly JsiiEntity[]) => {
      const named = others.filter(({ id }) => id !== each.id && !/\.IConstruct$/.test(id));
      return named.length > 0 ? ['', `${label} ${named.map((other) => this.link(other)).join(', ')}.`] : [];
    };
    return [
      ...listed('implementations' in each ? 'Extends' : 'Implements', each.interfaces),
      ...('implementations' in each ? listed('Implemented by', each.implementations) : []),
    ];
  }

  private methods(methods: readonly MethodSchema[]): string[] {
    return methods
      .filter(({ id }) => !this.options.library.isForeign(id))
      .flatMap((each) => this.callable(each, 'method'));
  }

  private callable(each: CallableSchema & { readonly docs?: DocsSchema }, kind: 'initializer' | 'method'): string[] {
    const { library, language } = this.options;
    const thrown = library.throwsOf(each.id);
    const title = kind === 'method' ? ['', `#### ${each.displayName}`] : [];
    return [
      '',
      anchor(this.anchorOf(each.id)),
      ...title,
      ...(each.usage ? ['', `\`\`\`${language}`, withoutImports(each.usage), '```'] : []),
      ...(each.docs ? this.docs(each.docs) : []),
      ...this.parameters(each.parameters),
      ...(thrown ? ['', `Throws ${this.text(thrown)}.`] : []),
    ];
  }

  private parameters(parameters: readonly ParameterSchema[]): string[] {
    const named = parameters.filter(({ type, docs }) => isOfLibrary(type, this.options.library) || docs.summary);
    return named.length === 0
      ? []
      : table(
          ['parameter', 'type', 'what'],
          named.map((each) => [code(each.displayName), this.type(each.type), this.cell(each)]),
        );
  }

  private properties(properties: readonly PropertySchema[], isStruct: boolean): string[] {
    const own = properties.filter(({ id }) => !this.options.library.isForeign(id));
    if (own.length === 0) return [];
    const name = (each: PropertySchema) => `${anchor(this.anchorOf(each.id))}${code(each.displayName)}`;
    if (!isStruct) {
      return table(
        ['property', 'type', 'what'],
        own.map((each) => [name(each), this.type(each.type), `${this.cell(each)}${this.thrownBy(each)}`]),
      );
    }
    return table(
      ['property', 'type', 'default', 'what'],
      own.map((each) => [name(each), this.type(each.type), this.defaultOf(each), this.cell(each)]),
    );
  }

  /** What reading a property throws, such as a part that an architecture has not made. */
  private thrownBy({ id }: PropertySchema): string {
    const thrown = this.options.library.throwsOf(id);
    return thrown ? `<br>Throws ${this.text(thrown)}.` : '';
  }

  private members({ members }: EnumSchema): string[] {
    return table(
      ['member', 'what'],
      members.map((each) => [`${anchor(this.anchorOf(each.id))}${code(each.displayName)}`, this.cell(each)]),
    );
  }

  private defaultOf({ optional, default: value }: PropertySchema): string {
    if (!optional) return 'required';
    return value ? this.text(inCell([value.replace(/^-\s*/, '')])) : '';
  }

  private cell({ docs }: { readonly docs: DocsSchema }): string {
    return this.text(inCell(paragraphsOf(docs)));
  }

  private docs(docs: DocsSchema): string[] {
    return paragraphsOf(docs).flatMap((each) => ['', this.text(each)]);
  }

  private text(text: string): string {
    return linked(escaped(text), this.options.explanations);
  }

  /** A type of any depth, in which those of the library are links. */
  private type({ formattingPattern, types = [] }: TypeSchema): string {
    const parts = types.map((each) => ('id' in each ? this.link(each) : this.type(each)));
    const [first, ...others] = formattingPattern.split('%');
    return others.reduce((text, other, index) => text + (parts[index] ?? '') + plain(other), plain(first));
  }

  private link({ id, displayName }: JsiiEntity): string {
    const place = this.options.library.placeOf(id);
    if (!place) return plain(displayName);
    return `[${displayName}](${place.page === this.name ? '' : `${place.page}.md`}#${place.anchor})`;
  }

  private anchorOf(id: string): string {
    return this.options.library.placeOf(id)!.anchor;
  }
}

const sorted = <T extends Entity>(types: readonly T[]) =>
  [...types].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));

const anchor = (id: string) => `<a id="${id}"></a>`;

const code = (name: string) => `\`${name}\``;

const plain = (text: string) => text.replace(/</g, '&lt;').replace(/([[\]*|])/g, '\\$1');

const withoutImports = (usage: string) => usage.replace(/^(?:import|from|using) .*\n+/gm, '').trim();

const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [
  '',
  `| ${head.join(' | ')} |`,
  `|${'---|'.repeat(head.length)}`,
  ...rows.map((row) => `| ${row.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`),
];

function isOfLibrary({ types = [] }: TypeSchema, library: Library): boolean {
  return types.some((each) => ('id' in each ? library.placeOf(each.id) !== undefined : isOfLibrary(each, library)));
}

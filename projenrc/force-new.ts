import { execFileSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const FIXTURES = join(__dirname, '..', 'test', 'fixtures');
const TABLE = join(__dirname, '..', 'src', 'check', 'private', 'adopt', 'force-new.ts');
const VERSIONS = ['4.55.0', '5.2.0'];

interface Attribute {
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
}

interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

/** Attributes by path, each with what is said of it. */
type Marks = ReadonlyMap<string, string>;

/** What replaces a resource, in the documents of one version, and in its code where that decides by the values. */
function marksIn(documents: string, code: string, schema: Block): Marks {
  const found = new Map<string, string>();
  for (const { path, text } of argumentsIn(documents)) {
    const attribute = attributeAt(schema, path);
    if (!attribute || attribute.sensitive) continue;
    const [, isSometimes] = /Changing this forces [^.]*?( when [^.]*)?\./.exec(`${text}.`) ?? [undefined, null];
    if (isSometimes === null) continue;
    found.set(path, isSometimes ? '~' : markOf(attribute, text));
  }
  for (const [, name] of code.matchAll(/\bForceNew(?:IfChange)?\("(\w+)"/g)) {
    if (attributeAt(schema, name)) found.set(name, '~');
  }
  return found;
}

/** `?` where Azure or azurerm gives what is left out, `=` and the default where there is one. */
function markOf({ optional, computed }: Attribute, text: string): string {
  if (!optional) return '';
  if (computed) return '?';
  const [, value] = /Default(?:s to|(?: value)? is) `([^`\s]+)`/i.exec(text) ?? [];
  return value === undefined ? '' : `=${value}`;
}

/** The arguments that a document lists, with the block that each is in. */
function argumentsIn(document: string): { path: string; text: string }[] {
  const [, part = ''] = /^## Arguments? Reference$(.*?)^## Attributes? Reference$/ims.exec(document) ?? [];
  let block = '';
  return part.split('\n').flatMap((line) => {
    block = /^(?:An?|The|Each) `(\w+)` block/i.exec(line)?.[1] ?? block;
    const [, name, text] = /^\s*[*-] `(\w+)` - (.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ path: block === '' ? name : `${block}.${name}`, text }];
  });
}

function attributeAt({ attributes = {}, block_types: blocks = {} }: Block, path: string): Attribute | undefined {
  const [first, ...rest] = path.split('.');
  if (rest.length > 0) return blocks[first] && attributeAt(blocks[first].block, rest.join('.'));
  // Whether Azure gives a block that is left out, the schema does not say.
  return attributes[first] ?? (blocks[first] && { optional: true, computed: true });
}

/** What both versions say, with the major version behind what only one says. */
function merged([older, newer]: readonly Marks[]): string {
  const paths = [...new Set([...older.keys(), ...newer.keys()])];
  const marks = paths.flatMap((path) => {
    const [before, after] = [older, newer].map((marked) => marked.get(path));
    if (before === after) return [`${path}${before}`];
    return [
      ...(before === undefined ? [] : [`${path}@4${before}`]),
      ...(after === undefined ? [] : [`${path}@5${after}`]),
    ];
  });
  return marks.join(' ');
}

function main(directory: string | undefined): void {
  if (directory === undefined) throw new Error('usage: projenrc/force-new.ts DIRECTORY, a git copy of azurerm');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const schemas = VERSIONS.map((version) => {
    const text = readFileSync(join(FIXTURES, `azurerm-${version}-schema.json`), 'utf8');
    return JSON.parse(text).resource_schemas as Record<string, Block>;
  });
  const files = VERSIONS.map((version) =>
    git('ls-tree', '-r', '--name-only', `v${version}`, 'internal/services').split('\n'),
  );
  const rows = Object.keys(schemas[0]).map((type) => {
    const name = type.replace(/^azurerm_/, '');
    const marks = VERSIONS.map((version, index) => {
      const file = files[index].find((path) => path.endsWith(`/${name}_resource.go`));
      const code = file === undefined ? '' : git('show', `v${version}:${file}`);
      return marksIn(git('show', `v${version}:website/docs/r/${name}.html.markdown`), code, schemas[index][type]);
    });
    return `  ${type}:\n    '${merged(marks)}',`;
  });
  const comment = [
    '/**',
    ' * Attributes that azurerm replaces a resource for, where the library defines its type. Behind a name: `?` where what',
    ' * is left out stays as it is, `=` the default, `~` where values decide, `@4` or `@5` the only major version.',
    ' *',
    ` * Of azurerm ${VERSIONS.join(' and ')}; made by projenrc/force-new.ts, see CONTRIBUTING.md.`,
    ' */',
  ];
  const lines = [...comment, 'export const FORCE_NEW: Readonly<Record<string, string>> = {', ...rows, '};', ''];
  writeFileSync(TABLE, lines.join('\n'));
}

main(process.argv[2]);

import { execFileSync } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';
import { Citation, CITATIONS, Citations, CitedSource } from '../../src/compliance/private/citations';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { AppServicePolicies, PolicyDefinition, SignalRPolicies } from '../../src/governance';

const TABLE = join(__dirname, '..', '..', 'src', 'compliance', 'private', 'cited.json');

/** What a copy of a source has under an id. */
interface Found extends Citation {
  readonly isDeprecated?: boolean;
}

/** A public repository that has what is cited. */
interface Source {
  readonly kind: keyof Citations;
  /** The folder that tells its copy from others, and that has all of it. */
  readonly folder: string;
  /** What one of its files has. */
  read(path: string, text: string): readonly (readonly [string, Found])[];
}

const SOURCES: readonly Source[] = [
  {
    kind: 'policies',
    folder: 'built-in-policies/policyDefinitions',
    read(path, text) {
      // The same ids have other versions there; this library is compared with the public cloud.
      if (!path.endsWith('.json') || path.includes('/Azure Government/')) return [];
      const { name, properties } = JSON.parse(text.replace(/^\uFEFF/, ''));
      const { displayName, metadata } = properties;
      const isDeprecated = metadata.deprecated === true || /^\[Deprecated\]/i.test(displayName);
      return [[name.toLowerCase(), { name: displayName, version: metadata.version, isDeprecated }]];
    },
  },
  {
    kind: 'checkov',
    folder: 'checkov/terraform/checks',
    read(path, text) {
      if (!/\/azure\/.*\.(py|yaml)$/.test(path)) return [];
      const id = /\b(?:check_)?id\s*[=:]\s*["'](CKV2?_AZURE_\d+)["']/.exec(text)?.[1];
      const name = /\bname\s*[=:]\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/.exec(text);
      return id && name ? [[id, { name: (name[1] ?? name[2]).replace(/\\(.)/g, '$1').trim() }]] : [];
    },
  },
];

/** What a copy of a source has, and where it stands. */
export interface Copy extends Pick<CitedSource, 'commit' | 'committed'> {
  readonly kind: keyof Citations;
  readonly found: ReadonlyMap<string, Found>;
}

/** Reads the last commit of a git repository, with or without a work tree. */
export function readCopy(directory: string): Copy {
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', ['-C', directory, ...args], { input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] });
  const source = SOURCES.find(({ folder }) => {
    try {
      return git(['rev-parse', '--verify', `HEAD:${folder}`]).length > 0;
    } catch {
      return false;
    }
  });
  if (!source) {
    const folders = SOURCES.map(({ folder }) => folder).join(' or ');
    throw new Error(`${directory} is not a git repository whose last commit has ${folders}`);
  }
  const [commit, committed] = git(['log', '-1', '--format=%H %cs']).toString().trim().split(' ');
  // Checks use no names outside of ASCII, but folders of policies have spaces.
  const paths = git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', 'HEAD', source.folder])
    .toString()
    .split('\0')
    .filter((path) => path !== '');
  const blobs = git(['cat-file', '--batch'], paths.map((path) => `HEAD:${path}\n`).join(''));
  const found = new Map<string, Found>();
  let start = 0;
  for (const path of paths) {
    const line = blobs.indexOf('\n', start);
    const size = Number(blobs.toString('utf8', start, line).split(' ').pop());
    if (Number.isNaN(size)) throw new Error(`${directory} lacks ${path}; fetch it whole`);
    for (const [id, entry] of source.read(path, blobs.toString('utf8', line + 1, line + 1 + size))) {
      found.set(id, entry);
    }
    start = line + 1 + size + 1;
  }
  return { kind: source.kind, commit, committed, found };
}

/** Ids that rules, and for policies the definitions of governance, cite. */
export function citedIds(kind: keyof Citations): string[] {
  const definitions = [...Object.values(SignalRPolicies), ...Object.values(AppServicePolicies)] as PolicyDefinition[];
  const ofGovernance =
    kind === 'policies' ? definitions.map(({ policyDefinitionId }) => lastOf(policyDefinitionId)) : [];
  return [...new Set([...CATALOGUE.flatMap(({ controls }) => controls[kind] ?? []), ...ofGovernance])].sort();
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** What is cited, by kind. */
type Cited = Readonly<Record<keyof Citations, readonly string[]>>;

export interface Comparison {
  /** What differs, below a line for each copy. */
  readonly lines: readonly string[];
  /** The table as the copies have it; what one lacks stays as it was, since who cites it has to decide. */
  readonly updated: Citations;
  readonly agrees: boolean;
  /** Whether the updated table leaves nothing to do: a rule must not cite what is missing or deprecated. */
  readonly updatedAgrees: boolean;
}

/** Holds the table to copies of its sources. */
export function compare(table: Citations, cited: Cited, copies: readonly Copy[], today: string): Comparison {
  const updated = { ...table };
  const lines: string[] = [];
  let agrees = true;
  let updatedAgrees = true;
  for (const copy of copies) {
    const { kind, commit, committed, found } = copy;
    const drift = driftOf(cited[kind], table[kind].entries, copy);
    lines.push(`${kind}: ${cited[kind].length} cited, compared with commit ${commit} of ${committed}`);
    lines.push(...drift.map((line) => `  ${line}`));
    updated[kind] = {
      ...table[kind],
      commit,
      committed,
      read: today,
      entries: entriesOf(table[kind], cited[kind], copy),
    };
    agrees &&= drift.length === 0;
    updatedAgrees &&= cited[kind].every((id) => found.has(id) && !found.get(id)!.isDeprecated);
  }
  return { lines, updated, agrees, updatedAgrees };
}

function driftOf(cited: readonly string[], entries: CitedSource['entries'], { found }: Copy): string[] {
  const changes = cited.flatMap((id) => {
    const [was, is] = [entries[id], found.get(id)];
    if (!is) return [`${id}${was ? ` ${was.name}` : ''}: missing in the copy`];
    if (!was) {
      return [`${id} ${is.name}: not in the table`, ...(is.isDeprecated ? [`${id} ${is.name}: deprecated`] : [])];
    }
    return changesOf(was, is).map((change) => `${id} ${was.name}: ${change}`);
  });
  const unused = Object.keys(entries).filter((id) => !cited.includes(id));
  return [...changes, ...unused.map((id) => `${id} ${entries[id].name}: in the table, but no longer cited`)];
}

function changesOf(was: Citation, is: Found): string[] {
  const part = changedPart(was.version ?? '', is.version ?? '');
  return [
    ...(is.isDeprecated ? ['deprecated'] : []),
    ...(was.name === is.name ? [] : [`renamed to ${is.name}`]),
    ...(part ? [`version ${was.version} is now ${is.version} (${part})`] : []),
  ];
}

function changedPart(was: string, is: string): string | undefined {
  const [before, after] = [was.split(/[.-]/), is.split(/[.-]/)];
  return ['major', 'minor', 'patch', 'suffix'].find((_, index) => before[index] !== after[index]);
}

function entriesOf(source: CitedSource, cited: readonly string[], { found }: Copy): CitedSource['entries'] {
  const entries = cited.flatMap((id) => {
    const entry = found.get(id) ?? source.entries[id];
    return entry ? [[id, { name: entry.name, version: entry.version }] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Compares the table with copies, and writes it where it is asked to. */
function main(args: readonly string[]): boolean {
  const directories = args.filter((arg) => !arg.startsWith('--'));
  if (directories.length === 0) throw new Error('usage: npm run citations -- DIRECTORY... [--write]');
  const cited = { policies: citedIds('policies'), checkov: citedIds('checkov') };
  const today = new Date().toISOString().slice(0, 10);
  const { lines, updated, agrees, updatedAgrees } = compare(CITATIONS, cited, directories.map(readCopy), today);
  lines.forEach((line) => console.log(line));
  if (!args.includes('--write')) return agrees;
  writeFileSync(TABLE, `${JSON.stringify(updated, undefined, 2)}\n`);
  return updatedAgrees;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2)) ? 0 : 1;

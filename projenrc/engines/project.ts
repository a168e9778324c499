import { execFileSync } from 'child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';

const ROOT = join(__dirname, '..', '..');
const MODULES = join(ROOT, 'node_modules');
const SYNTHESIZE_ALL = `
  const { EXAMPLES, newExample } = require('./stacks');
  for (const name of Object.keys(EXAMPLES)) newExample(name, 'examples.out').synth();
`;

/** An edition of the library: its engine, the folder where it is compiled, and what its users import. */
export interface Edition {
  readonly engine: string;
  readonly folder: string;
  readonly rewrite: (source: string) => string;
}

/** The part of Terraform JSON that differs between engines. */
interface Stack {
  readonly terraform: { readonly required_providers: { readonly azurerm: { version?: string } } };
}

/** What a project came to that has nothing but an edition and what it needs. */
export interface Project {
  readonly tarballKB: number;
  readonly installedMB: number;
  /** Every engine, provider and copy of constructs that was installed, as a path below `node_modules`. */
  readonly installed: readonly string[];
  /** Terraform JSON of all stacks of all examples, by name, without metadata; versions of azurerm stand beside it. */
  readonly stacks: Readonly<Record<string, Stack>>;
  readonly azurerm: readonly (string | undefined)[];
  readonly coldSynthMs: number;
}

/** Installs the tarball of an edition into an empty folder, as docs/engines.md says, and synthesizes the examples there. */
export function projectOf(edition: Edition, folder: string): Project {
  const tarball = pack(edition.folder, folder);
  write(folder, 'package.json', documentedManifest(edition.engine, tarball));
  run(folder, 'npm', 'install', '--no-audit', '--no-fund');
  addExamples(edition, folder);
  run(folder, process.execPath, join(MODULES, 'typescript', 'bin', 'tsc'));
  const times = Array.from({ length: 5 }, () =>
    milliseconds(() => run(folder, process.execPath, 'quick-start/main.js')),
  );
  run(folder, process.execPath, '-e', SYNTHESIZE_ALL);
  const stacks = stacksOf(folder);
  return {
    tarballKB: Math.round(statSync(join(folder, tarball)).size / 1024),
    installedMB: Math.round(Number.parseInt(run(folder, 'du', '-sk', 'node_modules')) / 1024),
    installed: enginesBelow(join(folder, 'node_modules')),
    azurerm: [...new Set(Object.values(stacks).map(takeVersion))],
    stacks,
    coldSynthMs: Math.round(times.sort((a, b) => a - b)[2]),
  };
}

function pack(folder: string, destination: string): string {
  return run(folder, 'npm', 'pack', '--silent', '--pack-destination', destination).trim();
}

/** The manifest that the document has for an engine, with the tarball in the place of the library's version. */
function documentedManifest(engine: string, tarball: string) {
  const document = readFileSync(join(ROOT, 'docs', 'engines.md'), 'utf8');
  const manifests = [...document.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json));
  const { dependencies, ...manifest } = manifests.find((each) => engine in each.dependencies);
  return { ...manifest, dependencies: { ...dependencies, [`${engine}-azure-secure-signalr`]: `file:${tarball}` } };
}

/** The examples for an engine; their types are checked against what the tarball declares. */
function addExamples({ rewrite }: Edition, folder: string): void {
  const examples = join(ROOT, 'examples');
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((each) => each.endsWith('.ts') && !each.endsWith('.test.ts'))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), rewrite(readFileSync(join(examples, file), 'utf8')));
  }
  const compilerOptions = {
    module: 'node16',
    target: 'ES2022',
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(MODULES, '@types')],
  };
  write(folder, 'tsconfig.json', { compilerOptions, files: ['stacks.ts'] });
}

function enginesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|node_modules\/)(?:cdktf|cdktn|constructs|@cdkt[fn]\/[\w-]+)\/package\.json$/.test(file))
    .map(dirname)
    .sort();
}

function stacksOf(folder: string): Record<string, Stack> {
  const files = ['cdktf.out', 'examples.out'].flatMap((out) =>
    readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, out, file)),
  );
  const written = files.filter((file) => basename(file) === 'cdk.tf.json');
  return Object.fromEntries(written.map((file) => [basename(dirname(file)), read(file, folder)]));
}

/** Without metadata; the state of local backends stands in the folder of the project. */
function read(file: string, folder: string): Stack {
  const text = readFileSync(file, 'utf8').replaceAll(folder, '.');
  return JSON.parse(text, (name, value) => (name === '//' ? undefined : value));
}

/** The version of azurerm that a stack requires: that of the bindings where no construct asks for another; the stack loses it. */
function takeVersion({ terraform }: Stack): string | undefined {
  const { azurerm } = terraform.required_providers;
  const { version } = azurerm;
  delete azurerm.version;
  return version;
}

function milliseconds(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function write(folder: string, file: string, json: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(json, undefined, 2));
}

function run(folder: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

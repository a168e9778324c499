import { spawnSync } from 'child_process';
import { existsSync, readdirSync, statSync } from 'fs';
import { join, relative, sep } from 'path';

const ROOT = join(__dirname, '..', '..');
const LIBRARY = `${join(ROOT, 'lib')}${sep}`;
const PROVIDER = /[\\/]@cdkt[fn][\\/]provider-azurerm[\\/]lib[\\/]([^\\/]+)[\\/]/;

/** What a program gave back, and which files of the compiled library and of the provider it loaded. */
export interface Run<Result> {
  readonly result: Result;
  readonly library: readonly string[];
  /** Names of provider files, such as `virtual-network`. */
  readonly provider: readonly string[];
}

/** Fails where there is no compiled library, or where it is not that of the sources. */
export function requireCompiled(): void {
  const index = join(LIBRARY, 'index.js');
  if (!existsSync(index)) throw new Error('lib is missing: npm run compile');
  const compiled = statSync(index).mtimeMs;
  const newer = readdirSync(join(ROOT, 'src'), { encoding: 'utf8', recursive: true })
    .map((name) => join(ROOT, 'src', name))
    .find((file) => file.endsWith('.ts') && statSync(file).mtimeMs > compiled);
  if (newer) throw new Error(`lib is older than ${relative(ROOT, newer)}: npm run compile`);
}

/** Runs a program, the body of a CommonJS function, in a process of its own with the compiled library. */
export function run<Result>(program: string): Run<Result> {
  const { result, loaded } = output(
    ['-e'],
    `const result = (() => { ${program} })();
     console.log(JSON.stringify({ result, loaded: Object.keys(require.cache) }));`,
  );
  return { result: result as Result, ...filesOf(loaded) };
}

/** Runs an ES module that imports what `imports` says, and gives back the value of an expression. */
export function runModule<Result>(imports: string, expression: string): Run<Result> {
  const { result, loaded } = output(
    ['--input-type=module', '-e'],
    `import { createRequire } from 'module';
     ${imports}
     const result = ${expression};
     console.log(JSON.stringify({ result, loaded: Object.keys(createRequire(import.meta.url).cache) }));`,
  );
  return { result: result as Result, ...filesOf(loaded) };
}

function output(options: readonly string[], script: string): { readonly result: unknown; readonly loaded: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, script], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function filesOf(loaded: readonly string[]): { readonly library: string[]; readonly provider: string[] } {
  return {
    library: loaded.filter((file) => file.startsWith(LIBRARY)).map((file) => relative(LIBRARY, file)),
    provider: loaded.flatMap((file) => PROVIDER.exec(file)?.[1] ?? []),
  };
}

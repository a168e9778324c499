import { execFileSync } from 'child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { filesOf } from '../syntax';

export const ROOT = join(__dirname, '..', '..', '..');

/** The packages of the test by their names on npm; the library is the one of this repository. */
export const ENGINE = 'cdktf';
export const PROVIDER = '@cdktf/provider-azurerm';
export const LIBRARY = 'cdktf-azure-secure-signalr';

interface Manifest {
  readonly version: string;
  readonly jsii: { readonly targets: { readonly java: { readonly maven: Coordinates; readonly package: string } } };
}

interface Coordinates {
  readonly groupId: string;
  readonly artifactId: string;
}

/** The folder of a package, as it is installed here. */
export const folderOf = (name: string) => (name === LIBRARY ? ROOT : join(ROOT, 'node_modules', name));

export function manifestOf(name: string): Manifest {
  return JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
}

/** What registries need to know of a Java package. */
export function mavenOf(name: string): string {
  const { version, jsii } = manifestOf(name);
  const { groupId, artifactId } = jsii.targets.java.maven;
  return `${groupId}:${artifactId}:${version}`;
}

/** Runs jsii-pacmak on a package; a target of it is built, or is only written as sources. */
export function pacmak(name: string, outdir: string, targets: readonly string[], sourcesOnly: boolean): void {
  mkdirSync(outdir, { recursive: true });
  const options = ['--npmignore', 'false', '--outdir', outdir, '--targets', ...targets];
  const command = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');
  execFileSync(command, [...(sourcesOnly ? ['--code-only'] : []), ...options], {
    cwd: folderOf(name),
    stdio: ['ignore', 'ignore', 'inherit'],
    // The assembly of the provider is a file of 88 MB, of which jsii-pacmak makes three GB of objects.
    env: {
      ...process.env,
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
      NODE_OPTIONS: '--max-old-space-size=6144',
    },
  });
}

/**
 * The sources of a package that a registry does not serve, made from its npm package, which takes minutes for the
 * provider. They are kept in `dist` until the version changes.
 */
export function generated(name: string, target: 'go' | 'java'): string {
  const folder = join(ROOT, 'dist', 'languages', `${name.replace('/', '+')}-${manifestOf(name).version}`);
  const sources = join(folder, target);
  const complete = join(folder, `${target}.complete`);
  if (!existsSync(complete)) {
    pacmak(name, folder, [target], true);
    writeFileSync(complete, '');
  }
  return sources;
}

/**
 * Copies the sources of a Java package. Of its modules only those are taken that sources of others name: the provider has
 * 16,000 files, of which the library uses a tenth, and a class that nothing names is never loaded. Where no others are
 * given, all modules are taken.
 */
export function copyJava(sources: string, into: string, javaPackage: string, users: readonly string[]): void {
  const named = new RegExp(`\\b${javaPackage.replaceAll('.', '\\.')}\\.([a-z_0-9]+)`, 'g');
  const texts = users.flatMap((folder) => filesOf(folder, '.java')).map((file) => readFileSync(file, 'utf8'));
  const modules = new Set(texts.flatMap((text) => [...text.matchAll(named)].map(([, name]) => name)));
  const root = join(sources, 'src', 'main', 'java', ...javaPackage.split('.'));
  const entries = readdirSync(root, { withFileTypes: true });
  const unused = entries.filter((entry) => users.length > 0 && entry.isDirectory() && !modules.has(entry.name));
  const left = new Set(unused.map(({ name }) => join(root, name)));
  cpSync(sources, into, { recursive: true, filter: (path) => !left.has(path) });
}

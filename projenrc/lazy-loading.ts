import { readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { buildSync } from 'esbuild';
import { LAYERS } from './layers';

/** One line of an index: a module whose names are exported, or that is exported as a whole under one name. */
export interface Reexport {
  readonly module: string;
  /** Without those of mere types, which do not exist at run time. */
  readonly names: readonly string[];
  readonly isNamespace: boolean;
}

/** What the declarations of an index export; `namesOf` tells which names a module has at run time. */
export function reexports(declarations: string, namesOf: (module: string) => readonly string[]): readonly Reexport[] {
  const lines = declarations.split('\n').filter((line) => line.trim());
  return lines.map((line) => {
    const [, namespace, module] = /^export \*(?: as (\w+))? from '([^']+)';$/.exec(line) ?? [];
    if (!module) throw new Error(`An index exports whole modules, and this line does not: ${line}`);
    return namespace
      ? { module, names: [namespace], isNamespace: true }
      : { module, names: namesOf(module), isNamespace: false };
  });
}

/**
 * The script of an index that loads a module when one of its names is first read.
 *
 * Node finds what ES modules may import by its name through the assignments, and bundlers find the modules through the
 * literals; so neither is left to a loop.
 */
export function lazyIndex(exported: readonly Reexport[]): string {
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    ...exported.flatMap(({ names }) => names).map((name) => `exports.${name} = void 0;`),
    'const lazy = (name, load) => Object.defineProperty(exports, name, { configurable: true, get: () => {',
    '  const value = load();',
    '  Object.defineProperty(exports, name, { value });',
    '  return value;',
    '} });',
    ...exported.flatMap(({ module, names, isNamespace }) =>
      names.map((name) => `lazy("${name}", () => require("${module}")${isNamespace ? '' : `.${name}`});`),
    ),
    '',
  ].join('\n');
}

const PROVIDER_IMPORT = /^const (\w+) = (require\("@cdkt[fn]\/provider-azurerm\/lib\/[^"]+"\));$/gm;

/**
 * A script that loads each provider file when a name of it is first read: a file that defines a resource mostly has its
 * lookup too, and the resources that only some of its methods add. Lines stay where they are, for the source maps.
 */
export function withLazyProviders(script: string): string {
  return script.replace(PROVIDER_IMPORT, (_, variable: string, load: string) => {
    const names = new Set([...script.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))].map(([, name]) => name));
    const getters = [...names].map(
      (name) =>
        `get ${name}() { const value = ${load}.${name}; Object.defineProperty(this, "${name}", { value }); return value; }`,
    );
    return `const ${variable} = { ${getters.join(', ')} };`;
  });
}

/** Rewrites what jsii compiled: the index of the root and of each layer, and the imports of provider files. */
function rewrite(lib: string, layers: readonly string[]): readonly Reexport[] {
  const load = createRequire(__filename);
  const exported = [...layers.map((layer) => join(lib, layer)), lib].map((folder) => {
    const declarations = readFileSync(join(folder, 'index.d.ts'), 'utf8');
    const ofFolder = reexports(declarations, (module) => Object.keys(load(join(folder, module))));
    writeFileSync(join(folder, 'index.js'), lazyIndex(ofFolder));
    return ofFolder;
  });
  for (const file of scriptsIn(lib)) {
    const script = readFileSync(file, 'utf8');
    const lazy = withLazyProviders(script);
    if (lazy !== script) writeFileSync(file, lazy);
  }
  return exported.pop()!;
}

/**
 * Puts all scripts into one, beside an index that loads it when a name is first read: Node.js takes more time to find
 * hundreds of small files than to run them. What was a file is a function in it, which runs when it is first needed.
 */
function bundle(lib: string, exported: readonly Reexport[]): void {
  const entry = join(lib, 'index.js');
  const outfile = join(lib, 'bundle.js');
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', target: 'node20', packages: 'external' });
  for (const file of scriptsIn(lib)) {
    if (file !== outfile) rmSync(file);
  }
  writeFileSync(entry, lazyIndex(exported.map(({ names }) => ({ module: './bundle', names, isNamespace: false }))));
}

function scriptsIn(folder: string): string[] {
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true });
  return files.filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
}

if (require.main === module) {
  const lib = join(__dirname, '..', 'lib');
  bundle(lib, rewrite(lib, Object.keys(LAYERS)));
}

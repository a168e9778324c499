import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';

/** A name of an index, and what is read when the name is first read. */
export interface LazyExport {
  readonly name: string;
  /** A JavaScript expression, such as `require("./subnet").Subnet`. */
  readonly value: string;
}

/** What the declarations of an index export; `namesOf` tells which names a module has at run time. */
export function exportsOf(declarations: string, namesOf: (module: string) => readonly string[]): readonly LazyExport[] {
  const lines = declarations.split('\n').filter((line) => line.trim());
  return lines.flatMap((line) => {
    const [, namespace, module] = /^export \*(?: as (\w+))? from '([^']+)';$/.exec(line) ?? [];
    if (!module) throw new Error(`An index exports whole modules, and this line does not: ${line}`);
    if (namespace) return [{ name: namespace, value: `require("${module}")` }];
    return namesOf(module).map((name) => ({ name, value: `require("${module}").${name}` }));
  });
}

/**
 * The script of an index that loads a module when one of its names is first read.
 *
 * Node finds what ES modules may import by its name through the assignments, and bundlers find the modules through the
 * literals; so neither is left to a loop.
 */
export function lazyIndex(exported: readonly LazyExport[]): string {
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    ...exported.map(({ name }) => `exports.${name} = void 0;`),
    'const lazy = (name, load) => Object.defineProperty(exports, name, { configurable: true, get: () => {',
    '  const value = load();',
    '  Object.defineProperty(exports, name, { value });',
    '  return value;',
    '} });',
    ...exported.map(({ name, value }) => `lazy("${name}", () => ${value});`),
    '',
  ].join('\n');
}

const PROVIDER_IMPORT = /^(?:const|var) (\w+) = (require\("@cdkt[fn]\/provider-azurerm\/lib\/[^"]+"\));$/gm;

/**
 * A script that loads each provider file when a name of it is first read: a file that defines a resource mostly has its
 * lookup too, and the resources that only some of its methods add.
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

/** Rewrites what jsii compiled: each index, the root's last, and the imports of provider files. */
export function loadLazily(lib: string, layers: readonly string[]): void {
  const load = createRequire(__filename);
  for (const folder of [...layers.map((layer) => join(lib, layer)), lib]) {
    const declarations = readFileSync(join(folder, 'index.d.ts'), 'utf8');
    const namesOf = (module: string) => Object.keys(load(join(folder, module)));
    writeFileSync(join(folder, 'index.js'), lazyIndex(exportsOf(declarations, namesOf)));
  }
  for (const file of scriptsIn(lib)) {
    const script = readFileSync(file, 'utf8');
    const lazy = withLazyProviders(script);
    if (lazy !== script) writeFileSync(file, lazy);
  }
}

/** Paths of all scripts in a folder. */
export function scriptsIn(folder: string): string[] {
  const files = readdirSync(folder, { encoding: 'utf8', recursive: true });
  return files.filter((name) => name.endsWith('.js')).map((name) => join(folder, name));
}

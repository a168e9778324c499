import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
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
    'const lazy = (name, get) => Object.defineProperty(exports, name, { get });',
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
    const getters = [...names].map((name) => `get ${name}() { return ${load}.${name}; }`);
    return `const ${variable} = { ${getters.join(', ')} };`;
  });
}

/** Rewrites what jsii compiled: the index of the root and of each layer, and the imports of provider files. */
function rewrite(lib: string, layers: readonly string[]): void {
  const load = createRequire(__filename);
  for (const folder of [lib, ...layers.map((layer) => join(lib, layer))]) {
    const declarations = readFileSync(join(folder, 'index.d.ts'), 'utf8');
    const exported = reexports(declarations, (module) => Object.keys(load(join(folder, module))));
    writeFileSync(join(folder, 'index.js'), lazyIndex(exported));
  }
  for (const name of readdirSync(lib, { encoding: 'utf8', recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = join(lib, name);
    const script = readFileSync(file, 'utf8');
    const lazy = withLazyProviders(script);
    if (lazy !== script) writeFileSync(file, lazy);
  }
}

if (require.main === module) rewrite(join(__dirname, '..', 'lib'), Object.keys(LAYERS));

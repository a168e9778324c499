import { readdirSync, readFileSync, statSync } from 'fs';
import { basename, dirname, join, relative, resolve, sep } from 'path';
import { LAYERS, SUBMODULES } from '../projenrc/lint/layers';

const SRC = join(__dirname, '..', 'src');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const imports = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, module]) => module);

/** The layer of a source file; the index beside the layers belongs to the root. */
function layerOf(file: string): string {
  const path = relative(SRC, file).split(sep).join('/');
  const layers = Object.keys(LAYERS).filter((layer) => path.startsWith(`${layer}/`));
  return layers.sort((a, b) => b.length - a.length)[0] ?? 'root';
}

interface Import {
  readonly file: string;
  readonly target: string;
}

const ALL: readonly Import[] = sources(SRC).flatMap((file) =>
  imports(file)
    .filter((module) => module.startsWith('.'))
    .map((module) => ({ file, target: resolve(dirname(file), module) })),
);

/** `from -> to` for each import between layers, with the file. */
const crossings = ALL.map(({ file, target }) => ({
  file: relative(SRC, file),
  from: layerOf(file),
  to: layerOf(join(target, 'x')),
})).filter(({ from, to }) => from !== to);

/** Imports of what lies in a folder `private` by a file outside of the folder that holds it. */
function intrusions(all: readonly Import[]): string[] {
  return all
    .filter(({ file, target }) => {
      const path = target.split(sep);
      const index = path.lastIndexOf('private');
      return index > 0 && !file.startsWith(`${path.slice(0, index).join(sep)}${sep}`);
    })
    .map(({ file, target }) => `${relative(SRC, file)} -> ${relative(SRC, target)}`);
}

/** Folders of the source, but for `private` and `internal`, of which the README of their layer speaks. */
function roomsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !['private', 'internal'].includes(each.name))
    .flatMap(({ name }) => [relative(SRC, join(folder, name)), ...roomsBelow(join(folder, name))]);
}

describe('layers', () => {
  test('are the folders of src, and none is missing from the table', () => {
    const folders = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());
    const layers = Object.keys(LAYERS).filter((layer) => !layer.includes('/'));
    expect(folders.sort()).toEqual(layers.sort());
  });

  test.each(roomsBelow(SRC))('have a README in each folder: %s', (room) => {
    const lines = readFileSync(join(SRC, room, 'README.md'), 'utf8')
      .trim()
      .split('\n');
    expect(lines[0]).toBe(`# ${basename(room)}`);
    const prose = lines.filter((line) => !line.startsWith('|'));
    expect(prose.length).toBeGreaterThanOrEqual(5);
    expect(prose.length).toBeLessThanOrEqual(15);
  });

  test('leave the index of the library alone at the root, which exports and does nothing else', () => {
    expect(readdirSync(SRC).filter((name) => name.endsWith('.ts'))).toEqual(['index.ts']);
    const lines = readFileSync(join(SRC, 'index.ts'), 'utf8').trim().split('\n');
    expect(lines.filter((line) => !/^export \*( as \w+)? from '\.\/\w+';$/.test(line))).toEqual([]);
    expect(lines).toHaveLength(SUBMODULES.length + 1);
  });

  test('point down only', () => {
    const up = crossings.filter(({ from, to }) => from !== 'root' && !LAYERS[from].imports.includes(to));
    expect(up).toEqual([]);
  });

  test('are seen by this test: the network layer imports core, the root imports signalr', () => {
    const seen = crossings.map(({ from, to }) => `${from} -> ${to}`);
    expect(seen).toContain('network -> core');
    expect(seen).toContain('core -> core/internal');
    expect(seen).toContain('root -> signalr');
  });

  test('form no cycle', () => {
    const below = (layer: string, path: string[] = []): string[] => {
      expect(path).not.toContain(layer);
      return LAYERS[layer].imports.flatMap((next) => below(next, [...path, layer]));
    };
    Object.keys(LAYERS).forEach((layer) => below(layer));
  });

  test('keep SignalR and App Service apart', () => {
    expect(LAYERS.signalr.imports).not.toContain('appservice');
    expect(LAYERS.appservice.imports).not.toContain('signalr');
  });

  test('keep what is private to its own folder', () => {
    expect(intrusions(ALL)).toEqual([]);
    const intruder = { file: join(SRC, 'dns', 'zone.ts'), target: join(SRC, 'network', 'private', 'subnets') };
    expect(intrusions([intruder])).toEqual(['dns/zone.ts -> network/private/subnets']);
  });

  test('have a line for each file of the engine, which names a test that is there', () => {
    const engine = join(SRC, 'engine');
    const table = readFileSync(join(engine, 'README.md'), 'utf8');
    const lines = [...table.matchAll(/^\| `([\w-]+\.ts)` \|.*\| `([\w-]+\.test\.ts)` \|$/gm)];
    expect(lines.map(([, file]) => file).sort()).toEqual(readdirSync(engine).filter((name) => name.endsWith('.ts')));
    const tests = new Set(readdirSync(join(__dirname, 'engine')));
    expect(lines.map(([, , test]) => test).filter((test) => !tests.has(test))).toEqual([]);
    expect(new Set(lines.map(([, , test]) => test))).toEqual(tests);
  });

  test('import single provider resources, never the root of the provider', () => {
    const provider = sources(SRC)
      .flatMap(imports)
      .filter((module) => /^@cdkt[fn]\//.test(module));
    expect(provider.length).toBeGreaterThan(10);
    expect(provider.filter((module) => !/^@cdkt[fn]\/provider-azurerm\/lib\/[a-z-]+$/.test(module))).toEqual([]);
  });
});

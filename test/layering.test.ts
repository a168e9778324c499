import { readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join, relative, resolve, sep } from 'path';
import { LAYERS } from '../projenrc/layers';

const SRC = join(__dirname, '..', 'src');

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const imports = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, module]) => module);

/** The layer of a source file; the files beside the layers belong to the root. */
function layerOf(file: string): string {
  const parts = relative(SRC, file).split(sep);
  return parts.length > 1 && parts[0] in LAYERS ? parts[0] : 'root';
}

/** `from -> to` for each import between layers, with the file. */
const crossings = sources(SRC).flatMap((file) =>
  imports(file)
    .filter((module) => module.startsWith('.'))
    .map((module) => ({
      file: relative(SRC, file),
      from: layerOf(file),
      to: layerOf(resolve(dirname(file), module, 'x')),
    }))
    .filter(({ from, to }) => from !== to),
);

describe('layers', () => {
  test('are the folders of src, and none is missing from the table', () => {
    const folders = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory() && name !== 'private');
    expect(folders.sort()).toEqual(Object.keys(LAYERS).sort());
  });

  test('point down only', () => {
    const up = crossings.filter(({ from, to }) => from !== 'root' && !LAYERS[from].includes(to));
    expect(up).toEqual([]);
  });

  test('are seen by this test: the network layer imports core, the root imports signalr', () => {
    const seen = crossings.map(({ from, to }) => `${from} -> ${to}`);
    expect(seen).toContain('network -> core');
    expect(seen).toContain('root -> signalr');
  });

  test('form no cycle', () => {
    const below = (layer: string, path: string[] = []): string[] => {
      expect(path).not.toContain(layer);
      return LAYERS[layer].flatMap((next) => below(next, [...path, layer]));
    };
    Object.keys(LAYERS).forEach((layer) => below(layer));
  });

  test('keep SignalR and App Service apart', () => {
    expect(LAYERS.signalr).not.toContain('appservice');
    expect(LAYERS.appservice).not.toContain('signalr');
  });

  test('import single provider resources, never the root of the provider', () => {
    const provider = sources(SRC)
      .flatMap(imports)
      .filter((module) => /^@cdkt[fn]\//.test(module));
    expect(provider.length).toBeGreaterThan(10);
    expect(provider.filter((module) => !/^@cdkt[fn]\/provider-azurerm\/lib\/[a-z-]+$/.test(module))).toEqual([]);
  });
});

/** A folder of `src`. */
interface Layer {
  /** The layers that it may import; what is absent here is refused by the linter and by test/layering.test.ts. */
  readonly imports: readonly string[];
  /** Whether nothing of it is for users: it is no submodule in other languages, and no path of the package. */
  readonly isInternal?: true;
}

/** What the constructs of all layers are made with. */
const BASE = ['core/internal', 'engine', 'core', 'model'];
/** The same with the checks of what is placed in a network. */
const PLACED = [...BASE, 'placement'];
const NETWORKED = [...PLACED, 'identity', 'observability', 'network', 'dns/values', 'dns', 'privatelink'];
const SERVICES = [...NETWORKED, 'vault', 'storage', 'signalr', 'appservice'];
/** What those who judge a configuration take of the construct layers: value classes alone, such as zone names. */
const VALUES = ['network', 'dns/values', 'dns', 'privatelink', 'signalr/values', 'identity'];

/** The layers, each below those that may import it. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'core/internal': { imports: [], isInternal: true },
  engine: { imports: ['core/internal'], isInternal: true },
  model: { imports: ['core/internal', 'engine'], isInternal: true },
  page: { imports: [], isInternal: true },
  core: { imports: ['core/internal', 'engine', 'model'] },
  identity: { imports: PLACED },
  'dns/values': { imports: ['core/internal', 'core'], isInternal: true },
  'signalr/values': { imports: ['core/internal'], isInternal: true },
  topology: { imports: [...BASE, 'dns/values', 'signalr/values'], isInternal: true },
  placement: { imports: [...BASE, 'topology'], isInternal: true },
  observability: { imports: [...PLACED, 'identity'] },
  network: { imports: PLACED },
  dns: { imports: [...PLACED, 'network', 'dns/values'] },
  privatelink: { imports: [...PLACED, 'network', 'dns'] },
  vault: { imports: NETWORKED },
  connectivity: { imports: [...BASE, 'page', 'topology', ...VALUES] },
  signalr: { imports: [...NETWORKED, 'vault', 'signalr/values', 'connectivity'] },
  storage: { imports: [...NETWORKED, 'vault'] },
  appservice: { imports: [...NETWORKED, 'vault', 'storage'] },
  compliance: { imports: [...BASE, 'page', 'topology', 'connectivity', ...VALUES] },
  evidence: { imports: ['core/internal', 'model', 'page', 'topology', 'connectivity', 'compliance'] },
  check: {
    imports: ['core/internal', 'page', 'model', 'topology', 'connectivity', 'compliance', 'evidence', 'signalr/values'],
    isInternal: true,
  },
  governance: { imports: [...BASE, 'topology', 'connectivity', 'compliance', ...VALUES] },
  runbook: { imports: [...BASE, 'topology', 'connectivity', ...VALUES] },
  architectures: {
    imports: [...SERVICES, 'topology', 'connectivity', 'compliance', 'governance', 'runbook'],
    isInternal: true,
  },
};

/** The layers that are submodules in other languages, and paths of the package. */
export const SUBMODULES = Object.keys(LAYERS).filter((layer) => !LAYERS[layer].isInternal);

/** What programs and tools may load of the package by a path. */
export function packageExports() {
  return {
    '.': { types: './lib/index.d.ts', default: './lib/index.js' },
    './package.json': './package.json',
    './.jsii': './.jsii',
    // TypeScript with `node10` finds the index of a layer without looking here; Node must find it too.
    ...Object.fromEntries(
      SUBMODULES.flatMap((layer) => {
        const index = `./lib/${layer}/index.js`;
        return [
          [`./lib/${layer}`, index],
          [index, index],
        ];
      }),
    ),
  };
}

/** What keeps a room to itself; what other layers may use lies in its folder `internal`. */
const PRIVATE = 'What is private is for its own folder alone.';

/** The zones of eslint's import/no-restricted-paths: a layer sees itself and the layers below it, never the root. */
export function layerZones() {
  const names = Object.keys(LAYERS);
  const targetOf = (layer: string) => `./src/${layer}${layer === 'core' ? '/*.ts' : ''}`;
  const downward = Object.entries(LAYERS).map(([layer, { imports }]) => ({
    target: targetOf(layer),
    from: './src',
    except: [layer, ...imports].map((name) => `./${name}`),
    message: `Layers point down only: ${layer} may import ${imports.join(', ') || 'nothing else'}.`,
  }));
  const closed = names.map((layer) => ({
    target: names.filter((other) => other !== layer).map(targetOf),
    from: `./src/${layer}/private`,
    message: PRIVATE,
  }));
  return [...downward, ...closed];
}

/** Which layers a layer may import; what is absent here is refused by the linter and by test/layering.test.ts. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  identity: ['core'],
  observability: ['core', 'identity'],
  network: ['core'],
  dns: ['core', 'network'],
  privatelink: ['core', 'network', 'dns'],
  vault: ['core', 'identity', 'observability', 'network', 'dns', 'privatelink'],
  signalr: ['core', 'identity', 'observability', 'network', 'dns', 'privatelink', 'vault'],
  storage: ['core', 'identity', 'observability', 'network', 'dns', 'privatelink', 'vault'],
  appservice: ['core', 'identity', 'observability', 'network', 'dns', 'privatelink', 'vault', 'storage'],
  governance: ['core', 'identity'],
  // Both read the tree, whoever built it; what they take of the layers below is pure: zone names and access policy.
  connectivity: ['core', 'network', 'dns', 'privatelink', 'signalr'],
  compliance: ['core', 'dns'],
};

/** The zones of eslint's import/no-restricted-paths: a layer sees itself and the layers below it, never the root. */
export function layerZones() {
  return Object.entries(LAYERS).map(([layer, below]) => ({
    target: `./src/${layer}`,
    from: './src',
    except: [layer, ...below].map((name) => `./${name}`),
    message: `Layers point down only: ${layer} may import ${below.join(', ') || 'nothing else'}.`,
  }));
}

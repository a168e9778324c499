import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { EXAMPLES } from '../examples/stacks';
import { requireCompiled, run, runModule } from './support/loading';
import { TerraformJson } from './support/synth';
import { exportsOf, lazyIndex, withLazyProviders } from '../projenrc/build/lazy-loading';
import { SUBMODULES } from '../projenrc/lint/layers';

const NAME = 'cdktf-azure-secure-signalr';
const LIB = join(__dirname, '..', 'lib');
const STACK = `
  const { TerraformStack, Testing } = require('cdktf');
  const library = require('${NAME}');
  const { AzurermProvider } = require('@cdktf/provider-azurerm/lib/provider');
  const stack = new TerraformStack(Testing.app(), 'Prod');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
`;

/** The files of the provider's package that define what is in a configuration. */
const filesOf = (stacks: readonly TerraformJson[]) => {
  const types = stacks.flatMap(({ resource = {}, data = {} }) => [
    ...Object.keys(resource),
    ...Object.keys(data).map((type) => `data_${type}`),
  ]);
  const ofProvider = [...new Set(types)].filter((type) => /^(data_)?azurerm_/.test(type));
  return ofProvider.map((type) => type.replace(/^azurerm_/, '').replaceAll('_', '-')).sort();
};

/** The names that the library's manifest has at run time, by namespace; that of the root is empty. */
const names = new Map<string, string[]>();
const manifest = () => JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8'));

beforeAll(() => {
  requireCompiled();
  names.set('', SUBMODULES);
  for (const { kind, name, namespace = '' } of Object.values<any>(manifest().types)) {
    if (kind !== 'interface') names.set(namespace, [...(names.get(namespace) ?? []), name]);
  }
  names.forEach((list) => list.sort());
});

describe('the compiled library', () => {
  test('loads nothing but its index where nothing of it is used', () => {
    const { library, provider } = run(`require('${NAME}')`);
    expect(library).toEqual(['index.js']);
    expect(provider).toEqual([]);
  });

  test('is one file, with all modules, beside the index of the root and of each layer', () => {
    const files = readdirSync(LIB, { encoding: 'utf8', recursive: true });
    const indexes = SUBMODULES.map((layer) => join(layer, 'index.js'));
    expect(files.filter((file) => file.endsWith('.js')).sort()).toEqual(
      [...indexes, 'bundle.js', 'check.js', 'index.js'].sort(),
    );
    const modules = readFileSync(join(LIB, 'bundle.js'), 'utf8').match(/=__commonJS\(\{/g)!;
    const sources = readdirSync(join(LIB, '..', 'src'), { encoding: 'utf8', recursive: true });
    expect(modules.length).toBeGreaterThan(400);
    expect(modules.length).toBeLessThanOrEqual(sources.filter((file) => file.endsWith('.ts')).length);
  });

  test('loads no provider file before a resource is created', () => {
    const { result, library, provider } = run<number>(`
      const root = require('${NAME}');
      const namesOf = (namespace) => Object.keys(namespace).map((name) => namespace[name]);
      return [root, ...${JSON.stringify(SUBMODULES)}.map((layer) => root[layer])].flatMap(namesOf).length;
    `);
    expect(result).toBe([...names.values()].flat().length);
    expect(library).toEqual(['index.js', 'bundle.js']);
    expect(provider).toEqual([]);
  });

  test('loads for a virtual network its own file and that of its group', () => {
    const { provider } = run(`${STACK}
      const resourceGroup = new library.core.ResourceGroup(stack, 'Group', { name: 'rg-network', location: 'centralus' });
      new library.network.VirtualNetwork(stack, 'Network', { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/16'] });
      Testing.synth(stack, true);
    `);
    expect(provider).toEqual(['provider', 'resource-group', 'virtual-network']);
  });

  test.each(Object.keys(EXAMPLES))('loads for the example %s the provider files of what is in its JSON', (name) => {
    const { result, provider } = run<TerraformJson[]>(`
      require('ts-node').register({ transpileOnly: true, project: 'tsconfig.dev.json' });
      const { join } = require('path');
      const { mkdtempSync, readdirSync, readFileSync } = require('fs');
      const outdir = mkdtempSync(join(require('os').tmpdir(), 'loading-'));
      process.env.CDKTF_OUTDIR = outdir;
      process.argv[1] = join(process.cwd(), 'examples', '${name}', 'main.ts');
      require('module').runMain();
      const stacks = join(outdir, 'stacks');
      return readdirSync(stacks).map((stack) => JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8')));
    `);
    const expected = filesOf(result);
    expect(expected.length).toBeGreaterThan(4);
    expect([...provider].sort()).toEqual(['provider', ...expected].sort());
  });
});

describe('what the compiled library exports', () => {
  const listing = (source: string) => `
    const root = ${source};
    const namesOf = (namespace) => [namespace, Object.keys(namespace ? root[namespace] : root).sort()];
    return ['', ...${JSON.stringify(SUBMODULES)}].map(namesOf);
  `;

  test('is listed by name as in the manifest, before anything of it is loaded', () => {
    const { result, provider } = run<[string, string[]][]>(listing(`require('${NAME}')`));
    expect(new Map(result)).toEqual(names);
    expect([...names.values()].flat().length).toBeGreaterThan(150);
    expect(provider).toEqual([]);
  });

  test('is there for each name, a class or an enumeration, and stays the same', () => {
    const { result } = run<string[]>(`
      const root = require('${NAME}');
      return ${JSON.stringify([...names])}.flatMap(([namespace, list]) => {
        const from = namespace ? root[namespace] : root;
        return list.filter((name) => !/^(function|object)$/.test(typeof from[name]) || from[name] !== from[name]);
      });
    `);
    expect(result).toEqual([]);
  });

  test('is what jsii wrote the run-time type information of', () => {
    const { result } = run<string[]>(`
      const root = require('${NAME}');
      const rtti = Symbol.for('jsii.rtti');
      return ${JSON.stringify([...names])}.flatMap(([namespace, list]) => list
        .map((name) => (namespace ? root[namespace] : root)[name])
        .flatMap((exported) => exported[rtti]?.fqn ?? []));
    `);
    const classes = Object.values<any>(manifest().types).filter(({ kind }) => kind === 'class');
    expect([...result].sort()).toEqual(classes.map(({ fqn }) => fqn).sort());
  });

  test('is re-exported by `export *`, as loaded', () => {
    const { result, library } = run<[string, string[]][]>(`
      const reexported = {};
      const script = require('typescript').transpile("export * from '${NAME}'");
      new Function('require', 'exports', script)(require, reexported);
      ${listing('reexported')}
    `);
    expect(new Map(result)).toEqual(names);
    expect(library).toEqual(['index.js', 'bundle.js']);
  });

  test('is imported by ES modules by its names, also from the index of a layer', () => {
    const { result, provider } = runModule<unknown[]>(
      `import { SecureSignalRApp, network } from '${NAME}';
       import * as all from '${NAME}';
       import { VirtualNetwork } from '${NAME}/lib/network';`,
      '[SecureSignalRApp.name, network.VirtualNetwork === VirtualNetwork, ...Object.keys(all)]',
    );
    expect(result.slice(0, 2)).toEqual(['SecureSignalRApp', true]);
    expect(result.slice(2)).toEqual(expect.arrayContaining(names.get('')!));
    expect(provider).toEqual([]);
  });
});

describe('an index that loads lazily', () => {
  const namesOf = (module: string) => ({ './subnet': ['Subnet', 'Delegation'], './isubnet': [] })[module]!;

  test('exports the names that the modules have at run time', () => {
    expect(exportsOf("export * from './subnet';\nexport * from './isubnet';\n", namesOf)).toEqual([
      { name: 'Subnet', value: 'require("./subnet").Subnet' },
      { name: 'Delegation', value: 'require("./subnet").Delegation' },
    ]);
  });

  test('exports a module as a namespace', () => {
    expect(exportsOf("export * as network from './network';\n", namesOf)).toEqual([
      { name: 'network', value: 'require("./network")' },
    ]);
  });

  test('is refused where an index does more than to export modules', () => {
    expect(() => exportsOf("export { Subnet } from './subnet';\n", namesOf)).toThrow(
      "An index exports whole modules, and this line does not: export { Subnet } from './subnet';",
    );
  });

  test('reads a module when a name of it is read', () => {
    const required: string[] = [];
    const modules: Record<string, object> = { './subnet': { Subnet: 1, Delegation: 2 }, './network': { Route: 3 } };
    const load = (module: string) => (required.push(module), modules[module]);
    const exported: any = {};
    const declarations = "export * from './subnet';\nexport * from './isubnet';\nexport * as network from './network';";
    new Function('require', 'exports', lazyIndex(exportsOf(declarations, namesOf)))(load, exported);
    expect(Object.keys(exported)).toEqual(['Subnet', 'Delegation', 'network']);
    expect(exported.__esModule).toBe(true);
    expect(required).toEqual([]);
    expect(exported.Delegation).toBe(2);
    expect(required).toEqual(['./subnet']);
    expect(exported.network).toBe(modules['./network']);
    expect(exported.network).toBe(modules['./network']);
    expect(required).toEqual(['./subnet', './network']);
  });
});

describe('a script with lazy provider files', () => {
  const script = [
    'const cdktf_1 = require("cdktf");',
    'const subnet_1 = require("@cdktf/provider-azurerm/lib/subnet");',
    'const data_azurerm_subnet_1 = require("@cdktf/provider-azurerm/lib/data-azurerm-subnet");',
    'exports.add = () => [new subnet_1.Subnet(), new data_azurerm_subnet_1.DataAzurermSubnet(), cdktf_1.Fn];',
    'exports.type = () => subnet_1.Subnet.tfResourceType + subnet_1.subnetDelegationToTerraform();',
  ];

  const getter = (file: string, name: string) =>
    `get ${name}() { const value = require("@cdktf/provider-azurerm/lib/${file}").${name}; Object.defineProperty(this, "${name}", { value }); return value; }`;

  test('has a getter for each name that it uses, and each line where it was', () => {
    expect(withLazyProviders(script.join('\n')).split('\n')).toEqual([
      script[0],
      `const subnet_1 = { ${getter('subnet', 'Subnet')}, ${getter('subnet', 'subnetDelegationToTerraform')} };`,
      `const data_azurerm_subnet_1 = { ${getter('data-azurerm-subnet', 'DataAzurermSubnet')} };`,
      script[3],
      script[4],
    ]);
  });

  test('is not changed again', () => {
    const once = withLazyProviders(script.join('\n'));
    expect(withLazyProviders(once)).toBe(once);
  });
});

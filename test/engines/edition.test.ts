import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { rewriteFile, rewriteManifest, rewriteReadme } from '../../projenrc/engines/rewrite';
import { requireCompiled, run } from '../support/loading';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const readJson = (file: string) => JSON.parse(read(file));
const sources = ['src', 'test', 'examples', 'bench'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .filter((file) => !file.startsWith(join('test', 'engines'))),
);

/** The edition that these tests run in, and its engine. */
const manifest = readJson('package.json');
const [engine] = manifest.name.split('-');

describe('the edition for CDK Terrain', () => {
  test('loads CDK for Terraform from no source', () => {
    const loads =
      /(?:from|import|require|require\.resolve|mock)\s*\(?\s*['"`](?:cdktf|@cdktf\/(?!hcl2json)[^'"`]*)['"`/]/;
    const rewritten = sources.map((file) => [file, rewriteFile(file, () => read(file)) ?? read(file)]);
    expect(rewritten.length).toBeGreaterThan(500);
    expect(rewritten.filter(([, text]) => loads.test(text)).map(([file]) => file)).toEqual([]);
  });

  test('has a README.md that tells of CDK for Terraform only where it tells of both', () => {
    // The edition writes what is in other languages anew, from its own example.
    const text = read('README.md').replace(/<!-- languages:[\s\S]*<!-- end of languages -->/, '');
    const lines = rewriteReadme(text).split('\n');
    const names = lines.map((line) => line.replace(/https?:\S*|cdktf\.(?:json|out)|CDKTF_/g, ''));
    const left = names.filter((line) => /cdktf|CDK for Terraform/i.test(line));
    expect(left.filter((line) => !/cdktn|CDK Terrain/.test(line))).toEqual([]);
  });

  test('runs on what the lock file pins, with the same versions of all else as this repository', () => {
    const { dependencies } = readJson('projenrc/engines/cdktn/package.json');
    const lock = readJson('projenrc/engines/cdktn/package-lock.json').packages;
    expect(lock[''].dependencies).toEqual(dependencies);
    expect(Object.values<any>(lock).filter(({ resolved }) => resolved)).toEqual([]);
    const { packages } = readJson('package-lock.json');
    const { cdktn, '@cdktn/provider-azurerm': provider, ...shared } = dependencies;
    const versions = Object.keys(shared).map((name) => [name, packages[`node_modules/${name}`].version]);
    expect(shared).toEqual(Object.fromEntries(versions));
    expect(Object.keys(shared)).toEqual(expect.arrayContaining(['constructs']));
    const { devDependencies, bin } = engine === 'cdktn' ? manifest : rewriteManifest(manifest);
    expect(Object.keys(bin)).toEqual(['cdktn-azure-secure-signalr', 'secure-signalr']);
    expect(devDependencies).toMatchObject({ cdktn, '@cdktn/provider-azurerm': provider });
  });
});

describe('the project that docs/engines.md shows', () => {
  const projects = [...read('docs/engines.md').matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json));
  const project = projects.find(({ dependencies }) => engine in dependencies);

  test('has the library and the versions of its peers that it is tested with, and nothing else', () => {
    const { [manifest.name]: library, ...peers } = project.dependencies;
    const tested = Object.keys(manifest.peerDependencies).map((name) => [name, `^${manifest.devDependencies[name]}`]);
    expect(library).toBeDefined();
    expect(peers).toEqual(Object.fromEntries(tested));
  });

  test('overrides what the provider says of the engine, and only where it is CDK Terrain', () => {
    const overrides = { '@cdktn/provider-azurerm': { cdktn: '$cdktn' } };
    expect(project.overrides).toEqual(engine === 'cdktn' ? overrides : undefined);
  });
});

test('a program loads one engine, that of its edition', () => {
  requireCompiled();
  const { result } = run<string[]>(`
    const { TerraformStack, Testing } = require('${engine}');
    const { AzurermProvider } = require('@${engine}/provider-azurerm/lib/provider');
    const { SecureSignalRApp } = require('${manifest.name}');
    const stack = new TerraformStack(Testing.app(), 'Prod');
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    new SecureSignalRApp(stack, 'Chat', { location: 'centralus', environment: 'prod' });
    Testing.synth(stack, true);
    return Object.keys(require.cache);
  `);
  const packages = result.flatMap((file) => /[\\/]node_modules[\\/](@?cdkt[fn])[\\/]/.exec(file)?.[1] ?? []);
  expect([...new Set(packages)].sort()).toEqual([`@${engine}`, engine]);
});

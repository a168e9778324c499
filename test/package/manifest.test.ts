import { readFileSync } from 'fs';
import { join } from 'path';
import { SUBMODULES } from '../../projenrc/lint/layers';

const read = (file: string) => readFileSync(join(__dirname, '..', '..', file), 'utf8');
const manifest = JSON.parse(read('package.json'));

describe('package.json', () => {
  test('leaves no version open', () => {
    const versions = Object.entries({ ...manifest.devDependencies, ...manifest.peerDependencies });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter(([, version]) => version === '*')).toEqual([]);
  });

  test('has users install nothing but the peers, which they have already', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.bundledDependencies).toBeUndefined();
    expect(Object.keys(manifest.peerDependencies)).toEqual(['@cdktf/provider-azurerm', 'cdktf', 'constructs']);
  });

  test('tells users and registries what the package is, and where it comes from', () => {
    const repository = 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr';
    expect(manifest).toMatchObject({
      name: 'cdktf-azure-secure-signalr',
      license: 'Apache-2.0',
      main: 'lib/index.js',
      types: 'lib/index.d.ts',
      engines: { node: '>= 20.0.0' },
      repository: { type: 'git', url: `${repository}.git` },
      homepage: `${repository}#readme`,
      bugs: { url: `${repository}/issues` },
      publishConfig: { access: 'public' },
      sideEffects: false,
    });
    expect(manifest.description.length).toBeGreaterThan(40);
    expect(manifest.keywords).toEqual(expect.arrayContaining(['azure', 'cdktf', 'signalr', 'terraform']));
  });

  test('runs nothing when it is installed', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack'];
    expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([]);
  });

  test('lets Node find the root and each layer, and no other file of the library', () => {
    const folders = SUBMODULES.flatMap((layer) => {
      const index = `./lib/${layer}/index.js`;
      return [
        [`./lib/${layer}`, index],
        [index, index],
      ];
    });
    expect(manifest.exports).toEqual({
      '.': { types: './lib/index.d.ts', default: './lib/index.js' },
      './package.json': './package.json',
      './.jsii': './.jsii',
      ...Object.fromEntries(folders),
    });
  });
});

test.each(['', 'projenrc/engines/cdktn/', 'projenrc/site/'])('%spackage-lock.json names no registry host', (folder) => {
  const locked = Object.values<{ resolved?: string }>(JSON.parse(read(`${folder}package-lock.json`)).packages);
  expect(locked.length).toBeGreaterThan(3);
  expect(locked.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual([]);
});

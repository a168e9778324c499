import { existsSync, readFileSync } from 'fs';
import { builtinModules } from 'module';
import { dirname, join } from 'path';
import { renderLicenses, thirdParties } from '../../projenrc/third-party';

const ROOT = join(__dirname, '..', '..');
const packages = thirdParties();

describe('packages that come along', () => {
  test('are those that the library loads, and what they load themselves', () => {
    expect(packages.map(({ name }) => name)).toEqual(['@dagrejs/dagre', '@dagrejs/graphlib']);
  });

  test('have licenses that allow it', () => {
    expect(packages.map(({ license }) => license)).toEqual(['MIT', 'MIT']);
  });

  test('are in THIRD-PARTY-LICENSES with their versions and the texts of their licenses', () => {
    const text = readFileSync(join(ROOT, 'THIRD-PARTY-LICENSES'), 'utf8');
    expect(text).toBe(renderLicenses(packages));
    for (const { script } of packages) {
      const { name, version } = JSON.parse(readFileSync(join(folderOf(script), 'package.json'), 'utf8'));
      expect(text).toContain(`\n${name} ${version} (MIT)\n`);
      expect(text).toContain(readFileSync(join(folderOf(script), 'LICENSE'), 'utf8').trim());
    }
  });

  test('are in the script of the library, which loads no package but its peers', () => {
    const bundle = readFileSync(join(ROOT, 'lib', 'bundle.js'), 'utf8');
    const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const loaded = [...bundle.matchAll(/require\("((?:@[^/"]+\/)?[^/"]+)/g)].map(([, name]) => name);
    const ofNode = new Set(builtinModules);
    expect(bundle).toContain('@dagrejs/graphlib/dist');
    expect([...new Set(loaded)].filter((name) => !ofNode.has(name)).sort()).toEqual(
      Object.keys(peerDependencies).sort(),
    );
  });
});

/** The folder of the package that a script belongs to. */
function folderOf(script: string): string {
  const folder = dirname(script);
  return existsSync(join(folder, 'package.json')) ? folder : folderOf(folder);
}

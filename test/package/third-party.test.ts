import { readFileSync } from 'fs';
import { builtinModules } from 'module';
import { join } from 'path';
import { licenseIn, renderLicenses, thirdParties } from '../../projenrc/release/third-party';

const ROOT = join(__dirname, '..', '..');
const packages = thirdParties();

describe('packages that come along', () => {
  test('are those that the library loads, and what they load themselves', () => {
    expect(packages.map(({ name }) => name)).toEqual([
      'ajv',
      'fast-deep-equal',
      'fast-uri',
      'json-schema-traverse',
      'require-from-string',
      'commander',
      'picocolors',
      'yaml',
    ]);
  });

  test('have licenses that allow it', () => {
    const licenses = new Set(packages.map(({ license }) => license));
    expect([...licenses].sort()).toEqual(['BSD-3-Clause', 'ISC', 'MIT']);
  });

  test('are in THIRD-PARTY-LICENSES with their versions and the texts of their licenses', () => {
    const text = readFileSync(join(ROOT, 'THIRD-PARTY-LICENSES'), 'utf8');
    expect(text).toBe(renderLicenses(packages));
    for (const { name, script, license } of packages) {
      const folder = folderOf(name, script);
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect(text).toContain(`\n${name} ${version} (${license})\n`);
      expect(text).toContain(readFileSync(licenseIn(folder), 'utf8').trim());
    }
  });

  test('are in the script of the library, which loads no package but its peers', () => {
    const bundle = readFileSync(join(ROOT, 'lib', 'bundle.js'), 'utf8');
    const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const loaded = [...bundle.matchAll(/require\("((?:@[^/"]+\/)?[^/"]+)/g)].map(([, name]) => name);
    const ofNode = new Set(builtinModules);
    expect([...new Set(loaded)].filter((name) => !ofNode.has(name)).sort()).toEqual(
      Object.keys(peerDependencies).sort(),
    );
  });
});

/** The folder of the package that a script belongs to; folders within a package may have a manifest without a name. */
function folderOf(name: string, script: string): string {
  return script.slice(0, script.lastIndexOf(`node_modules/${name}/`)) + `node_modules/${name}`;
}

import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { renderLicenses, thirdParties, withCopies } from '../../projenrc/third-party';

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

  test('are loaded from their copies: no script of the library names them', () => {
    const script = 'const a = require("@dagrejs/dagre");\nconst b = require("@dagrejs/dagre-d3");';
    expect(withCopies(script, packages, '../third-party')).toBe(
      'const a = require("../third-party/dagre.js");\nconst b = require("@dagrejs/dagre-d3");',
    );
    const layout = readFileSync(join(ROOT, 'lib', 'connectivity', 'private', 'render', 'layout.js'), 'utf8');
    expect(layout).toContain('require("../../../third-party/dagre.js")');
    expect(layout).not.toContain('@dagrejs');
  });

  test('load each other from their copies', () => {
    const copy = (name: string) => readFileSync(join(ROOT, 'lib', 'third-party', name), 'utf8');
    expect(copy('dagre.js')).toContain('require("./graphlib.js")');
    expect(copy('dagre.js')).toContain('For license information please see THIRD-PARTY-LICENSES');
    expect(copy('dagre.js') + copy('graphlib.js')).not.toContain('require("@');
  });
});

/** The folder of the package that a script belongs to. */
function folderOf(script: string): string {
  const folder = dirname(script);
  return existsSync(join(folder, 'package.json')) ? folder : folderOf(folder);
}

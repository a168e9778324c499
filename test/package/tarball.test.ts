import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { SUBMODULES } from '../../projenrc/lint/layers';
import { pack } from '../support/tarball';

const ROOT = join(__dirname, '..', '..');
const { files, size, unpackedSize } = pack();
const paths = files.map(({ path }) => path);

/** What users have no use for, wherever it is. */
const UNWANTED = [/\.map$/, /\.tsbuildinfo$/, /\.test\./, /\.snap$/, /(?<!\.d)\.ts$/, /^(?:test|src|docs|examples)\//];

describe('the tarball', () => {
  test('holds, beside lib, these files alone', () => {
    expect(paths.filter((path) => !path.startsWith('lib/')).sort()).toEqual([
      '.jsii',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-LICENSES',
      'bin/secure-signalr',
      'package.json',
      'schema/accept.schema.json',
    ]);
  });

  test('holds in lib one script, an index of the root and of each layer, and the declarations that importers get to', () => {
    const lib = paths.filter((path) => path.startsWith('lib/'));
    const indexes = SUBMODULES.map((layer) => `lib/${layer}/index.js`);
    const scripts = lib.filter((path) => path.endsWith('.js'));
    expect([...scripts].sort()).toEqual([...indexes, 'lib/bundle.js', 'lib/check.js', 'lib/index.js'].sort());
    const declarations = lib.filter((path) => !scripts.includes(path));
    const sourceOf = (path: string) => path.replace(/^lib/, 'src').replace(/\.d\.ts$/, '.ts');
    expect(declarations.length).toBeGreaterThan(300);
    expect(declarations.filter((path) => !existsSync(join(ROOT, sourceOf(path))))).toEqual([]);
    const all = declarations.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
    const nameOf = (path: string) =>
      path
        .replace(/(?:\/index)?\.d\.ts$/, '')
        .split('/')
        .pop();
    const unused = declarations.filter((path) => path !== 'lib/index.d.ts' && !all.includes(`/${nameOf(path)}'`));
    expect(unused.filter((path) => !all.includes(`/${nameOf(path)}")`))).toEqual([]);
  });

  test('holds no sources, tests or maps', () => {
    expect(paths.filter((path) => UNWANTED.some((pattern) => pattern.test(path)))).toEqual([]);
    const scripts = paths.filter((path) => /\.js$/.test(path));
    const mapped = scripts.filter((path) => readFileSync(join(ROOT, path), 'utf8').includes('sourceMappingURL'));
    expect(mapped).toEqual([]);
  });

  test('is small: 1.3 MB to load, 6.5 MB on the disk', () => {
    expect(size).toBeLessThan(1.3e6);
    expect(unpackedSize).toBeLessThan(6.5e6);
  });
});

import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { mayBreak, releaseNotes } from '../../projenrc/release/versions';

const ROOT = join(__dirname, '..', '..');

describe('a release may break what users rely on', () => {
  test.each([
    ['0.0.0', '0.1.0', true],
    ['0.1.0', '0.1.1', false],
    ['0.1.9', '0.2.0', true],
    ['0.9.0', '1.0.0', true],
    ['1.0.0', '1.0.1', false],
    ['1.0.0', '1.1.0', false],
    ['1.9.9', '2.0.0', true],
    ['1.0.0', '2.0.0-rc.1', true],
    ['2.0.0', '1.0.0', false],
    ['0.2.0', '0.1.0', false],
  ])('%s, then %s: %s', (before, after, expected) => {
    expect(mayBreak(before, after)).toBe(expected);
  });

  test('only with versions', () => {
    expect(() => mayBreak('1.0.0', 'main')).toThrow('"main" is not a version such as 1.2.3.');
  });
});

describe('notes of a release', () => {
  const changelog = '# Changes\n\n## Unreleased\n\n## 1.10.0\n\n- Ten.\n\n## 1.1.0 (2026-01-31)\n\n- One.\n- Two.\n';

  test.each([
    ['1.10.0', '- Ten.\n'],
    ['1.1.0', '- One.\n- Two.\n'],
  ])('%s are those under its heading', (version, notes) => {
    expect(releaseNotes(changelog, version)).toBe(notes);
  });

  test.each(['1.0.0', 'Unreleased', '1.1'])('%s: nothing is told, so nothing is released', (version) => {
    expect(() => releaseNotes(changelog, version)).toThrow(`CHANGELOG.md tells nothing under "## ${version}"`);
  });

  test('are found in the change log of the repository', () => {
    expect(releaseNotes(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), 'Unreleased')).toMatch(/^- /);
  });
});

describe('the API, compared with that of a release before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('breaks when a method is gone', () => {
    const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
    const { methods } = assembly.types[`${assembly.name}.signalr.Sku`];
    methods.push({ ...methods[0], name: 'ultra' });
    writeFileSync(join(folder, '.jsii'), JSON.stringify(assembly));
    writeFileSync(join(folder, 'package.json'), readFileSync(join(ROOT, 'package.json')));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');

    const script = ['-T', '--project', 'projenrc/tsconfig.json', 'projenrc/release/compat.ts', folder];
    const tsNode = join(ROOT, 'node_modules', '.bin', 'ts-node');
    const { status, stdout, stderr } = spawnSync(tsNode, script, { cwd: ROOT, encoding: 'utf8' });
    expect(stdout + stderr).toContain(`METHOD ${assembly.name}.signalr.Sku.ultra: has been removed`);
    expect(stderr).toContain('Keep what was there and deprecate it');
    expect(status).toBe(1);
  });
});

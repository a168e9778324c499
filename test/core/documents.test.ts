import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { buildSync } from 'esbuild';
import { documents, documentsOf } from '../../src/core/internal/documents';
import { read, ROOT } from '../support/markdown';

const REPOSITORY = 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr';

describe('the address of the documents', () => {
  test.each([
    ['1.4.2', 'v1.4.2'],
    ['2.0.0-beta.1', 'v2.0.0-beta.1'],
    ['0.0.1', 'v0.0.1'],
    ['0.0.0', 'main'],
    ['0.0.0-dev.0123456789ab.changed-00', 'main'],
    ['', 'main'],
  ])('of version "%s" is that of %s', (version, ref) => {
    expect(documentsOf(version)).toBe(`${REPOSITORY}/blob/${ref}/docs`);
  });

  test('is that of the version in package.json', () => {
    expect(documents()).toBe(documentsOf(JSON.parse(read('package.json')).version));
    const { url } = JSON.parse(read('package.json')).repository;
    expect(url).toBe(`${REPOSITORY}.git`);
  });

  test('is that of the installed version, wherever the package is bundled and installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'installed-'));
    try {
      const installed = join(folder, 'node_modules', 'cdktn-azure-secure-signalr');
      mkdirSync(join(installed, 'lib'), { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "name": "chat", "version": "9.9.9" }');
      writeFileSync(join(installed, 'package.json'), '{ "name": "cdktn-azure-secure-signalr", "version": "3.1.4" }');
      const entryPoints = [join(ROOT, 'src/core/internal/validation-error.ts')];
      const outfile = join(installed, 'lib', 'bundle.js');
      buildSync({ entryPoints, outfile, bundle: true, platform: 'node' });
      const { withoutPath } = jest.requireActual(outfile);
      expect(withoutPath({ code: 'dns/not-linked', message: 'It is so' })).toBe(
        `[dns/not-linked] It is so; see ${REPOSITORY}/blob/v3.1.4/docs/errors.md#dns`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

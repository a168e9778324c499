import { execFile, execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { blocksOf, read, ROOT } from '../support/markdown';

const MINUTE = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'newcomer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The lines of the page, without what they say beside it. */
const [, section] = read('README.md').split('\n## Start a project\n');
const LINES = blocksOf(section, 'sh')[0]
  .trim()
  .split('\n')
  .map((line) => line.replace(/\s+#.*/, ''));

function run(command: string, cwd: string): string {
  return execFileSync('sh', ['-eu', '-c', command], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The Terraform JSON of the project that was synthesized in a folder, but for what names the engine and its provider. */
function terraformOf(project: string) {
  const json = JSON.parse(readFileSync(join(project, 'cdktf.out', 'stacks', 'chat', 'cdk.tf.json'), 'utf8'));
  delete json['//'];
  delete json.terraform.required_providers.azurerm.version;
  delete json.terraform.backend;
  return JSON.parse(JSON.stringify(json, (key, value) => (key === '//' ? undefined : value)));
}

test('the page has these lines', () => {
  expect(LINES).toEqual([
    'npm ci && npm run starter',
    'cp -R dist/starter/cdktn ../chat',
    'cd ../chat',
    'npm install',
    'npm test',
    'npm run synth',
  ]);
});

describe('who does what the page says', () => {
  beforeAll(() => {
    // What runs here is installed already.
    run(LINES[0].replace('npm ci && ', ''), ROOT);
  }, 10 * MINUTE);

  test.each(['cdktn', 'cdktf'])(
    'has a project on %s that tests and synthesizes',
    (engine) => {
      const project = join(folder, engine);
      run(LINES[1].replace('dist/starter/cdktn ../chat', `dist/starter/${engine} ${project}`), ROOT);
      run('npm install --no-audit --no-fund', project);
      run('npm test', project);
      run('npm run synth', project);
      expect(Object.keys(terraformOf(project).resource.azurerm_signalr_service)).toHaveLength(1);
      expect(readFileSync(join(project, 'cdktf.out', 'stacks', 'chat', 'connectivity.html'), 'utf8')).toContain('<svg');
    },
    5 * MINUTE,
  );

  test('has the same Terraform JSON on both engines', () => {
    expect(terraformOf(join(folder, 'cdktf'))).toEqual(terraformOf(join(folder, 'cdktn')));
  });

  test.each(['cdktn', 'cdktf'])('is not served the archive of a checkout that differs: %s', (engine) => {
    const manifest = JSON.parse(readFileSync(join(folder, engine, 'package.json'), 'utf8'));
    const library = manifest.dependencies[`${engine}-azure-secure-signalr`];
    const commit = run('git rev-parse --short=12 HEAD', ROOT).trim();
    expect(library).toMatch(new RegExp(`^file:${engine}-azure-secure-signalr-0\\.0\\.0-dev\\.${commit}`));
  });

  describe('with the command line', () => {
    let server: Server;
    beforeAll((done) => {
      const archive = readFileSync(join(ROOT, 'dist', 'starter', 'starter-cdktf.zip'));
      server = createServer((_, response) => response.end(archive)).listen(0, '127.0.0.1', done);
    });
    afterAll((done) => {
      server.close(done);
    });

    test(
      'has a project from the archive',
      async () => {
        const { port } = server.address() as AddressInfo;
        const project = join(folder, 'from-archive');
        mkdirSync(project);
        const { cdktf } = JSON.parse(read('package.json')).devDependencies;
        const answers = '--local --project-name chat --project-description chat --enable-crash-reporting=false';
        // The server is in this process, so nothing may block it.
        await promisify(execFile)(
          'npx',
          [
            '--yes',
            `cdktf-cli@${cdktf}`,
            'init',
            '--template',
            `http://127.0.0.1:${port}/starter-cdktf.zip`,
            ...answers.split(' '),
          ],
          { cwd: project, env: { ...process.env, CHECKPOINT_DISABLE: '1' } },
        );
        run('npm test', project);
      },
      5 * MINUTE,
    );
  });
});

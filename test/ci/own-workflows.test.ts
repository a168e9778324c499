import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { Job, lint, readCi } from '../support/pipelines';

const FOLDER = join(__dirname, '..', '..', '.github', 'workflows');
/** What publishes the site: actions of GitHub that the example has no use for, at the commits of their releases. */
const PAGES = [
  'actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0',
  'actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0',
];
const files = readdirSync(FOLDER);
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const jobsOf = (file: string): Record<string, Job> => parse(read(file)).jobs;
const runsOf = ({ steps }: Job) => steps.flatMap(({ run }) => run ?? []);

describe.each(files)('%s', (file) => {
  test('has nothing that actionlint finds', () => {
    const { status, output } = lint(join(FOLDER, file));
    expect(output).toContain('passed lint checks');
    expect(status).toBe(0);
  });

  test('uses actions at the commits of the example', () => {
    const actions = [...read(file).matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(1);
    const others = actions.filter((action) => !readCi('github-actions.yml').includes(`uses: ${action}\n`));
    expect(others.filter((action) => !PAGES.includes(action))).toEqual([]);
  });

  test('may only read, unless a job says so, and keeps no secret', () => {
    expect(parse(read(file)).permissions).toEqual({ contents: 'read' });
    expect(read(file)).not.toMatch(/secrets\.|NPM_TOKEN/);
  });
});

test('a change is built as on any machine', () => {
  expect(runsOf(jobsOf('build.yml').build)).toEqual(['bash .ci/run']);
});

test('a change is tested on the other engine, and both packages in projects of their own', () => {
  expect(runsOf(jobsOf('build.yml').engines)).toEqual(['npm ci', 'npm run test:cdktn', 'npm run test:tarball']);
});

test('a change is run in Python, Java and Go', () => {
  expect(runsOf(jobsOf('build.yml').languages)).toEqual(['npm ci', 'npm run test:languages']);
});

test('a change is tried as a newcomer does', () => {
  expect(runsOf(jobsOf('build.yml').newcomer)).toEqual(['npm ci', 'npm run test:newcomer']);
});

test('a change has its site made and looked at', () => {
  expect(runsOf(jobsOf('build.yml').site)).toEqual(['npm ci', 'npm run site', 'npm run test:site']);
});

describe('a release', () => {
  const { build, publish, announce, site, pages } = jobsOf('release.yml');

  test('publishes its site after its packages, by the identity of the workflow', () => {
    expect(runsOf(site).pop()).toBe('npm run site');
    expect([...site.steps].pop()).toMatchObject({ uses: PAGES[0].split(' ')[0], with: { path: 'dist/site' } });
    expect(pages.needs).toEqual(['publish', 'site']);
    expect(pages.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(pages.steps.map(({ uses }) => uses)).toEqual([PAGES[1].split(' ')[0]]);
  });

  test('is tested, compared with the last one and audited before it is packed', () => {
    const commands = runsOf(build).join('\n');
    const steps = ['npm ci', 'npm test', 'npm run test:cdktn', 'npm run compat', 'npm run audit', 'npm pack'];
    const order = steps.map((command) => commands.indexOf(command));
    expect(order.every((position, index) => position > (order[index - 1] ?? -1))).toBe(true);
  });

  test('has the packages for both engines', () => {
    expect(runsOf(build).slice(-2)[0].trim().split('\n')).toEqual([
      'mkdir -p dist/release',
      'npm pack --pack-destination dist/release',
      'cd dist/cdktn',
      'npm pack --pack-destination ../release',
    ]);
  });

  test('has the projects to start from', () => {
    expect(runsOf(build).pop()!.trim().split('\n')).toEqual([
      'npm run starter',
      'cp dist/starter/starter-*.zip dist/release',
    ]);
    expect(runsOf(announce).join()).toContain('./*.zip');
  });

  test('is published with provenance, by the identity of the workflow', () => {
    expect(publish.needs).toBe('build');
    expect(publish.permissions).toEqual({ 'id-token': 'write' });
    const [each] = runsOf(publish);
    expect(each.split('\n').map((line) => line.trim())).toEqual([
      'for package in ./*.tgz; do',
      'npm publish "$package" --provenance --access public',
      'done',
      '',
    ]);
  });

  test('is announced when it is published', () => {
    expect(announce.needs).toBe('publish');
    expect(announce.permissions).toEqual({ contents: 'write' });
  });
});

import { join } from 'path';
import { parse } from 'yaml';
import { Job, lint, readCi, README } from '../support/pipelines';

const FILES = ['deploy-zip.yml', 'deploy-image.yml'];
const jobsOf = (file: string): Record<string, Job> => parse(readCi(file)).jobs;
const runs = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? []);
const usesIn = (file: string): string[] => [...readCi(file).matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
const loginOf = ({ steps }: Job) => steps.findIndex(({ uses }) => uses?.startsWith('azure/login@'));

describe.each(FILES)('%s', (file) => {
  const jobs = jobsOf(file);

  test('has nothing that actionlint reports', () => {
    const { status, output } = lint(join(__dirname, '..', '..', 'examples', 'ci', file));
    expect(output).toContain('passed lint checks');
    expect(status).toBe(0);
  });

  test('uses the actions of the workflow that deploys stacks, at the same commits', () => {
    expect(usesIn('github-actions.yml')).toEqual(expect.arrayContaining(usesIn(file)));
  });

  test('signs in without a secret, a password or a publish profile', () => {
    expect(readCi(file)).not.toMatch(/secrets\b|creds:|SECRET|PASSWORD|--password|publish-profile|admin-enabled/);
    const logins = Object.values(jobs).flatMap((job) => job.steps[loginOf(job)] ?? []);
    logins.forEach((login) =>
      expect(login.with).toEqual({
        'client-id': expect.stringMatching(/^\$\{\{ vars\.AZURE_(CODE|PUSH)_CLIENT_ID \}\}$/),
        'tenant-id': '${{ vars.AZURE_TENANT_ID }}',
        'subscription-id': '${{ vars.AZURE_SUBSCRIPTION_ID }}',
      }),
    );
  });

  test('runs for main alone, one deployment after another', () => {
    const { on, permissions, concurrency } = parse(readCi(file));
    expect(on).toEqual({ push: { branches: ['main'] } });
    expect(permissions).toEqual({});
    expect(concurrency['cancel-in-progress']).toBe(false);
  });

  test('swaps last, in an environment, where nothing of the repository runs', () => {
    const { deploy } = jobs;
    expect(deploy.environment).toBe('production');
    expect(deploy.permissions).toEqual({ 'id-token': 'write' });
    expect(deploy.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))).toBe(false);
    expect(runs(deploy).at(-1)).toMatch(/^az webapp deployment slot swap .*--slot "\$SLOT"$/);
    expect(runs(deploy).every((command) => /--slot "\$SLOT"/.test(command))).toBe(true);
  });

  test('is in the README, with the principals that it signs in as', () => {
    expect(README).toContain(`(${file})`);
    [...readCi(file).matchAll(/vars\.(\w+)/g)].forEach(([, name]) => expect(README).toContain(name));
  });
});

test('a zip is built where nobody is signed in, and deployed from inside the network', () => {
  const { build, deploy } = jobsOf('deploy-zip.yml');
  expect(loginOf(build)).toBe(-1);
  expect(build.permissions).toEqual({ contents: 'read' });
  expect(deploy).toMatchObject({ needs: 'build', 'runs-on': '${{ vars.NETWORK_RUNNER }}' });
  expect(runs(deploy)[0]).toMatch(/^az webapp deploy .*--type zip --src-path app\.zip$/);
});

test('an image is built before anybody signs in, pushed from inside the network, and named by its commit', () => {
  const { push, deploy } = jobsOf('deploy-image.yml');
  const commands = push.steps.map(({ run }) => run ?? '');
  expect(commands.findIndex((run) => run.startsWith('docker build'))).toBeLessThan(loginOf(push));
  expect(push).toMatchObject({ 'runs-on': '${{ vars.NETWORK_RUNNER }}', environment: 'registry' });
  expect(runs(push)).toEqual([
    'docker build --tag "$IMAGE" .',
    'az acr login --name "$REGISTRY"',
    'docker push "$IMAGE"',
    'docker logout "$REGISTRY.azurecr.io"',
  ]);
  expect(parse(readCi('deploy-image.yml')).env.IMAGE).toMatch(/:\$\{\{ github\.sha \}\}$/);
  expect(deploy.needs).toBe('push');
  expect(runs(deploy)[0]).toContain('--linux-fx-version "DOCKER|$IMAGE"');
});

import { join } from 'path';
import { Job, lint, readCi, WORKFLOW } from '../support/pipelines';

const TEXT = readCi('github-actions.yml');
const { test: tests, report, diff, deploy } = WORKFLOW.jobs;
const runs = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? []);
const actions = ({ steps }: Job): string[] => steps.flatMap(({ uses }) => uses?.split('@')[0] ?? []);
const OF_NO_FORK = 'github.event.pull_request.head.repo.full_name == github.repository';

test('actionlint has nothing against the workflow', () => {
  const { status, output } = lint(join(__dirname, '..', '..', 'examples', 'ci', 'github-actions.yml'));
  expect(output).toContain('Checking 1 workflow file');
  expect(output).toContain('passed lint checks');
  expect(status).toBe(0);
});

describe('actions', () => {
  const uses = [...TEXT.matchAll(/uses: (.*)$/gm)].map(([, action]) => action);

  test('are pinned to a commit, with the release beside it', () => {
    expect(uses.length).toBeGreaterThan(10);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+(\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual(
      [],
    );
  });

  test('are the same wherever they are used', () => {
    expect(new Set(uses).size).toBe(new Set(uses.map((action) => action.split('@')[0])).size);
  });

  test('leave no token of the repository behind', () => {
    const checkouts = Object.values(WORKFLOW.jobs).flatMap(({ steps }) =>
      steps.filter((step) => step.uses?.startsWith('actions/checkout@')),
    );
    expect(checkouts).toHaveLength(4);
    checkouts.forEach((checkout) => expect(checkout.with).toEqual({ 'persist-credentials': false }));
  });

  test('are those of GitHub, Azure and HashiCorp alone', () => {
    const owners = new Set(uses.map((action) => action.split('/')[0]));
    expect([...owners].sort()).toEqual(['actions', 'azure', 'github', 'hashicorp']);
  });
});

describe('rights', () => {
  test('are none for all jobs, and for each job what it needs', () => {
    expect(WORKFLOW.permissions).toEqual({});
    const permissions = Object.entries(WORKFLOW.jobs).map(([job, { permissions: own }]) => [job, own]);
    expect(Object.fromEntries(permissions)).toEqual({
      test: { contents: 'read' },
      report: { actions: 'read', contents: 'read', 'security-events': 'write' },
      diff: { contents: 'read', 'id-token': 'write' },
      deploy: { contents: 'read', 'id-token': 'write' },
    });
  });

  test('to write to code scanning are with a job that runs nothing of the repository', () => {
    expect(runs(report)).toEqual([]);
    expect(actions(report)).toEqual([
      'actions/checkout',
      'actions/download-artifact',
      'github/codeql-action/upload-sarif',
    ]);
  });

  test('are not those of the repository for code of a fork', () => {
    expect(Object.keys(WORKFLOW.on)).toEqual(['pull_request', 'push']);
    expect(report.if).toContain(OF_NO_FORK);
    expect(diff.if).toContain(OF_NO_FORK);
    expect(deploy.if).toBe("${{ github.event_name == 'push' && github.ref == 'refs/heads/main' }}");
  });
});

describe('signing in', () => {
  test('needs no secret', () => {
    expect(TEXT).not.toMatch(/secrets\b|\bcreds:|SECRET|PASSWORD|ACCESS_KEY|SAS_TOKEN/);
  });

  test.each([
    ['the planner', diff, 'AZURE_PLAN_CLIENT_ID'],
    ['the deployer', deploy, 'AZURE_DEPLOY_CLIENT_ID'],
  ])('is by OpenID Connect, as %s', (_, job, client) => {
    const login = job.steps.find(({ uses }) => uses?.startsWith('azure/login@'))!;
    expect(login.with).toEqual({
      'client-id': `\${{ vars.${client} }}`,
      'tenant-id': '${{ vars.AZURE_TENANT_ID }}',
      'subscription-id': '${{ vars.AZURE_SUBSCRIPTION_ID }}',
    });
    expect(job.env).toMatchObject({
      ARM_USE_OIDC: 'true',
      ARM_USE_CLI: 'false',
      ARM_CLIENT_ID: login.with!['client-id'],
      ARM_TENANT_ID: login.with!['tenant-id'],
      ARM_SUBSCRIPTION_ID: login.with!['subscription-id'],
    });
  });
});

describe('what runs', () => {
  test('on a pull request are tests and a plan, which neither locks nor changes anything', () => {
    expect(runs(tests)).toEqual(['npm ci --ignore-scripts', 'npx --no cdktf synth', 'npm test']);
    expect(runs(diff).slice(0, 2)).toEqual(['npm ci --ignore-scripts', 'npx --no cdktf diff "$STACK" --no-color']);
    expect(diff.env!.TF_CLI_ARGS_plan).toBe('-lock=false');
    expect(deploy.env).not.toHaveProperty('TF_CLI_ARGS_plan');
  });

  test('is a deployment only of main, after the plan, in an environment', () => {
    const deploying = Object.keys(WORKFLOW.jobs).filter((job) =>
      runs(WORKFLOW.jobs[job]).some((script) => /\b(deploy|apply|destroy)\b/.test(script)),
    );
    expect(deploying).toEqual(['deploy']);
    expect(deploy).toMatchObject({ needs: 'diff', environment: 'production' });
    expect(WORKFLOW.on.push).toEqual({ branches: ['main'] });
  });

  test('never is two deployments at once, nor one that is cut off', () => {
    expect(WORKFLOW.concurrency).toEqual({
      group: '${{ github.workflow }}-${{ github.ref }}',
      'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
    });
  });

  test('calls Terraform itself, not a wrapper whose output cdktf would read', () => {
    const setups = Object.values(WORKFLOW.jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('hashicorp/setup-terraform@')),
    );
    expect(setups.map((setup) => setup.with)).toEqual(
      Array(2).fill({ terraform_version: '${{ env.TERRAFORM_VERSION }}', terraform_wrapper: false }),
    );
  });
});

test('keeps only the compliance report, neither plan nor state', () => {
  const kept = Object.values(WORKFLOW.jobs).flatMap(({ steps }) =>
    steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@')).map((step) => step.with),
  );
  expect(kept).toEqual([{ name: 'compliance', path: 'cdktf.out/compliance.sarif', 'if-no-files-found': 'error' }]);
  const [download, upload] = report.steps.slice(1).map((step) => step.with!);
  expect(download).toEqual({ name: 'compliance', path: 'compliance' });
  expect(upload.sarif_file).toBe('compliance/compliance.sarif');
});

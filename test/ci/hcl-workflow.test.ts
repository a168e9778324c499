import { existsSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { ACTION } from '../support/action';
import { read, ROOT } from '../support/markdown';
import { Job, lint, readCi, runWith, WORKFLOW } from '../support/pipelines';

const FILE = 'examples/hcl/workflow.yml';
const OWN = 'cdktf-azure-secure-signalr/cdktf-azure-secure-signalr';
const { jobs, permissions, on } = parse(read(FILE)) as { jobs: Record<string, Job>; permissions: object; on: object };
const { plan } = jobs;
const runs = plan.steps.flatMap(({ run }) => run ?? []);
const last = plan.steps[plan.steps.length - 1];

test('actionlint has nothing against the workflow', () => {
  const { status, output } = lint(join(ROOT, FILE));
  expect(output).toContain('passed lint checks');
  expect(status).toBe(0);
});

test('its actions are at the commits of the pipelines, but for the own one, which is not released yet', () => {
  const uses = [...read(FILE).matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
  expect(uses).toHaveLength(4);
  expect(uses.filter((action) => !readCi('github-actions.yml').includes(`uses: ${action}\n`))).toEqual([`${OWN}@main`]);
  expect(plan.steps[0].with).toEqual({ 'persist-credentials': false });
});

test('it has the permissions that the page of the command names, and those to sign in', () => {
  expect(permissions).toEqual({});
  expect(plan.permissions).toEqual({
    contents: 'read',
    'id-token': 'write',
    'pull-requests': 'write',
    actions: 'read',
    'security-events': 'write',
  });
  const page = read('docs/check.md');
  const named = Object.entries(plan.permissions).filter(([name]) => name !== 'id-token');
  expect(named.filter(([name, value]) => !page.includes(`\`${name}: ${value}\``))).toEqual([]);
});

test('it runs nothing for forks, and needs no secret', () => {
  expect(Object.keys(on)).toEqual(['pull_request']);
  expect(plan.if).toBe('${{ github.event.pull_request.head.repo.full_name == github.repository }}');
  expect(read(FILE)).not.toMatch(/secrets\b|SECRET|PASSWORD|ACCESS_KEY/);
});

test('it plans without a lock, keeps the plan on its machine, and changes nothing', () => {
  expect(runs.map((run) => run.split(' ').slice(0, 2).join(' '))).toEqual([
    'terraform init',
    'terraform plan',
    'terraform show',
  ]);
  expect(runs[1]).toContain('-lock=false -out="$RUNNER_TEMP/tfplan"');
  runs.forEach((run) => expect(runWith(run, 'bash', '-n')).toEqual({ status: 0, output: '' }));
  expect(read(FILE)).not.toMatch(/upload-artifact|apply|destroy/);
  const setup = plan.steps.find(({ uses }) => uses?.startsWith('hashicorp/setup-terraform@'))!;
  expect(setup.with!.terraform_version).toBe(WORKFLOW.env.TERRAFORM_VERSION);
});

test('it gives the action inputs that it has, and files that are there', () => {
  expect(last.uses).toBe(`${OWN}@main`);
  expect(Object.keys(last.with!).filter((input) => !(input in ACTION.inputs))).toEqual([]);
  expect(last.with!.plan).toBe('${{ runner.temp }}/plan.json');
  expect(existsSync(join(ROOT, 'examples', 'hcl', last.with!.accept))).toBe(true);
});

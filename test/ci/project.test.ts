import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { bin, devDependencies } from '../../package.json';
import { Estate } from '../../src/check/private/reading/estate';
import { runCommand } from '../check/support/command';
import { bodies, newExample } from '../support/examples';
import { CDKTF, PACKAGE, PIPELINE, readCi, README, runWith, scripts, WORKFLOW } from '../support/pipelines';
import { TerraformJson } from '../support/synth';

/** The stacks of an example, and the folder they were synthesized to. */
function synthesized(name: string) {
  const app = newExample(name);
  app.synth();
  const file = join(app.outdir, 'stacks', name, 'cdk.tf.json');
  const json: TerraformJson & { terraform: any } = JSON.parse(readFileSync(file, 'utf8'));
  return { outdir: app.outdir, json };
}

const STACK = WORKFLOW.env.STACK;
const { outdir, json } = synthesized(STACK);

describe('the trust of GitHub', () => {
  /** What the block of the page asks Azure to trust, with stand-ins for the command lines of GitHub and Azure. */
  function subjects(old: boolean): string[] {
    const [block] = /^SUBJECT=[^]*?(?=\n```)/m.exec(README)!;
    const script = [
      'REPO=contoso/chat PLANNER=1 DEPLOYER=2',
      'gh() { [ "$2" = repos/contoso/chat ] && echo repo:contoso@11/chat@22; }',
      `az() { echo "\${*: -1}"; }`,
      old ? block.replace(/^# (?=SUBJECT)/m, '') : block,
    ].join('\n');
    const { status, output } = runWith(script, 'bash', '-eu');
    expect(status).toBe(0);
    return [...output.matchAll(/"subject": "([^"]*)"/g)].map(([, subject]) => subject);
  }

  test.each([
    ['new', false, 'repo:contoso@11/chat@22'],
    ['older', true, 'repo:contoso/chat'],
  ])('is in the form of subjects of a repository that is %s', (_, old, prefix) => {
    expect(subjects(old)).toEqual([
      `${prefix}:pull_request`,
      `${prefix}:ref:refs/heads/main`,
      `${prefix}:environment:production`,
    ]);
  });
});

describe('both pipelines', () => {
  test.each(scripts())('%s runs what bash can read', (_, script) => {
    expect(runWith(script, 'bash', '-n')).toEqual({ status: 0, output: '' });
  });

  test('call only scripts and programs that the project has', () => {
    const called = scripts().flatMap(([, script]) => [...script.matchAll(/\bnp(?:m (?:run )?|x --no )([\w-]+)/g)]);
    const names = new Set(called.map(([, name]) => name));
    expect([...names].sort()).toEqual(['cdktf', 'ci', 'secure-signalr', 'test']);
    expect(bin).toHaveProperty('secure-signalr');
    expect(PACKAGE.scripts).toHaveProperty('test');
    expect(PACKAGE.devDependencies).toHaveProperty('cdktf-cli');
    // Else npx would fetch a program from the registry.
    expect(scripts().filter(([, script]) => /npx (?!--no )/.test(script))).toEqual([]);
  });

  test('deploy the same stack, which is that of an example', () => {
    expect(PIPELINE.variables.STACK).toBe(STACK);
    expect(existsSync(join(outdir, 'stacks', STACK, 'cdk.tf.json'))).toBe(true);
  });

  test('find the compliance report where synth writes it', () => {
    expect(existsSync(join(outdir, 'compliance.sarif'))).toBe(true);
    // cdktf writes to cdktf.out where its file names no other folder.
    expect(CDKTF).not.toHaveProperty('output');
    ['github-actions.yml', 'azure-pipelines.yml'].forEach((file) =>
      expect(readCi(file)).toContain('cdktf.out/compliance.sarif'),
    );
  });

  test('have the versions that the README tells', () => {
    const [, node, terraform, cli] = README.match(
      /Versions: Node\.js (\d+), Terraform ([\d.]+), cdktf-cli ([\d.]+)\./,
    )!;
    expect(WORKFLOW.env).toMatchObject({ NODE_VERSION: node, TERRAFORM_VERSION: terraform });
    expect(PIPELINE.variables).toMatchObject({ NODE_VERSION: `${node}.x`, TERRAFORM_VERSION: terraform });
    expect(PACKAGE.devDependencies).toMatchObject({ 'cdktf-cli': cli, '@types/node': `^${node}` });
  });
});

describe('the project', () => {
  test('has the versions that the library is tested with', () => {
    const { 'cdktf-azure-secure-signalr': library, ...others } = PACKAGE.dependencies;
    expect(library).toMatch(/^file:.*\.tgz$/);
    Object.entries(others).forEach(([name, version]) =>
      expect([name, version]).toEqual([name, devDependencies[name as keyof typeof devDependencies]]),
    );
    expect(PACKAGE.devDependencies['cdktf-cli']).toBe(PACKAGE.dependencies.cdktf);
  });

  test('keeps its state in the account of the state backend, without a key', () => {
    const { storage_account_name, container_name, use_azuread_auth } = json.terraform.backend.azurerm;
    const state = synthesized('state-backend').json;
    const [account] = bodies(state, 'azurerm_storage_account');
    const [container] = bodies(state, 'azurerm_storage_container');
    expect([storage_account_name, container_name, use_azuread_auth]).toEqual([account.name, container.name, true]);
  });
});

test('the plan that creates the stack opens what the README expects, which is what the profile has', async () => {
  const [, accept] = README.match(/```yaml\n([\s\S]*?)```/)!;
  const files = {
    'empty.json': JSON.stringify({
      resource: { azurerm_resource_group: { main: { name: 'rg', location: 'centralus' } } },
    }),
    'stack.json': JSON.stringify(json),
    'accept.yaml': accept,
  };
  const argv = ['diff', 'empty.json', 'stack.json', '--accept'];
  const expected = await runCommand([...argv, 'accept.yaml'], { files, read: (inputs) => Estate.of(inputs) });
  expect(expected.stdout).toMatch(/^Holds/);
  expect(expected.exitCode).toBe(0);
  expect(expected.stdout).toContain('\nOpens as expected\n');
  const unexpected = await runCommand(argv.slice(0, -1), { files, read: (inputs) => Estate.of(inputs) });
  expect(unexpected.stdout).toContain('\nOpens as the profile has it\n');
  expect(unexpected.exitCode).toBe(0);
});

describe('the README', () => {
  test('tells each variable, connection and environment', () => {
    const variables = [...readCi('github-actions.yml').matchAll(/vars\.(\w+)/g)].map(([, name]) => name);
    const connections = [...readCi('azure-pipelines.yml').matchAll(/azureSubscription: (\S+)/g)].map(
      ([, name]) => name,
    );
    const names = new Set([...variables, ...connections, WORKFLOW.jobs.deploy.environment!]);
    expect(names.size).toBe(7);
    expect([...names].filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
  });

  test('has commands that bash can read, and a role that is JSON', () => {
    const commands = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block);
    expect(commands.length).toBeGreaterThan(4);
    commands.forEach((block) => expect(runWith(block, 'bash', '-n')).toEqual({ status: 0, output: '' }));
    const [, role] = README.match(/<<END\n([\s\S]*?)\nEND/)!;
    expect(JSON.parse(role).Actions).toContain('Microsoft.SignalRService/SignalR/listkeys/action');
  });

  test('lets GitHub be the deployer in the environment alone', () => {
    const trusted = [...README.matchAll(/^trust "\$(\w+)" \S+ (\S+)$/gm)].map(([, ...pair]) => pair);
    expect(trusted).toEqual([
      ['PLANNER', 'pull_request'],
      ['PLANNER', 'ref:refs/heads/main'],
      ['DEPLOYER', `environment:${WORKFLOW.jobs.deploy.environment}`],
    ]);
  });
});

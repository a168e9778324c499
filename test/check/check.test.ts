import { runCommand, World } from './support/command';
import { estate, EstateOptions } from './support/estates';
import { UnreadableInput } from '../../src/check/private/estate';

const PUBLIC_SERVERS = { isPublic: ['ClientConnection', 'ServerConnection'] };

const filesOf = (options: EstateOptions = {}, more: object = {}) => ({
  'plan.json': JSON.stringify({ after: estate(options), ...more }),
});

const run = (options: EstateOptions, ...argv: string[]) =>
  runCommand(['check', 'plan.json', ...argv], { files: filesOf(options) });

/** The lines of a section of the text. */
function section(text: string, title: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(title);
  if (from < 0) return [];
  const to = lines.indexOf('', from);
  return lines.slice(from + 1, to);
}

describe('check', () => {
  test('says the verdict first, then who reaches each service', async () => {
    const { stdout, exitCode } = await run(PUBLIC_SERVERS);
    expect(exitCode).toBe(1);
    expect(stdout.split('\n')[0]).toBe('Does not hold: 1 opened, 9 violated, 0 unknown; 5 warnings.');
    expect(section(stdout, 'Who reaches what')).toEqual([
      '  sigr-chat  ServerConnection  allowed publicly: internet; allowed privately: app-chat-web, private endpoint pep-chat',
      '  sigr-chat  ClientConnection  allowed publicly: internet; denied: app-chat-web, private endpoint pep-chat',
      '  sigr-chat  RESTAPI           allowed privately: app-chat-web, private endpoint pep-chat; denied: internet',
      '  sigr-chat  Trace             denied: internet, app-chat-web, private endpoint pep-chat',
    ]);
    expect(section(stdout, 'Open to the internet, or not as expected')).toEqual([
      '  nac/allowed  ServerConnection from internet to sigr-chat  plan.json',
      '      the rules of the public network allow ServerConnection (azurerm_signalr_service_network_acl.chat)',
    ]);
  });

  test('says what is violated, and once what to do', async () => {
    const { stdout } = await run({ apps: { web: 'app-chat-web', admin: 'app-chat-admin' } });
    const violated = section(stdout, 'Violated');
    expect(violated.filter((line) => line.includes('no managed identity'))).toHaveLength(2);
    expect(violated.filter((line) => line === '      > Add an identity block.')).toHaveLength(1);
    expect(stdout).not.toContain('this library');
  });

  test('says what is unknown and why', async () => {
    const { stdout } = await run({ localAuth: '${var.local_auth}' });
    expect(section(stdout, 'Unknown, and what decides')[0]).toBe(
      '  SIG2  sigr-chat (azurerm_signalr_service.chat)  plan.json',
    );
  });

  test('joins paths that one thing keeps unknown', async () => {
    const plan = estate({ apps: { web: 'app-chat-web', admin: 'app-chat-admin' } });
    const links = {
      main: { ...plan.resource!.azurerm_private_dns_zone_virtual_network_link.main, count: '${var.links}' },
    };
    const resource = { ...plan.resource, azurerm_private_dns_zone_virtual_network_link: links };
    const { stdout } = await runCommand(['check', 'plan.json'], {
      files: { 'plan.json': JSON.stringify({ resource }) },
    });
    const [head, why] = section(stdout, 'Unknown, and what decides');
    expect(head).toBe('  dns/unknown  ServerConnection, RESTAPI from app-chat-web, app-chat-admin to sigr-chat');
    expect(why).toContain('var.links');
  });

  test('names some of many apps', async () => {
    const apps = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`a${index}`, `app-${index}`]));
    const { stdout } = await run({ apps });
    expect(section(stdout, 'Who reaches what')[0]).toBe(
      '  sigr-chat  ServerConnection  allowed privately: app-0, app-1, app-2, app-3, app-4, app-5, 25 more; denied: internet',
    );
  });

  test('ends with notes: of the files, of what they lack', async () => {
    const notes = ['The plan is incomplete.'];
    const missing = [{ id: '/subscriptions/1/x', advice: 'give the state of the hub' }];
    const { stdout } = await runCommand(['check', 'plan.json'], { files: filesOf({}, { notes, missing }) });
    expect(stdout.endsWith('Notes\n  The plan is incomplete.\n  /subscriptions/1/x: give the state of the hub\n')).toBe(
      true,
    );
  });

  test('says where there is nothing to judge', async () => {
    const { stdout, exitCode } = await runCommand(['check', 'a.json'], { files: { 'a.json': '{}' } });
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      'Holds: 0 opened, 0 violated, 0 unknown.\n\nNotes\n  The configuration has no SignalR service, so there are no paths.\n',
    );
  });

  test('joins several files', async () => {
    const { resource = {} } = estate();
    const { azurerm_linux_web_app: apps, ...rest } = resource;
    const files = {
      'hub.json': JSON.stringify({ resource: rest }),
      'apps.json': JSON.stringify({ resource: { azurerm_linux_web_app: apps } }),
    };
    const { stdout } = await runCommand(['check', 'hub.json', 'apps.json', '--format', 'json'], { files });
    expect(JSON.parse(stdout).sections.reach.entries).toHaveLength(4);
  });

  test('reads the standard input, and the stacks of a synthesized folder', async () => {
    const text = JSON.stringify(estate());
    const names: string[][] = [];
    const read: World['read'] = (inputs) => {
      names.push(inputs.map(({ name }) => name));
      throw new UnreadableInput('enough');
    };
    await runCommand(['check', '-'], { stdin: text, read });
    const files = {
      'cdktf.out/manifest.json': '{}',
      'cdktf.out/stacks/spoke/cdk.tf.json': text,
      'cdktf.out/stacks/hub/cdk.tf.json': text,
    };
    await runCommand(['check', 'cdktf.out'], { files, read });
    await runCommand(['check', 'cdktf.out/stacks/hub'], { files, read });
    expect(names).toEqual([
      ['standard input'],
      ['cdktf.out/stacks/hub/cdk.tf.json', 'cdktf.out/stacks/spoke/cdk.tf.json'],
      ['cdktf.out/stacks/hub/cdk.tf.json'],
    ]);
  });
});

describe('the exit code', () => {
  const OPEN = { isPublic: ['ClientConnection', 'ServerConnection'] };
  const UNKNOWN = { localAuth: '${var.local_auth}' };
  const ACCEPTED = `acknowledgements: [${['APP6', 'APP7', 'SIG5', 'LOG1', 'LOG2', 'NET1', 'NAC3']
    .map((rule) => `{ rule: ${rule}, reason: Accepted by a test }`)
    .join(', ')}]`;

  test.each<[string, EstateOptions, string[], number]>([
    ['0 where nothing is open', {}, ['--fail-on', 'opened'], 0],
    ['1 where server traffic is open to the internet', OPEN, ['--fail-on', 'opened'], 1],
    ['1 where a rule is violated', {}, [], 1],
    ['1 where a rule is violated and unknown counts too', {}, ['--fail-on', 'unknown'], 1],
    ['0 where all is accepted', OPEN, ['--accept', 'accept.yaml'], 0],
    ['0 where what is unknown does not count', UNKNOWN, ['--accept', 'accept.yaml'], 0],
    ['1 where what is unknown counts', UNKNOWN, ['--accept', 'accept.yaml', '--fail-on', 'unknown'], 1],
    ['0 where nothing counts', OPEN, ['--fail-on', 'never'], 0],
  ])('is %s', async (_, options, argv, expected) => {
    const { exitCode } = await runCommand(['check', 'plan.json', ...argv], {
      files: { ...filesOf(options), 'accept.yaml': ACCEPTED },
    });
    expect(exitCode).toBe(expected);
  });

  test('is that of the level, which the verdict names', async () => {
    expect((await run({}, '--fail-on', 'opened')).stdout).toMatch(/^Holds for --fail-on opened: 0 opened, 8 violated/);
    expect((await run(OPEN, '--fail-on', 'never')).stdout).toMatch(/^Does not hold: 1 opened/);
  });

  test.each<[string, string[], string]>([
    ['a file that is not there', ['check', 'none.json'], 'secure-signalr: there is no file none.json\n'],
    ['what the reader refuses', ['check', 'text.json'], 'secure-signalr: text.json is not JSON\n'],
    [
      'a folder without stacks',
      ['check', 'folder'],
      'secure-signalr: folder is a folder without synthesized stacks; give a plan or state that "terraform show -json" wrote, or the folder that "cdktf synth" wrote, such as cdktf.out\n',
    ],
    [
      'the standard input twice',
      ['check', '-', '-'],
      'secure-signalr: - is given twice, and the standard input can be read once\n',
    ],
    ['an unknown option', ['check', 'plan.json', '--frob'], "secure-signalr: unknown option '--frob'\n"],
    ['no file', ['check'], "secure-signalr: missing required argument 'file'\n"],
    [
      'an unknown level',
      ['check', 'plan.json', '--fail-on', 'all'],
      "secure-signalr: option '--fail-on <level>' argument 'all' is invalid. Allowed choices are opened, violated, unknown, never.\n",
    ],
  ])('is 2 for %s', async (_, argv, stderr) => {
    const files = { ...filesOf(), 'text.json': 'Error: no plan', 'folder/main.tf': '' };
    expect(await runCommand(argv, { files })).toMatchObject({ exitCode: 2, stdout: '', stderr });
  });

  test('is 2 for a plan file as Terraform saves it', async () => {
    const { exitCode, stderr } = await runCommand(['check', 'tfplan'], {
      files: { tfplan: Buffer.from('PK\u0003\u0004') },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'secure-signalr: tfplan is a plan file of Terraform; run "terraform show -json tfplan" and give what it prints\n',
    );
  });

  test('is 2 for a fault, of which no value is shown', async () => {
    const read = () => {
      throw new TypeError('cannot read SENSITIVE-MARKER');
    };
    const outcome = await runCommand(['check', 'plan.json'], { files: filesOf(), read });
    expect(outcome).toMatchObject({
      exitCode: 2,
      stderr:
        'secure-signalr: the files cannot be judged; this is a fault of secure-signalr (TypeError), please report it\n',
    });
  });

  test('is 0 for the version and for help, which has examples', async () => {
    expect(await runCommand(['--version'])).toMatchObject({ exitCode: 0, stdout: '1.2.3\n' });
    const { exitCode, stdout } = await runCommand(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('terraform show -json tfplan > plan.json');
    for (const option of [
      '--profile',
      '--accept',
      '--fail-on',
      '--out',
      '--commit',
      '--pipeline',
      '--time',
      '--format',
    ]) {
      expect((await runCommand(['check', '--help'])).stdout).toContain(option);
    }
  });
});

describe('a profile', () => {
  test('holds clients to private networks too', async () => {
    const { stdout } = await run({}, '--profile', 'isolated');
    expect(stdout).toContain('SIG6');
    expect((await run({})).stdout).not.toContain('SIG6');
  });
});

describe('reports', () => {
  test('are written into a folder', async () => {
    const { written } = await run({ isLinked: false }, '--out', 'reports');
    expect(Object.keys(written).sort()).toEqual(
      [
        'SHA256SUMS',
        'acknowledgements.json',
        'compliance.csv',
        'compliance.html',
        'compliance.json',
        'compliance.md',
        'compliance.sarif',
        'connectivity.html',
        'connectivity.json',
        'connectivity.md',
        'connectivity.svg',
        'controls.json',
        'evidence.html',
        'index.html',
        'private-names.json',
        'provenance.json',
        'roles.json',
        'security-rules.json',
      ].map((name) => `/repo/reports/${name}`),
    );
    expect(written['/repo/reports/compliance.html']).toContain('plan.<wbr>json');
    expect(written['/repo/reports/connectivity.html']).toContain('Connectivity of the configuration');
    const { results } = JSON.parse(written['/repo/reports/compliance.sarif']).runs[0];
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('plan.json');
  });
});

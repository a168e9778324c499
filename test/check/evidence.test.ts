import { createHash } from 'crypto';
import { CWD, runCommand, World } from './support/command';
import { estate } from './support/estates';
import { Estate } from '../../src/check/private/reading/estate';

const PLAN = JSON.stringify(estate());
const ACCEPT = `acknowledgements:
  - { rule: LOG1, reason: Logs are sent by a policy., owner: team-logs }
`;
const LOCK = 'provider "registry.terraform.io/hashicorp/azurerm" {\n  version = "4.55.0"\n}\n';

const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** Runs the command, and gives what it wrote by the names of the files. */
async function pack(argv: readonly string[], world: World = {}) {
  const files = { 'plan.json': PLAN, ...world.files };
  const { written, ...outcome } = await runCommand([...argv, '--out', 'evidence'], { ...world, files });
  const names = Object.keys(written).map((path) => [path.slice(`${CWD}/evidence/`.length), written[path]]);
  const byName: Record<string, string> = Object.fromEntries(names);
  return { ...outcome, files: byName, json: (name: string) => JSON.parse(byName[name]) };
}

describe('--out', () => {
  test('names each input with its hash and what it is for', async () => {
    const files = { 'accept.yaml': ACCEPT, 'infra/.terraform.lock.hcl': LOCK, 'hub.json': PLAN, 'old.json': PLAN };
    const argv = ['diff', 'old.json', 'plan.json', '--with', 'hub.json', '--accept', 'accept.yaml', '--root', 'infra'];
    const { json } = await pack(argv, { files });
    expect(json('provenance.json')).toEqual({
      schemaVersion: 1,
      title: 'the configuration',
      library: { name: 'cdktf-azure-secure-signalr', version: '1.2.3' },
      inputs: [
        { name: 'old.json', use: 'before', sha256: hashOf(PLAN) },
        { name: 'plan.json', use: 'estate', sha256: hashOf(PLAN) },
        { name: 'hub.json', use: 'estate', sha256: hashOf(PLAN) },
        { name: 'accept.yaml', use: 'accept', sha256: hashOf(ACCEPT) },
        {
          name: 'infra/.terraform.lock.hcl',
          use: 'lock',
          sha256: hashOf(LOCK),
          providers: [{ name: 'azurerm', source: 'registry.terraform.io/hashicorp/azurerm', version: '4.55.0' }],
        },
      ],
    });
    expect(json('acknowledgements.json').acknowledgements).toMatchObject([{ rule: 'LOG1', owner: 'team-logs' }]);
  });

  test('hashes the bytes of a file, whatever their encoding, and the standard input', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLAN, 'utf16le')]);
    const { json } = await pack(['check', 'wide.json', '-'], { files: { 'wide.json': bytes }, stdin: PLAN });
    expect(json('provenance.json').inputs).toEqual([
      { name: 'wide.json', use: 'estate', sha256: hashOf(bytes) },
      { name: 'standard input', use: 'estate', sha256: hashOf(PLAN) },
    ]);
  });

  test('names versions of the files', async () => {
    const state = {
      format_version: '1.0',
      terraform_version: '1.9.8',
      values: {
        root_module: {
          resources: [
            {
              address: 'azurerm_resource_group.a',
              mode: 'managed',
              type: 'azurerm_resource_group',
              name: 'a',
              values: {},
            },
          ],
        },
      },
    };
    const stack = { terraform: { required_providers: { azurerm: '4.55.0' } }, resource: {} };
    const files = { 'state.json': JSON.stringify(state), 'cdktf.out/stacks/Chat/cdk.tf.json': JSON.stringify(stack) };
    const { json } = await pack(['check', 'state.json', 'cdktf.out'], { files, read: (inputs) => Estate.of(inputs) });
    expect(json('provenance.json').inputs).toMatchObject([
      { name: 'state.json', terraform: '1.9.8' },
      { name: 'cdktf.out/stacks/Chat/cdk.tf.json', providers: [{ name: 'azurerm', constraint: '4.55.0' }] },
    ]);
  });

  test('names no folder of the machine', async () => {
    const { files, json, stderr } = await pack(['check', `${CWD}/infra/plan.json`, '/tmp/../repo/plan.json'], {
      files: { 'infra/plan.json': PLAN },
    });
    expect(stderr).toBe('');
    expect(json('provenance.json').inputs.map(({ name }: { name: string }) => name)).toEqual([
      'infra/plan.json',
      'plan.json',
    ]);
    expect(Object.entries(files).filter(([, text]) => text.includes(`${CWD}/`))).toEqual([]);
  });

  test('has sums of all that it writes', async () => {
    const { files } = await pack(['check', 'plan.json']);
    const { SHA256SUMS, ...others } = files;
    const sums = Object.keys(others)
      .sort()
      .map((name) => `${hashOf(others[name])}  ${name}\n`);
    expect(SHA256SUMS).toBe(sums.join(''));
  });

  test('writes the same bytes again, and other bytes of other input', async () => {
    const [one, again] = [await pack(['check', 'plan.json']), await pack(['check', 'plan.json'])];
    expect(again.files).toEqual(one.files);
    const other = await pack(['check', 'plan.json'], { files: { 'plan.json': ` ${PLAN}` } });
    const changed = Object.keys(one.files).filter((name) => one.files[name] !== other.files[name]);
    expect(changed.sort()).toEqual(['SHA256SUMS', 'evidence.html', 'provenance.json']);
  });

  test('of diff is of what will be', async () => {
    const files = { 'plan.json': JSON.stringify({ before: estate(), after: estate({ isLinked: false }) }) };
    const { json } = await pack(['diff', 'plan.json'], { files });
    expect(json('private-names.json').networks[0].zones).toEqual([]);
  });
});

describe('--commit, --pipeline and --time', () => {
  const GIVEN = ['--commit', '8f14e45', '--pipeline', 'https://ci.contoso.com/17', '--time', '2026-01-31T12:00:00Z'];

  test('are named', async () => {
    const { json, files } = await pack(['check', 'plan.json', ...GIVEN]);
    expect(json('provenance.json')).toMatchObject({
      commit: '8f14e45',
      pipeline: 'https://ci.contoso.com/17',
      time: '2026-01-31T12:00:00Z',
    });
    expect(files['evidence.html']).toContain('8f14e45');
  });

  test.each([
    [
      ['--time', '2026-02-30T12:00:00Z'],
      'secure-signalr: --time is not a date and time with a time zone; use ISO 8601, such as 2026-01-31T12:00:00Z\n',
    ],
    [
      ['--pipeline', 'https://ci:hunter2hunter2@ci.contoso.com'],
      'secure-signalr: --pipeline holds a password in an address; leave the secret out\n',
    ],
  ])('%j is refused', async (options, message) => {
    for (const command of ['check', 'diff']) {
      const { exitCode, stderr, files } = await pack([command, 'plan.json', ...options]);
      expect([exitCode, stderr, files]).toEqual([2, message, {}]);
    }
  });

  test('are for files alone', async () => {
    const { exitCode, stderr } = await runCommand(['check', 'plan.json', '--commit', '8f14e45'], {
      files: { 'plan.json': PLAN },
    });
    expect([exitCode, stderr]).toEqual([2, 'secure-signalr: --commit is for the files of --out; also give --out\n']);
  });
});

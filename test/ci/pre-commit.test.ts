import { parse } from 'yaml';
import manifest from '../../package.json';
import { read } from '../support/markdown';

const [hook] = parse(read('.pre-commit-hooks.yaml'));

test('the hook calls a bin of the package, and a command of it', () => {
  const [program, yes, packageOption, bin, command, ...rest] = hook.entry.split(' ');
  expect([program, yes]).toEqual(['npx', '--yes']);
  expect(packageOption).toBe('--package=cdktf-azure-secure-signalr');
  expect(manifest.bin).toHaveProperty([bin]);
  expect([bin, command, rest]).toEqual([hook.id, 'check', []]);
});

test('the hook judges all files of a commit at once', () => {
  expect(hook).toMatchObject({ id: 'secure-signalr', language: 'system', pass_filenames: true, require_serial: true });
  expect(parse(read('.pre-commit-hooks.yaml'))).toHaveLength(1);
  expect(read('docs/check.md')).toContain(`- id: ${hook.id}\n`);
});

test.each([
  ['plan.json', true],
  ['infra/hub.plan.json', true],
  ['tfplan.json', true],
  ['prod-state.json', true],
  ['hub.tfstate.json', true],
  ['cdktf.out/stacks/chat/cdk.tf.json', true],
  ['explan.json', false],
  ['package.json', false],
  ['terraform.tfstate', false],
  ['plan.json.md', false],
])('the hook takes %s: %s', (file, isTaken) => {
  expect(new RegExp(hook.files).test(file)).toBe(isTaken);
});

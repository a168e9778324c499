import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { report } from '../../examples/report';
import { EXAMPLES } from '../../examples/stacks';
import { synthesize } from '../../examples/synth';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'examples-')), 'cdktf.out');
const NO_CHAT =
  'no example chat; there are application-gateway, blue-green, container, custom-domain, governed, hub-and-spoke, landing-zone, own-names, plain-azurerm, private-only, quick-start, serverless, several-regions, state-backend';

describe('npm run synth', () => {
  const folder = newFolder();
  const told = synthesize('quick-start', folder);

  test('produces the stacks in a folder that is not there yet, and tells what and where', () => {
    const file = join(folder, 'quick-start', 'stacks', 'quick-start', 'cdk.tf.json');
    expect(told).toContain('quick-start: 24 resources, outputs signalr-hostname, signalr-private-ip, web-app-url');
    expect(told).toContain('   1  azurerm_signalr_service\n');
    expect(told).toContain(`Terraform JSON: ${relative(process.cwd(), file)}`);
    expect(existsSync(file)).toBe(true);
  });

  test('prints who reaches the service', () => {
    const lines = told.split('\n');
    const cells = (from: string) =>
      lines
        .filter((line) => line.startsWith(`| ${from}`) && line.includes(' via '))
        .map((line) => line.split('|').map((cell) => cell.trim().replace(/ via .*$/, '')))
        .flatMap((row) => row.slice(2, -1));
    expect(lines.filter((line) => line.startsWith('| From'))[0]).toMatch(
      /^\| From +\| ServerConnection +\| ClientConnection +\| RESTAPI +\| Trace +\|$/,
    );
    expect(cells('internet ')).toEqual(['✗ denied', '✓ allowed', '✗ denied', '✗ denied']);
    expect(cells('app-chat-')).toEqual(['✓ allowed', '✗ denied', '✓ allowed', '✗ denied']);
  });

  test('ends with what the rules say, and why what they find is accepted', () => {
    expect(told.split('\n').slice(-2)).toEqual([
      'Security baseline: 91 checks, of severity error or warning: 0 violated, 0 unknown, 1 acknowledged',
      '- OUT2 (RemoteEncryptedState) is acknowledged: A trial of an example has no storage account for its state yet.',
    ]);
  });

  test.each(Object.keys(EXAMPLES))('takes %s, in which the rules leave nothing open', (name) => {
    const lines = synthesize(name, newFolder()).split('\n');
    const last = lines.slice(lines.findIndex((line) => line.startsWith('Security baseline: ')));
    expect(last[0]).toMatch(
      /^Security baseline: \d+ checks, of severity error or warning: 0 violated, 0 unknown, \d+ acknowledged$/,
    );
    last.slice(1).forEach((line) => expect(line).toMatch(/^- [A-Z]+\d+ \(\w+\) is acknowledged: \S.+$/));
    expect(last.length > 1).toBe(!last[0].includes(' 0 acknowledged'));
  });

  test('fails for an example that there is not, and names those that there are', () => {
    expect(() => synthesize('chat', tmpdir())).toThrow(NO_CHAT);
  });
});

describe('npm run report', () => {
  const folder = newFolder();
  const told = report('hub-and-spoke', folder);
  const file = (name: string) => join(folder, 'hub-and-spoke', name);

  test('writes both reports in all forms, and the runbook, and tells where', () => {
    const files = [
      ...['json', 'md', 'mmd', 'dot', 'html', 'svg'].map((form) => `connectivity.${form}`),
      'runbook.md',
      ...['json', 'md', 'html', 'csv', 'sarif'].map((form) => `compliance.${form}`),
    ];
    expect(told.split('\n')).toEqual(files.map((name) => relative(process.cwd(), file(name))));
    expect(readdirSync(join(folder, 'hub-and-spoke'))).toEqual(expect.arrayContaining(files));
  });

  test('tells of the services of all stacks who reaches them', () => {
    const { services } = JSON.parse(readFileSync(file('connectivity.json'), 'utf8'));
    expect(services.map(({ id }: { id: string }) => id)).toEqual([
      'spoke-chat/App/SignalR/Resource',
      'spoke-support/App/SignalR/Resource',
    ]);
  });

  test('tells of the resources of all stacks what the rules say, and what is accepted', () => {
    const { findings, acknowledgements } = JSON.parse(readFileSync(file('compliance.json'), 'utf8'));
    const stacks = findings.map(({ path }: { path: string }) => path.split('/')[0]);
    expect([...new Set(stacks)]).toEqual(['hub', 'spoke-chat', 'spoke-support']);
    expect(acknowledgements.map(({ path, rule, state }: Record<string, string>) => [path, rule, state])).toEqual([
      ['hub', 'OUT2', 'used'],
      ['spoke-chat', 'OUT2', 'used'],
      ['spoke-support', 'OUT2', 'used'],
    ]);
  });

  test('fails for an example that there is not', () => {
    expect(() => report('chat', tmpdir())).toThrow(NO_CHAT);
  });
});

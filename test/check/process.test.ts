import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { processIo } from '../../src/check/process';

const BIN = join(__dirname, '..', '..', 'bin', 'secure-signalr');
const folder = mkdtempSync(join(tmpdir(), 'secure-signalr-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiled command writes, and its exit code. */
function secureSignalr(argv: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the compiled command', () => {
  test('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
    expect(secureSignalr(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('explains a code, which stands in its bundle', () => {
    expect(secureSignalr(['explain', 'dns/not-linked'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('reads an accept file with what stands in its bundle', () => {
    writeFileSync(join(folder, 'accept.yaml'), 'acknowledgements:\n  - rule: SIG5\n');
    writeFileSync(join(folder, 'state.json'), groupState());
    expect(secureSignalr(['check', 'state.json', '--accept', 'accept.yaml'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'secure-signalr: accept.yaml:2: reason is missing\n',
    });
  });

  test('judges the standard input, and writes reports', () => {
    const { status, stdout } = secureSignalr(['check', '-', '--out', 'reports'], groupState());
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'Holds: 0 opened, 0 violated, 0 unknown.']);
    expect(readFileSync(join(folder, 'reports', 'connectivity.html'), 'utf8')).toContain('</html>');
  });

  test('has no colours where nobody looks', () => {
    expect(secureSignalr(['--help']).stdout).not.toContain('\u001b');
  });

  test('ends with a sentence for what it cannot read', () => {
    expect(secureSignalr(['check', '.'])).toMatchObject({ status: 2, stdout: '' });
    expect(secureSignalr(['check', '-'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('a process', () => {
  const io = processIo('1.0.0');

  test('has files and folders', () => {
    const file = join(folder, 'a', 'b.txt');
    io.writeFile(file, 'one');
    io.appendFile(file, ' two');
    expect(Buffer.from(io.readFile(file)).toString()).toBe('one two');
    expect(io.readFolder(join(folder, 'a'))).toEqual(['b.txt']);
    expect(io.readFolder(file)).toBeUndefined();
    expect(io.readFolder(join(folder, 'none'))).toBeUndefined();
    expect(() => io.readFile(join(folder, 'none'))).toThrow('ENOENT');
  });

  test('is one that nobody watches in tests', () => {
    expect(io.isTerminal).toBe(process.stdout.isTTY === true);
    expect(io.cwd).toBe(process.cwd());
  });
});

/** A state that has a resource group alone. */
function groupState(): string {
  const group = {
    address: 'azurerm_resource_group.main',
    mode: 'managed',
    type: 'azurerm_resource_group',
    name: 'main',
    provider_name: 'registry.terraform.io/hashicorp/azurerm',
    schema_version: 0,
    values: { name: 'rg-chat', location: 'westeurope' },
    sensitive_values: {},
  };
  return JSON.stringify({ format_version: '1.0', values: { root_module: { resources: [group] } } });
}

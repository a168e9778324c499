import { mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative } from 'path';
import { report } from '../examples/report';
import { synthesize } from '../examples/synth';

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'report-')), 'cdktf.out');

describe('npm run report', () => {
  test('writes all forms for all stacks of an example, and tells where', () => {
    const folder = newFolder();
    const told = report('hub-and-spoke', folder);
    const files = ['connectivity.json', 'connectivity.md', 'connectivity.mmd', 'connectivity.dot', 'connectivity.html'];
    expect(told.split('\n')).toEqual(files.map((file) => relative(process.cwd(), join(folder, 'hub-and-spoke', file))));
    expect(readdirSync(join(folder, 'hub-and-spoke'))).toEqual(expect.arrayContaining(files));
    const { services } = JSON.parse(readFileSync(join(folder, 'hub-and-spoke', 'connectivity.json'), 'utf8'));
    expect(services.map(({ id }: { id: string }) => id)).toEqual([
      'spoke-chat/App/SignalR/Resource',
      'spoke-support/App/SignalR/Resource',
    ]);
  });

  test('fails for an example that there is not', () => {
    expect(() => report('chat', tmpdir())).toThrow('no example chat; there are blue-green,');
  });
});

test('npm run synth prints the matrix of the main example', () => {
  const lines = synthesize('quick-start', newFolder()).split('\n');
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

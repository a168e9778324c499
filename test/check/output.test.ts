import { runCommand, World } from './support/command';
import { estate, EstateOptions } from './support/estates';
import { renderAnnotations } from '../../src/check/private/output/github';
import { renderMarkdown } from '../../src/check/private/output/markdown';
import { renderText } from '../../src/check/private/output/text';
import { Entry, Result } from '../../src/check/private/result';

const OPEN: EstateOptions = { isPublic: ['ClientConnection', 'ServerConnection'] };

const TERRAFORM = `
# The service.
resource "azurerm_signalr_service" "chat" {
}

resource "azurerm_signalr_service_network_acl" "chat" {
}
`;

const diff = (format: string, world: World = {}) =>
  runCommand(['diff', 'plan.json', '--format', format], {
    ...world,
    files: {
      'plan.json': JSON.stringify({ before: estate(), after: estate(OPEN) }),
      'network.tf': TERRAFORM,
      ...world.files,
    },
  });

/** A result with some entries of what opened. */
function resultOf(entries: readonly Entry[], notes: readonly string[] = []): Result {
  const columns = ['Code', 'What', 'Why'] as const;
  const sections = [{ id: 'opened', title: 'Opens', columns, entries, level: 'opened' as const }];
  return { command: 'diff', holds: false, summary: 'Does not hold: 1 opened.', failOn: 'violated', sections, notes };
}

describe('on a terminal', () => {
  const isColoured = async (world: World) => (await diff('text', world)).stdout.includes('\u001b[');

  test('a verdict has colours', async () => {
    expect(await isColoured({ isTerminal: true })).toBe(true);
  });

  test('it has none elsewhere, with NO_COLOR, or where there are none', async () => {
    expect(await isColoured({})).toBe(false);
    expect(await isColoured({ isTerminal: true, env: { NO_COLOR: '1' } })).toBe(false);
    expect(await isColoured({ isTerminal: true, env: { TERM: 'dumb' } })).toBe(false);
    expect(await isColoured({ isTerminal: true, env: { NO_COLOR: '' } })).toBe(true);
  });

  test('a name neither moves the cursor nor gives commands to an agent', () => {
    const hostile = '::error::x\n##vso[task.setvariable]y\u001b[2J\u202e';
    const text = renderText(resultOf([{ code: hostile, subject: hostile, message: hostile }], [hostile]), false);
    expect(text).not.toMatch(/##vso\[|\u001b|\u202e/);
    expect(text.split('\n').filter((line) => /^::/.test(line.trim()))).toEqual([]);
  });
});

describe('in Markdown', () => {
  test('a comment begins with its marker and the verdict, then what opened; the rest is folded', async () => {
    const { stdout } = await diff('markdown');
    const [marker, verdict] = stdout.split('\n');
    expect(marker).toBe('<!-- secure-signalr -->');
    expect(verdict).toBe('❌ **SignalR: Does not hold: 1 opened, 1 newly violated.**');
    expect(stdout.indexOf('**Opens**')).toBeLessThan(stdout.indexOf('**Violations that appear**'));
    expect(stdout).toContain('| nac/allowed | ServerConnection from internet to sigr-chat |');
    expect(stdout).toContain('| network.tf:6 |');
  });

  test('what opened stands before who reaches what', async () => {
    const { stdout } = await runCommand(['check', 'plan.json', '--format', 'markdown'], {
      files: { 'plan.json': JSON.stringify(estate(OPEN)) },
    });
    expect(stdout.indexOf('**Open to the internet')).toBeLessThan(stdout.indexOf('**Who reaches what**'));
    expect(stdout).toContain('<details><summary>Warnings (5)</summary>');
  });

  test('a name is text: no markup, no mention', () => {
    const name = '<img src=x> [a](b) **c** `d` | @octocat #1';
    const text = renderMarkdown(resultOf([{ code: 'x', subject: name, message: '' }]));
    expect(text).toContain('\\<img src=x\\> \\[a\\](b) \\*\\*c\\*\\* \\`d\\` \\| &#64;octocat \\#1');
  });

  test.each([10, 1_000, 20_000])('a comment on %i things is one that GitHub takes', (count) => {
    const entry = {
      code: 'nac/allowed',
      subject: 'x'.repeat(300),
      message: '|'.repeat(2_000),
      place: { file: 'a.tf', line: 1 },
    };
    const text = renderMarkdown(resultOf(Array<Entry>(count).fill(entry), Array<string>(count).fill('y'.repeat(500))));
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text).toContain('| nac/allowed |');
    if (count > 10) expect(text).toMatch(/\d+ more rows, which the reports list\./);
  });
});

describe('in a workflow', () => {
  test('findings are annotations at their lines, and the summary of the job is the comment', async () => {
    const { stdout, written } = await diff('github', { env: { GITHUB_STEP_SUMMARY: '/summary.md' } });
    const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
    expect(annotations).toHaveLength(2);
    expect(annotations[0]).toBe(
      '::error file=network.tf,line=6,title=nac/allowed ServerConnection from internet to sigr-chat::was denied, now allowed via public endpoint: the rules of the public network allow ServerConnection (azurerm_signalr_service_network_acl.chat)',
    );
    expect(annotations[1]).toMatch(/^::error file=network\.tf,line=6,title=NAC3\[Public%3A%3AServerConnection\] /);
    expect(written['/summary.md']).toBe((await diff('markdown')).stdout);
  });

  test('files are those of the repository, wherever the step runs', async () => {
    const { stdout } = await diff('github', { env: { GITHUB_WORKSPACE: '/' } });
    expect(stdout).toContain('::error file=repo/network.tf,line=6,');
  });

  test('what does not fail is a warning, and comes later', () => {
    const entries = [{ code: 'a', subject: 'b,c', message: '100%\nd' }];
    expect(renderAnnotations({ ...resultOf(entries), failOn: 'never' })).toBe('::warning title=a b%2Cc::100%25\\nd\n');
  });
});

describe('for programs', () => {
  test('a result is JSON', async () => {
    const { stdout } = await diff('json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: 'diff',
      holds: false,
      failOn: 'violated',
      sections: {
        opened: { level: 'opened', entries: [{ code: 'nac/allowed', file: 'network.tf', line: 6 }] },
        closed: { entries: [] },
      },
      notes: [],
    });
  });
});

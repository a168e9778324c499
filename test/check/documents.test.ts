import { runCommand } from './support/command';
import manifest from '../../package.json';
import { MARKER } from '../../src/check/private/output/markdown';
import { commandIn, EXAMPLE, withOutputs } from '../support/command-outputs';
import { blocksOf, documents, read } from '../support/markdown';

const shown = documents().filter((file) => read(file).includes('<!-- secure-signalr, in '));

describe('documents', () => {
  test('show what the command says', () => {
    expect(shown).toEqual(expect.arrayContaining(['README.md', 'docs/check.md', 'examples/hcl/README.md']));
  });

  test.each(shown)('%s shows what it says now; npm run rules writes it', async (file) => {
    const text = read(file);
    expect(text.match(/<!-- end -->/g)).toHaveLength(text.match(/<!-- secure-signalr, in /g)!.length);
    expect(await withOutputs(text)).toBe(text);
  });

  test('show a comment on a pull request, and the two commands that make it', () => {
    const [, section] = read('README.md').split('## With plain Terraform');
    const [first] = section.split('\n## ');
    expect(first).toContain(`${MARKER}\n❌ **SignalR: Does not hold: 1 opened`);
    const [commands] = blocksOf(first, 'sh');
    expect(commands.trim().split('\n')).toEqual([
      'terraform show -json tfplan > plan.json',
      `npx ${manifest.name} diff plan.json --format markdown`,
    ]);
  });

  test('list each command, option and format', async () => {
    const page = read('docs/check.md');
    const helps = await Promise.all(['check', 'diff'].map((command) => runCommand([command, '--help'])));
    const text = helps.map(({ stdout }) => stdout).join('\n');
    const options = new Set([...text.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option));
    expect(options.size).toBeGreaterThan(6);
    expect([...options].filter((option) => !page.includes(`| \`${option}`))).toEqual([]);
    const choices = [...text.replace(/\s+/g, ' ').matchAll(/choices: ([^,)]*(?:, "[^,)]*")*)/g)].flatMap(([, list]) =>
      [...list.matchAll(/"([\w-]+)"/g)].map(([, choice]) => choice),
    );
    expect(choices).toContain('github');
    expect(choices.filter((choice) => !page.includes(`\`${choice}\``))).toEqual([]);
  });

  test('list the reports, and the limits', async () => {
    const page = read('docs/check.md');
    const { written } = await commandIn(EXAMPLE, ['check', 'state.json', '--out', 'reports']);
    const names = Object.keys(written).map((path) => path.split('/').pop()!);
    const row = page.split('\n').find((line) => line.startsWith('| `--out` |'))!;
    const listed = row.split('`compliance').flatMap((part, index) => {
      const ends = [...part.matchAll(/(?:^|`connectivity|`)(\.\w+)`/g)].map(([, end]) => end);
      return ends.map((end) => `${index === 0 ? 'connectivity' : 'compliance'}${end}`);
    });
    expect(names.sort()).toEqual(listed.sort());
    const [, megabytes] = /MAX_MEGABYTES = (\d+);/.exec(read('src/check/private/reading/decoded.ts'))!;
    const [, pairs] = /MAX_PAIRS = ([\d_]+);/.exec(read('src/check/private/assessment.ts'))!;
    expect(page).toContain(`at most ${megabytes} MB`);
    expect(page).toContain(`more than ${pairs.replace('_', ',')} pairs`);
  });
});

import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { stringify } from 'yaml';
import { MARKER } from '../../src/check/private/output/markdown';
import { ACTION, runScript } from '../support/action';
import { read } from '../support/markdown';
import { lint, readCi } from '../support/pipelines';

const { inputs, outputs, runs } = ACTION;
const [judge, comment, upload, end] = runs.steps;

describe('the action', () => {
  test('has steps that actionlint accepts in a workflow with the same inputs', () => {
    const given = Object.entries(inputs).map(([name, { description, required }]) => [
      name,
      { description, required: required ?? false, type: 'string' },
    ]);
    const workflow = {
      on: { workflow_call: { inputs: Object.fromEntries(given) }, pull_request: {} },
      jobs: { action: { 'runs-on': 'ubuntu-24.04', steps: runs.steps } },
    };
    const file = join(mkdtempSync(join(tmpdir(), 'action-')), 'workflow.yml');
    writeFileSync(file, stringify(workflow));
    const { status, output } = lint(file);
    expect(output).toContain('passed lint checks');
    expect(status).toBe(0);
  });

  test('is composite, with a description for each input, and a default where it need not be given', () => {
    expect(runs.using).toBe('composite');
    expect(Object.keys(inputs)).toEqual(
      expect.arrayContaining([
        'plan',
        'before',
        'accept',
        'profile',
        'fail-on',
        'comment',
        'sarif',
        'version',
        'token',
      ]),
    );
    Object.entries(inputs).forEach(([name, { description, required, default: value }]) =>
      expect([name, description.length > 10, required ?? value !== undefined]).toEqual([name, true, true]),
    );
  });

  test('hands no input, and nothing of the event, to a shell as text', () => {
    const scripts = runs.steps.flatMap(({ run }) => run ?? []);
    expect(scripts).toHaveLength(3);
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    const ofEnvironment = Object.keys(inputs).filter((name) => JSON.stringify(judge.env).includes(`inputs.${name} `));
    expect(ofEnvironment).toEqual(Object.keys(inputs).filter((name) => !['comment', 'token'].includes(name)));
  });

  test('uses actions at the commits of the example', () => {
    const uses = [...read('action.yml').matchAll(/uses: (.*)$/gm)].map(([, action]) => action);
    expect(uses).toHaveLength(1);
    expect(uses.filter((action) => !readCi('github-actions.yml').includes(`uses: ${action}\n`))).toEqual([]);
  });

  test('neither comments nor uploads for a pull request of a fork, which has a token that only reads', () => {
    const ofNoFork = 'github.event.pull_request.head.repo.full_name == github.repository';
    for (const { if: condition } of [comment, upload]) {
      expect(condition).toContain(ofNoFork);
      expect(condition).toContain("github.actor != 'dependabot[bot]'");
    }
  });

  test('fails at its end, also where comment or upload fail', () => {
    expect(judge.id).toBe('judge');
    expect(end.if).toBe('${{ !cancelled() }}');
    expect(end.env).toEqual({ EXIT_CODE: '${{ steps.judge.outputs.exit-code }}' });
    expect(end.run).toBe('exit "${EXIT_CODE:-2}"');
  });

  test('has each input and output in docs/check.md', () => {
    const page = read('docs/check.md');
    expect(Object.keys(inputs).filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
    expect(Object.keys(outputs).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

const GIVEN = {
  PLAN: 'plan.json',
  BEFORE: '',
  COMMAND: 'diff',
  ACCEPT: '',
  PROFILE: 'public-clients',
  FAIL_ON: 'violated',
  ROOT: '.',
  SARIF: 'secure-signalr.sarif',
  VERSION: '1.2.3',
};
const USUAL = ['--profile', 'public-clients', '--fail-on', 'violated', '--root', '.', '--format', 'github', '--out'];

/** What the command writes, in the place of `npx`. */
const npx = (exitCode: number) => `
  while [ "$1" != --out ]; do shift; done
  mkdir -p "$2"; echo '{}' > "$2/compliance.sarif"
  echo '${MARKER} verdict' >> "$GITHUB_STEP_SUMMARY"
  exit ${exitCode}`;

describe('judging', () => {
  const argumentsOf = (env: object) => {
    const { calls } = runScript('judge.sh', { npx: npx(0) }, { ...GIVEN, ...env });
    return calls[0].filter((argument) => !argument.startsWith(tmpdir()));
  };

  test('compares a plan with the state that it holds', () => {
    expect(argumentsOf({})).toEqual(['--yes', 'cdktf-azure-secure-signalr@1.2.3', 'diff', ...USUAL, '--', 'plan.json']);
  });

  test('names commit, run and time where they are given', () => {
    const given = { COMMIT: '8f14e45', PIPELINE: 'https://ci.contoso.com/run 17', TIME: '2026-01-31T12:00:00Z' };
    expect(argumentsOf(given).slice(3)).toEqual([
      ...USUAL,
      ...['--commit', given.COMMIT, '--pipeline', given.PIPELINE, '--time', given.TIME, '--', 'plan.json'],
    ]);
  });

  test('compares with what was before, and joins other files', () => {
    const given = { PLAN: 'hub.json\n  spoke.json *.json\n', BEFORE: 'old.json', ACCEPT: 'my accept.yaml' };
    expect(argumentsOf(given).slice(3)).toEqual([
      ...USUAL,
      ...['--accept', 'my accept.yaml', '--with', 'spoke.json', '--with', '*.json', '--', 'old.json', 'hub.json'],
    ]);
  });

  test('checks several files', () => {
    expect(argumentsOf({ COMMAND: 'check', PLAN: 'a.json b.json' }).slice(2)).toEqual([
      'check',
      ...[...USUAL, '--', 'a.json', 'b.json'],
    ]);
  });

  test('takes no input for a command or an option', () => {
    const given = { PLAN: '--fail-on=never $(touch pwned) `touch pwned`', PROFILE: '"; touch pwned; "' };
    const { calls, file } = runScript('judge.sh', { npx: npx(0) }, { ...GIVEN, ...given });
    expect(calls[0].slice(-2)).toEqual(['--', '--fail-on=never']);
    expect(calls[0]).toContain('"; touch pwned; "');
    expect(() => file('pwned')).toThrow();
  });

  test.each([0, 1])('goes on after exit code %d, which is for the last step', (exitCode) => {
    const { status, file } = runScript('judge.sh', { npx: npx(exitCode) }, GIVEN);
    expect(status).toBe(0);
    expect(file('output')).toMatch(new RegExp(`^exit-code=${exitCode}$`, 'm'));
    expect(file('output')).toMatch(/^markdown=.*comment\.md$/m);
    expect(file('output')).toMatch(/^sarif=secure-signalr\.sarif$/m);
    expect(file('summary')).toBe(`${MARKER} verdict\n`);
    expect(file('secure-signalr.sarif')).toBe('{}\n');
  });

  test('replaces an older verdict where the plan cannot be read', () => {
    const { file } = runScript('judge.sh', { npx: 'exit 2' }, GIVEN);
    expect(file('output')).toMatch(/^exit-code=2$/m);
    expect(file('output')).not.toMatch(/sarif|reports/);
    expect(file('summary')).toMatch(new RegExp(`^${MARKER}\n.*not judged`));
  });

  test('writes no SARIF file where nobody wants one', () => {
    const { file } = runScript('judge.sh', { npx: npx(0) }, { ...GIVEN, SARIF: 'false' });
    expect(file('output')).not.toContain('sarif=');
  });
});

describe('commenting', () => {
  const env = { GITHUB_REPOSITORY: 'contoso/chat', NUMBER: '7', MARKDOWN: 'comment.md' };
  const list = 'repos/contoso/chat/issues/7/comments';

  test('writes a comment where there is none', () => {
    const { calls, status } = runScript('comment.sh', { gh: '' }, env);
    expect(calls[0].slice(0, 3)).toEqual(['api', '--paginate', `${list}?per_page=100`]);
    expect(calls[0][4]).toContain(`startswith("${MARKER}")`);
    expect(calls[1]).toEqual(['api', '--silent', '--method', 'POST', list, '--field', 'body=@comment.md']);
    expect(status).toBe(0);
  });

  test('replaces the first one that a bot wrote', () => {
    const { calls } = runScript('comment.sh', { gh: 'if [ "$2" = --paginate ]; then echo 11; echo 12; fi' }, env);
    expect(calls[0][4]).toContain('.user.type == "Bot"');
    expect(calls.slice(1)).toEqual([
      ['api', '--silent', '--method', 'PATCH', 'repos/contoso/chat/issues/comments/11', '--field', 'body=@comment.md'],
    ]);
  });

  test('warns where it may not', () => {
    const { status, output } = runScript('comment.sh', { gh: 'exit 1' }, env);
    expect(output).toContain('::warning title=secure-signalr::');
    expect(status).toBe(0);
  });
});

import Ajv from 'ajv';
import { mkdtempSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parse } from 'yaml';
import { ACTION } from '../support/action';
import { readCi, runWith } from '../support/pipelines';

const FILE = 'secure-signalr.azure-pipelines.yml';

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly default?: unknown;
}

interface Step {
  readonly bash?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const { parameters, steps } = parse(readCi(FILE)) as { parameters: Parameter[]; steps: Step[] };
const [judge] = steps;

test('the schema of Azure Pipelines has nothing against the template', () => {
  const file = join(__dirname, '..', 'fixtures', 'azure-pipelines-1.206.0-schema.json');
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, coerceTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validate(parse(readCi(FILE), { schema: 'failsafe' }));
  expect(validate.errors ?? []).toEqual([]);
});

test('it takes what the action takes, under the names of Azure Pipelines', () => {
  const names = Object.keys(ACTION.inputs).map((name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase()));
  const own = parameters.map(({ name }) => name);
  expect(own.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !own.includes(name))).toEqual(['command', 'comment', 'token']);
  expect(parameters.filter((each) => each.default === undefined).map(({ name }) => name)).toEqual(['plan']);
});

test('it hands no parameter to the shell as text', () => {
  expect(judge.bash).not.toMatch(/\$\{\{|\$\(\w/);
  const given = Object.values(judge.env!).flatMap(
    (value) => /^\$\{\{ parameters\.(\w+) \}\}$/.exec(String(value))?.[1] ?? [],
  );
  expect(given.sort()).toEqual(
    parameters
      .map(({ name }) => name)
      .filter((name) => name !== 'sarif')
      .sort(),
  );
});

test.each([0, 1])('it shows the result, and ends with exit code %d of the command', (exitCode) => {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  const given = {
    AGENT_TEMPDIRECTORY: folder,
    ...{ PLAN: 'plan.json', BEFORE: 'state.json', ACCEPT: 'my accept.yaml', PROFILE: 'isolated' },
    ...{ FAIL_ON: 'opened', ROOT: '.', VERSION: '1.2.3' },
  };
  const settings = Object.entries(given).map(([name, value]) => `export ${name}='${value}'`);
  const npx = `npx() { printf '%s|' "$@" >&2; echo '# verdict'; return ${exitCode}; }`;
  const { status, output } = runWith([...settings, npx, judge.bash].join('\n'), 'bash');
  expect(status).toBe(exitCode);
  expect(output).toContain(`# verdict\n##vso[task.uploadsummary]${folder}/secure-signalr/secure-signalr.md\n`);
  expect(output).toContain('--accept|my accept.yaml|--format|markdown|--out|');
  expect(output).toContain('--|state.json|plan.json|');
});

import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { TerraformStack } from 'cdktf';
import { EXAMPLES } from '../../examples/stacks';
import { ComplianceStatus, SecurityBaseline, Severity } from '../../src/compliance';
import { newExample, synthesized } from '../support/examples';
import { schemaViolations } from '../support/provider-schema';
import { warnings } from '../support/synth';

const FOLDER = join(__dirname, '..', '..', 'examples');
const NAMES = Object.keys(EXAMPLES);

/** Its own test keeps its snapshot, as a model for tests of users. */
const MODEL = 'governed';

/** A project to copy, which is the quick start with a test. */
const STARTER = 'starter';

const SECTIONS = ['What it makes', 'What is private, and why', 'What it costs', 'Deploy', 'Verify'];

const read = (name: string, file: string) => readFileSync(join(FOLDER, name, file), 'utf8');

describe('examples', () => {
  test('are all in the list', () => {
    const folders = readdirSync(FOLDER).filter((name) => name !== STARTER && existsSync(join(FOLDER, name, 'main.ts')));
    expect([...NAMES].sort()).toEqual(folders.sort());
  });

  test('are all in the index', () => {
    const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const rows = [...index.matchAll(/^\| \[([\w-]+)\]\(\1\/README\.md\) \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...NAMES].sort());
  });

  test.each(NAMES)('%s has a README of the common shape', (name) => {
    const headings = [...read(name, 'README.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.filter((heading) => SECTIONS.includes(heading))).toEqual(SECTIONS);
    expect(read(name, 'README.md')).toContain(`examples/${name}/main.ts`);
  });

  test.each(NAMES)('%s has nothing to warn of but its local state', (name) => {
    const { findings } = SecurityBaseline.evaluate(newExample(name));
    const open = findings.filter(
      ({ status, severity }) =>
        status === ComplianceStatus.UNKNOWN || (status === ComplianceStatus.VIOLATED && severity !== Severity.INFO),
    );
    expect(open.filter(({ rule }) => rule !== 'OUT2').map(({ rule, path, reason }) => [rule, path, reason])).toEqual(
      [],
    );
    expect(open.every(({ severity }) => severity === Severity.WARNING)).toBe(true);
  });

  test.each(NAMES)('%s is accepted by the schema of azurerm 4.55', (name) => {
    const stacks = Object.values(synthesized(name));
    expect(stacks.length).toBeGreaterThan(0);
    stacks.forEach((json) => {
      expect(Object.keys(json.resource!).length).toBeGreaterThan(0);
      expect(schemaViolations(json)).toEqual([]);
    });
  });

  test.each(NAMES)('%s holds no key, also none by reference', (name) => {
    const key =
      /\b(primary|secondary)_\w*(key|connection_string)\b|\binstrumentation_key\b|\b(Account|Access|SharedAccess)Key=|storage_account_access_key/;
    Object.values(synthesized(name)).forEach((json) => expect(JSON.stringify(json)).not.toMatch(key));
  });

  test.each(NAMES)('%s is synthesized without a warning', (name) => {
    const app = newExample(name);
    app.synth();
    expect(app.node.children.filter(TerraformStack.isStack).flatMap(warnings)).toEqual([]);
  });

  test.each(NAMES.filter((name) => name !== MODEL))('%s is what is deployed', (name) => {
    // As it is written, because `Testing.synth` of cdktf leaves references to other stacks as if they were in one.
    const stacks = Object.values(synthesized(name)).map((stack) =>
      JSON.stringify(stack, (member, value) => (member === '//' ? undefined : value), 2),
    );
    // A local state is found by its path, here that of the checkout.
    expect(stacks.join('\n').replaceAll(process.cwd(), '.')).toMatchSnapshot();
  });
});

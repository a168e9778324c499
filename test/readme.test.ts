import { statSync } from 'fs';
import { join } from 'path';
import { blocksOf, documents, filesOf, read, ROOT, targetsOf, withoutDocstrings } from './support/markdown';
import { BASELINE_CONTROLS } from '../src/compliance/private/baseline-controls';
import { CATALOGUE } from '../src/compliance/private/rules/catalogue';

const DOCUMENTS = documents();

/** The lines of a text without their indent, in one string. */
const flat = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line)
    .join('\n');

/** What looks like a code in the sources, and is an example of one, or the name of a container image. */
const NO_CODES = ['layer/rule', 'chat/hub'];

/** What a code begins with, which tells it from other texts with a slash. */
const kindOf = (code: string) => code.split('/')[0];

/** The sources below a folder, but for the table of the codes itself. */
const sourcesOf = (folder: string) => filesOf(folder, '.ts').filter((file) => !file.includes('internal/codes/'));

/** The codes that sources raise: those that stand there as such, and those that docstrings say are thrown. */
const codesOf = (folder: string) => {
  const sources = sourcesOf(folder).map(read).join('\n');
  const codes = [...sources.matchAll(/['`[]([a-z]+\/[a-z-]+)['`\]]/g)].map(([, code]) => code);
  return new Set(codes.filter((code) => !NO_CODES.includes(code)));
};

describe('documents', () => {
  test('show TypeScript that stands in an example, line by line', () => {
    const examples = filesOf('examples', '.ts').map((file) => flat(read(file)));
    const blocks = blocksOf(read('README.md'), 'ts').map(flat);
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.filter((block) => !examples.some((example) => example.includes(block)))).toEqual([]);
  });

  test('name only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = DOCUMENTS.flatMap((file) => [...read(file).matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.map(([, run, test]) => run ?? test).filter((script) => !(script in scripts))).toEqual([]);
  });

  test('name only codes that the library raises', () => {
    const raised = codesOf('src');
    const kinds = new Set([...raised].map(kindOf));
    const written = DOCUMENTS.flatMap((file) => [...read(file).matchAll(/[`[]([a-z]+\/[a-z-]+)[`\]]/g)]);
    const named = written.map(([, code]) => code).filter((code) => kinds.has(kindOf(code)));
    expect(named.length).toBeGreaterThan(300);
    expect(named.filter((code) => !raised.has(code))).toEqual([]);
  });

  test('name only rules that there are', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    const named = DOCUMENTS.flatMap((file) => [...withoutDocstrings(read(file)).matchAll(/[`']([A-Z]{2,3}\d+)[`'[]/g)]);
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('list each code of the connectivity report', () => {
    const codes = codesOf('src/connectivity');
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => !read('docs/connectivity.md').includes(`\`${code}\``))).toEqual([]);
  });

  test('list each option and format of compliance reports', () => {
    const text = read('docs/compliance.md');
    const options = [...read('src/compliance/security-baseline-options.ts').matchAll(/readonly (\w+)\?:/g)];
    const formats = [...read('src/compliance/report-format.ts').matchAll(/^ {2}([A-Z_]+) = /gm)];
    const names = [...options, ...formats].map(([, name]) => name);
    expect(names).toHaveLength(12);
    expect(names.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test('list each option of the architectures', () => {
    const text = read('docs/options.md');
    const files = ['secure-signalr-options', 'secure-signalr-app-props', 'secure-serverless-signalr-props'];
    const options = files.flatMap((file) => [
      ...read(`src/architectures/${file}.ts`).matchAll(/^ {2}readonly (\w+)\??:/gm),
    ]);
    expect(options.length).toBeGreaterThan(20);
    expect(options.map(([, name]) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the list of codes', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `([a-z]+\/[a-z-]+)` \| ((?:[a-z, ]+: )?)(.+) \| (.+) \|$/gm)];
  const listed = rows.map(([, code]) => code);

  test('has each code that the library raises, once', () => {
    expect(listed.length).toBeGreaterThan(240);
    expect([...codesOf('src')].filter((code) => !listed.includes(code))).toEqual([]);
    expect(listed.filter((code, index) => listed.indexOf(code) !== index)).toEqual([]);
  });

  test('marks what is told when the stack is validated', () => {
    const docs = filesOf('src', '.ts').flatMap((file) => [
      ...read(file).matchAll(/when the stack(?:\s|\*)+is validated also([\s\S]*?)\*\//g),
    ]);
    const synth = docs.flatMap(([, text]) => [...text.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, code]) => code));
    const marked = rows.filter(([, , mark]) => mark.startsWith('synth')).map(([, code]) => code);
    expect(synth.length).toBeGreaterThan(20);
    expect(synth.filter((code) => code !== 'identity/role-scope' && !marked.includes(code))).toEqual([]);
  });

  test('marks what is a warning', () => {
    const sources = filesOf('src', '.ts').map(read).join('\n');
    const warned = [...sources.matchAll(/\bwarn\((?:[^()]|\([^()]*\))*?'([a-z]+\/[a-z-]+)'/g)].map(([, code]) => code);
    const marked = rows.filter(([, , mark]) => mark.includes('warning')).map(([, code]) => code);
    expect(warned.length).toBeGreaterThan(5);
    expect(warned.filter((code) => !marked.includes(code))).toEqual([]);
  });
});

describe('the map from articles to constructs', () => {
  const rows = read('docs/microsoft-articles.md')
    .split('\n')
    .filter((line) => line.startsWith('| '));

  /** The text of the tests that a row names, of which some are folders. */
  const testsOf = (row: string) =>
    targetsOf(row)
      .filter((target) => target.startsWith('../test/'))
      .map((target) => join('docs', target))
      .flatMap((path) => (statSync(join(ROOT, path)).isDirectory() ? filesOf(path, '.ts') : [path]))
      .map(read)
      .join('\n');

  test('names tests that know the codes of the row', () => {
    const codes = rows.flatMap((row) => [...row.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, code]) => ({ code, row })));
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter(({ code, row }) => !testsOf(row).includes(code)).map(({ code }) => code)).toEqual([]);
  });

  test('has each rule of a control of the security baseline in the rows of this control', () => {
    const rulesOf = (row: string) => {
      const whole = row.replace(/`([A-Z]+)(\d+)` to `\1(\d+)`/g, (_, kind, first, last) =>
        Array.from({ length: last - first + 1 }, (__, index) => `\`${kind}${Number(first) + index}\``).join(),
      );
      return [...whole.matchAll(/`([A-Z]+\d+)`/g)].map(([, rule]) => rule);
    };
    const missing = BASELINE_CONTROLS.map(({ control, feature, rules }) => {
      const named = rows.filter((row) => row.split(' | ')[0].includes(control));
      expect([control, named.length > 0]).toEqual([control, true]);
      return `${control} ${feature}: ${rules.filter((rule) => !named.flatMap(rulesOf).includes(rule))}`;
    });
    expect(missing.filter((line) => !line.endsWith(': '))).toEqual([]);
  });
});

test('the main example is at most 40 lines', () => {
  expect(read('examples/quick-start/main.ts').split('\n').length - 1).toBeLessThanOrEqual(40);
});

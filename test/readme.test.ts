import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { CATALOGUE } from '../src/compliance/private/rules/catalogue';

const ROOT = join(__dirname, '..');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'examples/quick-start/README.md',
  'examples/hub-and-spoke/README.md',
  'examples/custom-domain/README.md',
  'examples/serverless/README.md',
  'examples/blue-green/README.md',
  'examples/governed/README.md',
  'docs/compliance.md',
  'docs/connectivity.md',
  'docs/decisions/two-engines.md',
  'docs/engines.md',
  'docs/governance.md',
  'docs/ordering.md',
  'docs/performance.md',
  'docs/troubleshooting.md',
];

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const filesOf = (folder: string, extension: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file));

/** What links name the headings of a document. */
const anchorsOf = (file: string) =>
  [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );

/** The lines of a text without their indent, in one string. */
const flat = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line)
    .join('\n');

describe('documents', () => {
  test('show TypeScript that stands in an example, line by line', () => {
    const examples = filesOf('examples', '.ts').map((file) => flat(read(file)));
    const blocks = [...read('README.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => flat(code));
    expect(blocks).toHaveLength(4);
    expect(blocks.filter((block) => !examples.some((example) => example.includes(block)))).toEqual([]);
  });

  test('name only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = DOCUMENTS.flatMap((file) => [...read(file).matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)]);
    expect(named.length).toBeGreaterThan(10);
    expect(named.map(([, run, test]) => run ?? test).filter((script) => !(script in scripts))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s links only to files that there are', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s links only to headings that there are', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const targets = links.map(([, target, anchor]) => [target ? join(dirname(file), target) : file, anchor]);
    expect(targets.filter(([target, anchor]) => !anchorsOf(target).includes(anchor))).toEqual([]);
  });

  test('name only codes that the library raises', () => {
    const sources = filesOf('src', '.ts').map(read).join('\n');
    const raised = new Set([...sources.matchAll(/['`[]([a-z]+\/[a-z-]+)['`\]]/g)].map(([, code]) => code));
    const named = filesOf('docs', '.md').flatMap((file) => [...read(file).matchAll(/`([a-z]+\/[a-z-]+)`/g)]);
    expect(named.length).toBeGreaterThan(50);
    expect(named.map(([, code]) => code).filter((code) => !raised.has(code))).toEqual([]);
  });

  test('name only rules that there are', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    const named = DOCUMENTS.flatMap((file) => [...read(file).matchAll(/[`']([A-Z]{2,3}\d+)[`'[]/g)]);
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('list each code of the connectivity report', () => {
    const sources = filesOf('src/connectivity', '.ts').map(read).join('\n');
    const codes = new Set([...sources.matchAll(/['`]([a-z]+\/[a-z-]+)['`]/g)].map(([, code]) => code));
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => !read('docs/connectivity.md').includes(`\`${code}\``))).toEqual([]);
  });

  test('list each option and format of compliance reports', () => {
    const text = read('docs/compliance.md');
    const options = [...read('src/compliance/security-baseline-options.ts').matchAll(/readonly (\w+)\?:/g)];
    const formats = [...read('src/compliance/report-format.ts').matchAll(/^ {2}([A-Z_]+) = /gm)];
    const names = [...options, ...formats].map(([, name]) => name);
    expect(names).toHaveLength(10);
    expect(names.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
  });

  test('of the docs folder are all checked', () => {
    expect(DOCUMENTS).toEqual(expect.arrayContaining(filesOf('docs', '.md')));
  });
});

test('the main example is at most 40 lines', () => {
  expect(read('examples/quick-start/main.ts').split('\n').length - 1).toBeLessThanOrEqual(40);
});

import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'examples/secure-signalr-app/README.md',
  'examples/hub-and-spoke/README.md',
  'examples/custom-domain/README.md',
  'examples/serverless/README.md',
  'examples/blue-green/README.md',
  'docs/troubleshooting.md',
];

/** Codes of the connectivity report that documents name before its layer raises them. */
const CODES_OF_REPORT = ['dns/no-endpoint', 'dns/unknown', 'network/not-peered', 'network/routed-away'];

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const filesOf = (folder: string, extension: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file));

/** The lines of a text without their indent, in one string. */
const flat = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line)
    .join('\n');

describe('documents', () => {
  test('show TypeScript that stands in the example, line by line', () => {
    const example = flat(read('examples/secure-signalr-app/main.ts'));
    const blocks = [...read('README.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => flat(code));
    expect(blocks.length).toBeGreaterThan(0);
    blocks.forEach((block) => expect(example).toContain(block));
  });

  test('name only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = DOCUMENTS.flatMap((file) => [
      ...read(file).matchAll(/npm (?:run )?(synth|test[\w:]*|compile|docgen|lint|projen)\b/g),
    ]);
    expect(named.length).toBeGreaterThan(3);
    expect(named.map(([, script]) => script).filter((script) => !(script in scripts))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s links only to files that there are', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !existsSync(join(ROOT, dirname(file), target)))).toEqual([]);
  });

  test.each(DOCUMENTS)('%s links only to headings that it has', (file) => {
    const headings = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    const anchors = [...read(file).matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  test('name only codes that the library raises', () => {
    const sources = filesOf('src', '.ts').map(read).join('\n');
    const raised = new Set([...sources.matchAll(/['`[]([a-z]+\/[a-z-]+)['`\]]/g)].map(([, code]) => code));
    const named = filesOf('docs', '.md').flatMap((file) => [...read(file).matchAll(/`([a-z]+\/[a-z-]+)`/g)]);
    expect(named.length).toBeGreaterThan(50);
    const unknown = named
      .map(([, code]) => code)
      .filter((code) => !raised.has(code) && !CODES_OF_REPORT.includes(code));
    expect(unknown).toEqual([]);
  });

  test('of the docs folder are all checked', () => {
    expect(DOCUMENTS).toEqual(expect.arrayContaining(filesOf('docs', '.md')));
  });
});

test('the main example is at most 40 lines', () => {
  expect(read('examples/secure-signalr-app/main.ts').split('\n').length - 1).toBeLessThanOrEqual(40);
});

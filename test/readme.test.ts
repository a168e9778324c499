import { existsSync, readFileSync } from 'fs';
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
];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

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
});

test('the main example is at most 40 lines', () => {
  expect(read('examples/secure-signalr-app/main.ts').split('\n').length - 1).toBeLessThanOrEqual(40);
});

import { readFileSync } from 'fs';
import { join } from 'path';
import { differencesOf, errorsOf, lostErrors } from '../../projenrc/languages/run/compare';
import { codeIn, OWN_ERRORS, programs } from '../../projenrc/languages/run/programs';

const ROOT = join(__dirname, '..', '..');
const read = (...names: string[]) => readFileSync(join(ROOT, ...names), 'utf8');
const manifest = JSON.parse(read('package.json'));
const outcome = (files: Record<string, string>, printed = '') => ({
  files: new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  printed,
});

describe('the programs of other languages', () => {
  const all = programs();

  test('are two in each: the quick start of README.md, and one with callbacks and errors', () => {
    expect(Object.keys(all)).toEqual(['TypeScript', 'Python', 'Java', 'Go']);
    const names = Object.values(all).map((each) => each.map(({ name }) => name));
    expect(names).toEqual(Array(4).fill(['quick-start', 'features']));
    const [python] = all.Python;
    expect(python.source).toBe(codeIn(read('README.md'), 'python'));
    expect(python.source).toMatch(/^from \w+ import App[\s\S]*\napp\.synth\(\)\n$/);
  });

  test('are found where a document has one code of the language', () => {
    expect(codeIn('a\n```go\nb\n\n```c\n```\n', 'go')).toBe('b\n\n```c\n');
    expect(() => codeIn('```go\na\n```\n```go\nb\n```\n', 'go')).toThrow('The document has 2 codes of go.');
    expect(() => codeIn('', 'go')).toThrow('The document has 0 codes of go.');
  });

  test.each([
    ['python/requirements.txt', 'text'],
    ['java/pom.xml', 'xml'],
    ['go/go.mod', 'text'],
  ])('have the project of docs/languages.md: %s', (file, fence) => {
    const text = read('test', 'languages', ...file.split('/'));
    expect(read('docs', 'languages.md')).toContain(`\`\`\`${fence}\n${text}\`\`\`\n`);
    for (const name of ['cdktf', '@cdktf/provider-azurerm']) expect(text).toContain(manifest.devDependencies[name]);
  });
});

describe('what a program leaves', () => {
  const reference = outcome({ 'a.json': '{"a":1}', 'b.json': '{}' });

  test('is the same when all bytes are', () => {
    expect(differencesOf(reference, outcome({ 'b.json': '{}', 'a.json': '{"a":1}' }))).toEqual([]);
  });

  test('differs in a byte, at the end, or by a file', () => {
    expect(differencesOf(reference, outcome({ 'a.json': '{"a":2}', 'b.json': '{}' }))).toEqual([
      'a.json differs at byte 5: {"a":2} instead of {"a":1}',
    ]);
    expect(differencesOf(reference, outcome({ 'a.json': '{"a":1}', 'b.json': '{}\n' }))).toEqual([
      'b.json differs at byte 2: {}\n instead of {}',
    ]);
    expect(differencesOf(reference, outcome({ 'a.json': '{"a":1}' }))).toEqual(['b.json is missing']);
  });
});

describe('errors of a program', () => {
  const reference = outcome({}, 'A: [core/location] b; c\n-----\nd\ne\n-----\n');

  test('are read between their lines', () => {
    expect(errorsOf(reference.printed)).toEqual(['A: [core/location] b; c', 'd\ne']);
  });

  test('may be part of a longer text, and are followed by those of the generated package', () => {
    const printed = 'Error: A: [core/location] b; c\n  at x\n-----\nd\ne\n-----\nno b given\n-----\n';
    expect(lostErrors(reference, outcome({}, printed), ['no b'])).toEqual([]);
  });

  test('are lost with their advice, or when there are fewer', () => {
    const shorter = outcome({}, 'A: [core/location] b\n-----\nd\ne\n-----\n');
    expect(lostErrors(reference, shorter, [])).toEqual(['A: [core/location] b\ninstead of\nA: [core/location] b; c']);
    expect(lostErrors(reference, outcome({}, 'a\n-----\n'), [])).toEqual(['1 errors instead of 2:\na\n-----\n']);
  });

  test('of generated packages are in docs/languages.md', () => {
    const document = read('docs', 'languages.md');
    const texts = Object.values(OWN_ERRORS).flat();
    expect(texts.filter((text) => !document.includes(`\`${text}\``))).toEqual([]);
  });
});

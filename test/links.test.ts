import { existsSync, statSync } from 'fs';
import { dirname, join } from 'path';
import { anchorsOf, documents, filesOf, read, ROOT, targetsOf } from './support/markdown';

/** An address that somebody else serves; nothing here asks whether it still does. */
const isRemote = (target: string) => /^[a-z]+:/.test(target);

/** What is wrong with a target that a document links to. */
function faultOf(document: string, target: string): string | undefined {
  if (isRemote(target)) return remoteFaultOf(target);
  const [path, anchor] = target.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, file))) return 'no such file';
  if (anchor === undefined || !file.endsWith('.md')) return undefined;
  return anchorsOf(read(file)).includes(anchor) ? undefined : 'no such heading';
}

function remoteFaultOf(target: string): string | undefined {
  if (!target.startsWith('https://')) return 'no https address';
  if (!URL.canParse(target)) return 'no address';
  // Pages of Microsoft find the language of the reader, unless an address names one.
  return /^https:\/\/learn\.microsoft\.com\/[a-z]{2}-[a-z]{2}\//.test(target) ? 'names a language' : undefined;
}

describe('links of documents', () => {
  const files = documents();

  test('are looked for in every document', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'README.md',
        'RULES.md',
        'docs/README.md',
        'docs/how-to/networks.md',
        'examples/quick-start/README.md',
        'test/fixtures/README.md',
      ]),
    );
    expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
  });

  test.each(files)('%s links to files, headings and addresses that can be', (file) => {
    const faults = targetsOf(read(file)).map((target) => [target, faultOf(file, target)]);
    expect(faults.filter(([, fault]) => fault)).toEqual([]);
  });

  test('are told where they lead nowhere, or to what readers should not get', () => {
    expect(faultOf('README.md', 'docs/nowhere.md')).toBe('no such file');
    expect(faultOf('README.md', 'docs/troubleshooting.md#nowhere')).toBe('no such heading');
    expect(faultOf('docs/troubleshooting.md', '#nxdomain')).toBeUndefined();
    expect(faultOf('README.md', 'http://example.com')).toBe('no https address');
    expect(faultOf('README.md', 'https://learn.microsoft.com/en-us/azure')).toBe('names a language');
    expect(faultOf('README.md', 'https://')).toBe('no address');
  });
});

describe('links to documents', () => {
  const linkedFrom = (document: string) =>
    targetsOf(read(document))
      .filter((target) => !isRemote(target))
      .map((target) => join(dirname(document), target.split('#')[0]));

  test('lead from the index of docs to every page of docs, or to the index of the API, which leads to its pages', () => {
    const indexes = ['docs/README.md', 'docs/api/README.md'];
    const [linked, linkedFromApi] = indexes.map(linkedFrom);
    expect(linked).toContain(indexes[1]);
    const pages = filesOf('docs', '.md').filter((page) => page !== indexes[0]);
    const inApi = (page: string) => page.startsWith('docs/api/') && page !== indexes[1];
    expect(pages.filter((page) => !(inApi(page) ? linkedFromApi : linked).includes(page))).toEqual([]);
  });

  test('lead from the index of docs to every document in two clicks, but for those inside of the code', () => {
    const linked = linkedFrom('docs/README.md').filter((target) => target.endsWith('.md'));
    const reached = new Set([...linked, ...linked.flatMap(linkedFrom)]);
    const pages = documents().filter((file) => !/^(?:src|test)\//.test(file) && file !== 'docs/README.md');
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  test('lead from the README to the index and to every example', () => {
    const linked = linkedFrom('README.md');
    expect(linked).toContain('docs/README.md');
    const examples = filesOf('examples', 'README.md').filter((file) => statSync(join(ROOT, file)).isFile());
    expect(examples.length).toBeGreaterThan(5);
    expect(examples.filter((example) => !linked.includes(example))).toEqual([]);
  });
});

import { existsSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import { filesIn, SITE } from './support/server';

const ATTRIBUTE = /<[a-z][^>]*?\s(?:href|src)="([^"]*)"/g;
const unescaped = (text: string) =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<');

const pages = filesIn(SITE).filter((file) => file.endsWith('.html'));
const html = new Map(pages.map((page) => [page, readFileSync(join(SITE, page), 'utf8')]));
const ids = new Map(
  [...html].map(([page, text]) => [page, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => unescaped(id)))]),
);

/** The file that a server sends for a path. */
function fileOf(path: string): string | undefined {
  const file = decodeURIComponent(path).replace(/^\//, '');
  return [file, `${file}.html`, join(file, 'index.html')].find(
    (each) => existsSync(join(SITE, each)) && statSync(join(SITE, each)).isFile(),
  );
}

/** What is wrong with a link of a page. */
function faultOf(page: string, target: string): string | undefined {
  const url = new URL(unescaped(target), `http://site/${page}`);
  if (url.host !== 'site') return undefined;
  const file = fileOf(url.pathname);
  if (file === undefined) return 'no such file';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (anchor === '' || !ids.has(file)) return undefined;
  return ids.get(file)!.has(anchor) ? undefined : 'no such anchor';
}

describe('the built site', () => {
  test('has the documents, the API in each language, and each example with its reports', () => {
    expect(pages).toEqual(
      expect.arrayContaining([
        'index.html',
        'docs/index.html',
        'docs/errors.html',
        'docs/how-to/networks.html',
        'docs/api/signalr.html',
        ...['python', 'java', 'csharp', 'go'].map((language) => `docs/api/${language}/signalr.html`),
        'RULES.html',
        'CHANGELOG.html',
        'examples/hub-and-spoke/index.html',
        'examples/hub-and-spoke/compliance.html',
        'examples/hub-and-spoke/runbook.html',
        'reports/hub-and-spoke/connectivity.html',
      ]),
    );
  });

  test('has no link to a page, picture or anchor that is missing', () => {
    const links = [...html].flatMap(([page, text]) =>
      [...new Set([...text.matchAll(ATTRIBUTE)].map(([, target]) => target))].map((target) => ({ page, target })),
    );
    expect(links.length).toBeGreaterThan(5000);
    const faults = links
      .map((link) => ({ ...link, fault: faultOf(link.page, link.target) }))
      .filter(({ fault }) => fault);
    expect(faults).toEqual([]);
  });

  test('links codes to what raises them, and options to their properties', () => {
    expect(html.get('docs/errors.html')).toContain('href="./api/raised-by.html#network/cidr"');
    expect(html.get('docs/options.html')).toContain('href="./api/architectures.html#SecureSignalRAppProps.location"');
  });
});

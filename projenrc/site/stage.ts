import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { linkedBack } from './both-ways';
import { documentsIn, pageOf, placeOf, SitePage } from './documents';
import { LANGUAGES, sidebarOf } from './sidebar';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'dist', 'site-source');
const REPOSITORY = 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/blob';

/** What a report of an example is: pages of the site, and the picture, which is a page by itself. */
const REPORTS = { 'connectivity.md': 'Connectivity', 'compliance.md': 'Compliance', 'runbook.md': 'Runbook' };
const PICTURE = 'connectivity.html';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The pages of the API in another language, which search leaves out: each name is in TypeScript's as well. */
function pagesOfLanguage(language: string): SitePage[] {
  const folder = join('dist', 'docs', 'api', language);
  const files = readdirSync(join(ROOT, folder)).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const pages = files.map((file) => {
    const text = read(join(folder, file)).replace(/\]\(\.\.\//g, '](../../');
    return { path: `docs/api/${language}/${file}`, text: `---\nsearch: false\n---\n\n${text}` };
  });
  const list = files.map((file) => `- [${basename(file, '.md')}](${file})`).join('\n');
  return [...pages, { path: `docs/api/${language}/README.md`, text: `# API in ${LANGUAGES[language]}\n\n${list}\n` }];
}

/** The reports of an example, with a page for each; its README shows the picture and leads to them. */
function reportsOf(example: string): SitePage[] {
  const from = join(ROOT, 'cdktf.out', example);
  const picture = join(SOURCE, 'public', 'reports', example, PICTURE);
  mkdirSync(dirname(picture), { recursive: true });
  copyFileSync(join(from, PICTURE), picture);
  return Object.entries(REPORTS).map(([file, title]) => ({
    path: `examples/${example}/${file}`,
    text: readFileSync(join(from, file), 'utf8').replace(/^# .*$/m, `# ${title} of ${example}`),
  }));
}

/** What follows the README of an example in the site. */
function shownReports(example: string): string {
  const page = `../../reports/${example}/${PICTURE}`;
  return [
    '',
    '## Reports',
    '',
    `<iframe src="${page}" title="Connectivity of ${example}" loading="lazy" style="width: 100%; height: 32rem; border: 1px solid var(--vp-c-divider)"></iframe>`,
    '',
    `<a href="${page}" target="_self">The picture on a page of its own</a>; as text: ` +
      `${Object.entries(REPORTS)
        .map(([file, title]) => `[${title.toLowerCase()}](${file})`)
        .join(', ')}.`,
    '',
  ].join('\n');
}

/** Writes all that the generator reads. */
function stage(ref: string, examples: readonly string[]): void {
  for (const entry of readdirSync(SOURCE)) {
    if (!/^(?:node_modules|package(?:-lock)?\.json)$/.test(entry)) rmSync(join(SOURCE, entry), { recursive: true });
  }
  const pages: readonly SitePage[] = [
    ...documentsIn(ROOT).map((path) => ({ path, text: read(path) })),
    ...Object.keys(LANGUAGES).flatMap(pagesOfLanguage),
    ...examples.flatMap(reportsOf),
  ];
  const paths = new Set(pages.map(({ path }) => path));
  // A link to a folder leads to what GitHub shows of it.
  pages.forEach(({ path }) => path.endsWith('/README.md') && paths.add(dirname(path)));
  for (const page of pages) {
    const text = pageOf({ ...page, text: linkedBack(page, read) }, paths, `${REPOSITORY}/${ref}`);
    const [, example] = /^examples\/([^/]+)\/README\.md$/.exec(page.path) ?? [];
    write(placeOf(page.path), example && examples.includes(example) ? text + shownReports(example) : text);
  }
  cpSync(join(ROOT, 'docs', 'images'), join(SOURCE, 'docs', 'images'), { recursive: true });
  write('.vitepress/config.mjs', read('projenrc/site/config.mjs'));
  write('.vitepress/sidebar.json', JSON.stringify(sidebarOf(pages)));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(SOURCE, path)), { recursive: true });
  writeFileSync(join(SOURCE, path), text);
}

const [ref = 'main', ...examples] = process.argv.slice(2);
stage(ref, examples);

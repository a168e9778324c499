import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Library } from './library';
import { raisedBy } from './raised-by';
import { LANGUAGES, referenceOf } from './reference';
import { explanationsOf } from './texts';

const ROOT = join(__dirname, '..', '..');
const PAGES = join(ROOT, 'docs', 'api');

/** Below it everything is written anew; what stands above it people write. */
export const MARK = '<!-- api: npm run docgen -->';

/** The page of the codes, each with what raises it. */
const RAISED_BY = 'raised-by';

/** What people wrote above a page of the reference. */
function writtenAbove(page: string): string {
  const file = join(PAGES, `${page}.md`);
  const [above, ...below] = existsSync(file) ? readFileSync(file, 'utf8').split(MARK) : [''];
  if (below.length !== 1) throw new Error(`Write what ${page} is for into ${file}, and end it with a line ${MARK}`);
  return above;
}

/** Writes the pages of a language into a folder; those of TypeScript have what people wrote above them. */
async function write(language: string, folder: string): Promise<void> {
  const known = LANGUAGES.find((each) => each === language);
  if (!known) throw new Error(`There is no reference in ${language}; choose one of ${LANGUAGES.join(', ')}.`);
  const explanations = explanationsOf(readFileSync(join(ROOT, 'RULES.md'), 'utf8'));
  const pages = new Map(await referenceOf(ROOT, known, explanations));
  const isMain = known === 'typescript';
  if (isMain) pages.set(RAISED_BY, raisedBy(Library.read(ROOT), explanations));
  if (folder !== PAGES) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) {
    const above = isMain ? `${writtenAbove(name)}${MARK}\n\n` : `# ${name}\n\n`;
    writeFileSync(join(folder, `${name}.md`), `${above}${text}`);
  }
  if (isMain) writeFileSync(join(folder, 'README.md'), readFileSync(join(PAGES, 'README.md')));
  const old = readdirSync(folder).filter((file) => file !== 'README.md' && !pages.has(file.replace(/\.md$/, '')));
  if (old.length > 0) throw new Error(`No module has these pages: ${old.join(', ')}; delete them.`);
}

const [language = 'typescript', folder = PAGES] = process.argv.slice(2);
void write(language, folder).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});

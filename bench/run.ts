import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { measure } from './measure/plan';
import { toMarkdown } from './render/markdown';
import { toSvg } from './render/plot';

const COMMAND = 'npm run bench -- --write';
const ROOT = join(__dirname, '..', '..', '..');
const DOCUMENT = join(ROOT, 'docs', 'performance.md');
const BEGIN = '<!-- results: written by npm run bench -- --write -->';
const END = '<!-- end of results -->';

const results = measure(COMMAND);
const json = `${JSON.stringify(results, null, 2)}\n`;
const markdown = toMarkdown(results);
console.log(markdown);

writeFileSync(join(ROOT, 'dist', 'bench', 'results.json'), json);
if (process.argv.includes('--write')) {
  writeFileSync(join(ROOT, 'docs', 'performance.json'), json);
  writeFileSync(join(ROOT, 'docs', 'images', 'performance.svg'), toSvg(results));
  const document = readFileSync(DOCUMENT, 'utf8');
  const [before, after] = [document.split(BEGIN)[0], document.split(END)[1]];
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n\n${markdown}\n\n${END}${after}`);
}

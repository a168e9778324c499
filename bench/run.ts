import { writeFileSync } from 'fs';
import { join } from 'path';
import { measure } from './measure/plan';
import { edgesOfExamples } from './ordering/synthesized';
import { toMarkdown } from './render/markdown';
import { rulesTable } from './render/ordering';
import { toSvg } from './render/plot';
import { writeParts } from './write';

const ROOT = join(__dirname, '..', '..', '..');
const DOCS = join(ROOT, 'docs');

const results = measure('npm run bench -- --write');
const json = `${JSON.stringify(results, null, 2)}\n`;
const markdown = toMarkdown(results);
console.log(markdown);

writeFileSync(join(ROOT, 'dist', 'bench', 'results.json'), json);
if (process.argv.includes('--write')) {
  const edges = edgesOfExamples();
  writeFileSync(join(DOCS, 'performance.json'), json);
  writeFileSync(join(DOCS, 'images', 'performance.svg'), toSvg(results));
  writeParts(join(DOCS, 'performance.md'), { results: markdown });
  writeParts(join(DOCS, 'ordering.md'), {
    stated: rulesTable(edges, true),
    references: rulesTable(edges, false),
  });
}

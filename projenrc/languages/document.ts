import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { renderLanguages, withLanguages } from './quick-start';

const ROOT = join(__dirname, '..', '..');
const README = join(ROOT, 'README.md');

const example = readFileSync(join(ROOT, 'examples', 'quick-start', 'main.ts'), 'utf8');
writeFileSync(README, withLanguages(readFileSync(README, 'utf8'), renderLanguages(example, ROOT)));

import { readFileSync } from 'fs';
import { join } from 'path';
import { releaseNotes } from './versions';

const [, , version] = process.argv;
process.stdout.write(releaseNotes(readFileSync(join(__dirname, '..', '..', 'CHANGELOG.md'), 'utf8'), version));

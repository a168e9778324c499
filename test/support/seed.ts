import { createHash } from 'crypto';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');

/**
 * Gives the seed of random cases: the one that is given, or that of the sources. So each run of a commit tries the same
 * cases, and each change of the sources others.
 */
export function seedOf(given: string | undefined): number {
  return given === undefined ? ofSources() : Number(given);
}

function ofSources(): number {
  const hash = createHash('sha256');
  for (const folder of ['src', 'test']) {
    const files = readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: true });
    for (const file of files.filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(readFileSync(join(ROOT, folder, file)));
    }
  }
  return hash.digest().readUIntBE(0, 3);
}

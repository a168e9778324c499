import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { basename, dirname, join, resolve } from 'path';
import { zipSync } from 'fflate';
import { packVersioned, UNRELEASED } from './pack';

const ROOT = join(__dirname, '..', '..');
const STARTER = join(ROOT, 'examples', 'starter');

/** What only `init --template` of a command line reads. */
const HOOKS = '.hooks.sscaff.js';

/** A fixed day, so that equal files give an equal archive. */
const MODIFIED = '2000-01-01T12:00:00';

/**
 * Makes the project to start from for this edition: a folder to copy, and the same as an archive for `init --template`.
 *
 * The library of a release comes from the registry; that of a checkout lies beside the project as a tarball.
 */
function make(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(STARTER, folder, { recursive: true, filter: (file) => !/node_modules|cdktf\.out/.test(file) });
  const { name, version } = read(join(ROOT, 'package.json'));
  const tarball = version === UNRELEASED ? packVersioned(ROOT, folder) : undefined;
  const manifest = read(join(folder, 'package.json'));
  manifest.dependencies[name] = tarball ? `file:${tarball}` : version;
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(dirname(folder), `starter-${basename(folder)}.zip`), archiveOf(folder, tarball));
  rmSync(join(folder, HOOKS));
}

/**
 * The project in a folder `starter`, and the tarball beside it: the command lines copy every file of a template as text,
 * which a tarball does not survive.
 */
function archiveOf(folder: string, tarball: string | undefined): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const entries = files
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [
      file === tarball ? file : `starter/${file.replaceAll('\\', '/')}`,
      new Uint8Array(readFileSync(join(folder, file))),
    ]);
  return zipSync(Object.fromEntries(entries), { mtime: MODIFIED });
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

make(resolve(process.argv[2]));

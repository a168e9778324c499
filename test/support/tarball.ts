import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..', '..');

/** A file of the tarball that npm makes of the library. */
export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Tarball {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly PackedFile[];
}

/** What `npm pack` tells of the tarball; with a folder it is also made there. */
export function pack(folder?: string): Tarball {
  const where = folder ? ['--pack-destination', folder] : ['--dry-run'];
  const told = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', ...where], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  return JSON.parse(told)[0];
}

/** A project of a user: the tarball unpacked, and what is named beside it, as it is installed here. */
export class ConsumerProject {
  public readonly folder = mkdtempSync(join(tmpdir(), 'consumer-'));

  public constructor(beside: readonly string[]) {
    const { filename } = pack(this.folder);
    // Node would look for the package's own name in the manifest of a folder above.
    writeFileSync(join(this.folder, 'package.json'), '{}');
    const library = join(this.folder, 'node_modules', 'cdktf-azure-secure-signalr');
    mkdirSync(library, { recursive: true });
    execFileSync('tar', ['-xzf', join(this.folder, filename), '-C', library, '--strip-components=1']);
    for (const name of beside) {
      const link = join(this.folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), link, 'dir');
    }
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

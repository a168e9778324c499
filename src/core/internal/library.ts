import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';

/** The name of the library in reports, whichever edition writes them. */
export const LIBRARY = 'cdktf-azure-secure-signalr';

const NAME = /-azure-secure-signalr$/;

/** The version of the library; empty in a bundle without its package.json. */
export function libraryVersion(): string {
  return versionAbove(__dirname);
}

function versionAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const found = JSON.parse(readFileSync(file, 'utf8'));
    if (NAME.test(found.name)) return found.version;
  }
  const above = dirname(folder);
  return above === folder ? '' : versionAbove(above);
}

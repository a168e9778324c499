import { existsSync, readdirSync, readFileSync, rmSync } from 'fs';
import { dirname, join } from 'path';

/** What a declaration imports or exports of another, as the compiler writes it. */
const IMPORT = /(?:\bfrom|\bimport) ?\(?['"](\.[^'"]+)['"]/g;

/** Removes the declarations of a compiled library that nobody gets to who imports its root. */
export function keepReachedDeclarations(lib: string): void {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    importsOf(file).forEach(visit);
  };
  visit(join(lib, 'index.d.ts'));
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).map((file) => join(lib, file));
  files.filter((file) => file.endsWith('.d.ts') && !reached.has(file)).forEach((file) => rmSync(file));
}

function importsOf(file: string): string[] {
  const paths = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, path]) => join(dirname(file), path));
  return paths.flatMap((path) => [`${path}.d.ts`, join(path, 'index.d.ts')].filter((each) => existsSync(each)));
}

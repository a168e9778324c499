import { readdirSync, statSync } from 'fs';
import { join } from 'path';

const CHECK = join(__dirname, '..', '..', 'src', 'check');

/** The modules that the tests of jest have loaded, with what they need to run. */
function loadedWith(...files: string[]): string[] {
  let loaded: string[] = [];
  jest.isolateModules(() => {
    files.forEach((file) => jest.requireActual(file));
    loaded = Object.keys(require.cache);
  });
  return loaded;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

describe('the command loads', () => {
  const packageOf = (path: string) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  const packagesOf = (paths: readonly string[]) => [...new Set(paths.flatMap((path) => packageOf(path) ?? []))].sort();

  test('neither cdktf, nor constructs, nor a provider, whatever it is asked', () => {
    const packages = packagesOf(loadedWith(...sources(CHECK)));
    expect(packages.filter((name) => /^(cdkt[fn]|constructs|@cdkt[fn]\/.*)$/.test(name))).toEqual([]);
    expect(packages).toContain('yaml');
  });

  test('at first no reader of YAML or of schemas, and nothing that draws', () => {
    expect(packagesOf(loadedWith(join(CHECK, 'main.ts')))).toEqual(['commander', 'picocolors']);
  });

  test('a few hundred modules at most', () => {
    expect(loadedWith(join(CHECK, 'main.ts')).length).toBeLessThan(350);
  });
});

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { basename, dirname, join, relative } from 'path';

const ROOT = join(__dirname, '..');

/** What the library uses of others at run time, beside its peers. */
export const PACKAGES = ['@dagrejs/dagre'];

/** A package that comes along, as one file. */
export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly licenseText: string;
  /** Its script for `require`. */
  readonly script: string;
}

/** The packages and what they depend on themselves, as they are installed. */
export function thirdParties(names: readonly string[] = PACKAGES): readonly ThirdParty[] {
  const packages = new Map<string, ThirdParty>();
  const add = (name: string, load: NodeJS.Require) => {
    if (packages.has(name)) return;
    const file = load.resolve(`${name}/package.json`);
    const { version, license, dependencies = {} } = load(file);
    const licenseText = readFileSync(join(dirname(file), 'LICENSE'), 'utf8');
    packages.set(name, { name, version, license, licenseText, script: load.resolve(name) });
    for (const dependency of Object.keys(dependencies)) add(dependency, createRequire(file));
  };
  for (const name of names) add(name, createRequire(__filename));
  return [...packages.values()];
}

/** The text of THIRD-PARTY-LICENSES. */
export function renderLicenses(packages: readonly ThirdParty[]): string {
  const texts = packages.map(
    ({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText.trim()}\n`,
  );
  return [
    'The package holds copies of these packages in lib/third-party, under the licenses that follow.\n',
    ...texts,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

const copyOf = ({ name }: ThirdParty) => `${basename(name)}.js`;

/** A script that loads the copies of the packages, which stand in `folder` as it is written in the script. */
export function withCopies(script: string, packages: readonly ThirdParty[], folder: string): string {
  return packages.reduce(
    (text, found) => text.replaceAll(`require("${found.name}")`, `require("${folder}/${copyOf(found)}")`),
    script,
  );
}

/** A script without the mention of files beside it that are not copied. */
const withoutNeighbours = (script: string) =>
  script.replace(/\n\/\/# sourceMappingURL=.*/, '').replace(/\S+\.LEGAL\.txt/, 'THIRD-PARTY-LICENSES');

/**
 * Copies the one script of each package that the library loads, and has the library load the copy.
 *
 * Bundled by npm, the packages would bring their builds for browsers and ES modules and their source maps along: forty
 * times as much.
 */
function copyInto(lib: string, packages: readonly ThirdParty[]): void {
  const folder = join(lib, 'third-party');
  for (const name of readdirSync(lib, { encoding: 'utf8', recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = join(lib, name);
    const script = readFileSync(file, 'utf8');
    const copied = withCopies(script, packages, relative(dirname(file), folder).replaceAll('\\', '/'));
    if (copied !== script) writeFileSync(file, copied);
  }
  mkdirSync(folder, { recursive: true });
  for (const found of packages) {
    const script = withCopies(readFileSync(found.script, 'utf8'), packages, '.');
    writeFileSync(join(folder, copyOf(found)), withoutNeighbours(script));
  }
}

if (require.main === module) {
  const [, , what] = process.argv;
  if (what === 'lib') copyInto(join(ROOT, 'lib'), thirdParties());
  else writeFileSync(join(ROOT, 'THIRD-PARTY-LICENSES'), renderLicenses(thirdParties()));
}

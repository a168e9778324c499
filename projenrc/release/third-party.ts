import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join } from 'path';

const ROOT = join(__dirname, '..', '..');

/** What the library uses of others at run time, beside its peers. */
export const PACKAGES = ['ajv', 'commander', 'picocolors', 'yaml'];

/** A package that comes along. */
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
    const script = load.resolve(name);
    const file = manifestOf(name, script);
    const { version, license, dependencies = {} } = load(file);
    const licenseText = readFileSync(licenseIn(dirname(file)), 'utf8');
    packages.set(name, { name, version, license, licenseText, script });
    for (const dependency of Object.keys(dependencies)) add(dependency, createRequire(file));
  };
  for (const name of names) add(name, createRequire(__filename));
  return [...packages.values()];
}

/** The manifest of a package, which some do not export. */
function manifestOf(name: string, path: string): string {
  const file = join(dirname(path), 'package.json');
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === name) return file;
  return manifestOf(name, dirname(path));
}

/** The license in the folder of a package, which some write in small letters. */
export function licenseIn(folder: string): string {
  const name = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  return join(folder, name ?? 'LICENSE');
}

/** The text of THIRD-PARTY-LICENSES. */
export function renderLicenses(packages: readonly ThirdParty[]): string {
  const texts = packages.map(
    ({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText.trim()}\n`,
  );
  return [
    'lib/bundle.js and lib/check.js hold copies of these packages, under the licenses that follow.\n',
    ...texts,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

if (require.main === module) writeFileSync(join(ROOT, 'THIRD-PARTY-LICENSES'), renderLicenses(thirdParties()));

import { execFileSync } from 'child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { dirname, extname, join } from 'path';
import { rewriteConfiguration, rewriteManifest, rewriteModules, rewriteReadme } from './rewrite';

const ROOT = join(__dirname, '..', '..');
const INSTALLED = join(__dirname, 'cdktn');

/** Where the edition for CDK Terrain is made; what is not installed there, Node finds in the folders above it. */
const EDITION = join(ROOT, 'dist', 'cdktn');

/** What tells of both engines, and so is the same in both editions. */
const OF_BOTH = /^(?:projenrc\/engines|test\/engines|docs\/decisions)\/|^docs\/engines\.md$/;
const CONFIGURATIONS = ['jest.config.json', 'tsconfig.dev.json'];

/** Makes the edition anew: what it runs on is installed, and every file of the repository is written as it is there. */
function make(): void {
  rmSync(EDITION, { recursive: true, force: true });
  mkdirSync(EDITION, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(INSTALLED, file), join(EDITION, file));
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: EDITION, stdio: 'inherit' });
  admitEngine();
  for (const file of filesOfRepository()) {
    mkdirSync(dirname(join(EDITION, file)), { recursive: true });
    const rewritten = rewrite(file);
    if (rewritten === undefined) copyFileSync(join(ROOT, file), join(EDITION, file));
    else writeFileSync(join(EDITION, file), rewritten);
  }
}

/**
 * jsii holds the engine to the range in the provider's assembly, which ends before this version of the engine. The
 * override in package.json tells npm that they fit; this tells jsii the same, in the folder of the edition only.
 */
function admitEngine(): void {
  const assembly = join(EDITION, 'node_modules', '@cdktn', 'provider-azurerm', '.jsii');
  const text = readFileSync(assembly, 'utf8');
  const admitted = text.replace(/(?<="dependencies": \{\s*"cdktn": ")[^"]*/, '*');
  if (admitted === text) throw new Error(`The provider declares no range of cdktn: ${assembly}`);
  writeFileSync(assembly, admitted);
}

/** Every file that is committed, or could be. */
function filesOfRepository(): string[] {
  const options = ['--cached', '--others', '--exclude-standard', '--deduplicate', '-z'];
  const listed = execFileSync('git', ['ls-files', ...options], { cwd: ROOT, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file && file !== 'node_modules' && existsSync(join(ROOT, file)));
}

/** A file as it is in the edition; `undefined` where it is the same. */
function rewrite(file: string): string | undefined {
  if (OF_BOTH.test(file)) return undefined;
  const text = () => readFileSync(join(ROOT, file), 'utf8');
  if (file === 'package.json') return `${JSON.stringify(rewriteManifest(JSON.parse(text())), undefined, 2)}\n`;
  if (file === 'README.md') return rewriteReadme(text());
  if (CONFIGURATIONS.includes(file)) return rewriteConfiguration(text());
  return ['.ts', '.md'].includes(extname(file)) ? rewriteModules(text()) : undefined;
}

make();

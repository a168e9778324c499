import { execFileSync } from 'child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { rewriteFile } from './rewrite';

const ROOT = join(__dirname, '..', '..');
const INSTALLED = join(__dirname, 'cdktn');

/** Where the edition for CDK Terrain is made. */
const EDITION = join(ROOT, 'dist', 'cdktn');

/** Makes the edition anew: what it runs on is installed, and every file of the repository is written as it is there. */
function make(): void {
  rmSync(EDITION, { recursive: true, force: true });
  mkdirSync(EDITION, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(INSTALLED, file), join(EDITION, file));
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: EDITION, stdio: 'inherit' });
  admitEngine();
  linkShared();
  for (const file of filesOfRepository()) {
    mkdirSync(dirname(join(EDITION, file)), { recursive: true });
    const rewritten = rewriteFile(file, () => readFileSync(join(ROOT, file), 'utf8'));
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

/** Tools, and tests that name the path of a package, find what both editions share where it is installed here. */
function linkShared(): void {
  const [from, to] = [ROOT, EDITION].map((folder) => join(folder, 'node_modules'));
  const shared = readdirSync(from).filter((name) => !/^@?cdktf$/.test(name) && !existsSync(join(to, name)));
  shared.forEach((name) => symlinkSync(join(from, name), join(to, name)));
}

/** What runs the other engine's command line, and what holds projects and the linter to the packages of that engine. */
const OF_OTHER_ENGINE = [
  'projenrc/engines/cli.ts',
  'test/ci/project.test.ts',
  'test/linter.test.ts',
  'test/package/running.test.ts',
];

/** Every file that is committed, or could be, and holds for both engines. */
function filesOfRepository(): string[] {
  const options = ['--cached', '--others', '--exclude-standard', '--deduplicate', '-z'];
  const listed = execFileSync('git', ['ls-files', ...options], { cwd: ROOT, encoding: 'utf8' });
  const left = ['', 'node_modules', ...OF_OTHER_ENGINE];
  return listed.split('\0').filter((file) => !left.includes(file) && existsSync(join(ROOT, file)));
}

make();

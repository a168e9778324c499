import { execFileSync, spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { mayBreak } from './versions';

const ROOT = join(__dirname, '..', '..');
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What the API is compared with. */
interface Baseline {
  readonly title: string;
  /** What jsii-diff reads: a folder with an assembly, or `npm:NAME@VERSION`. */
  readonly assembly: string;
  /** What is to be done when it was read. */
  readonly dispose: () => void;
  /** The version of a release. */
  readonly version?: string;
}

const git = (...args: string[]) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
const binary = (tool: string) => join(ROOT, 'node_modules', '.bin', tool);
const nothing = () => undefined;

/** The last release on npm; `undefined` when npm has never heard of the package. */
function lastPublished(): Baseline | undefined {
  const { status, stdout, stderr } = spawnSync('npm', ['view', name, 'version', '--json'], { encoding: 'utf8' });
  if (status === 0) {
    const published: string = JSON.parse(stdout);
    const assembly = `npm:${name}@${published}`;
    return { title: `${name} ${published} on npm`, assembly, version: published, dispose: nothing };
  }
  if (/"code": "E404"/.test(stdout)) return undefined;
  throw new Error(`npm does not tell the last release: ${stderr.trim()}`);
}

/** The last tag of a version before this commit, for a package that is not on npm. */
function lastTagged(): Baseline | undefined {
  const { status, stdout } = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', 'HEAD^');
  const tag = stdout.trim();
  return status === 0 ? { ...ofCommit(tag), version: tag.slice(1) } : undefined;
}

/** A commit, compiled in a work tree of its own with the packages that are installed here. */
function ofCommit(commit: string): Baseline {
  const folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  const dispose = () => void git('worktree', 'remove', '--force', folder);
  try {
    execFileSync('git', ['worktree', 'add', '--quiet', '--force', '--detach', folder, commit], { cwd: ROOT });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    execFileSync(binary('jsii'), ['--silence-warnings=reserved-word'], { cwd: folder, stdio: 'inherit' });
  } catch (error) {
    dispose();
    throw error;
  }
  return { title: `commit ${commit}`, assembly: folder, dispose };
}

function named(what: string): Baseline {
  const path = resolve(ROOT, what);
  return existsSync(path) ? { title: path, assembly: path, dispose: nothing } : ofCommit(what);
}

function compare(baseline: Baseline): void {
  console.log(`The API of ${version} is compared with that of ${baseline.title}.`);
  const options = ['--keys', '--ignore-file', '.compatignore'];
  const { status } = spawnSync(binary('jsii-diff'), [...options, baseline.assembly, '.'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status === 0) return console.log('Nothing that users may rely on is broken.');
  if (status !== 1) throw new Error('jsii-diff could not compare.');
  if (baseline.version && mayBreak(baseline.version, version)) {
    return console.log(`${version} may break what ${baseline.version} had, so this is told and no error.`);
  }
  console.error('Keep what was there and deprecate it, or make the next release one that may break it.');
  process.exitCode = 1;
}

const [, , what] = process.argv;
const baseline = what ? named(what) : (lastPublished() ?? lastTagged());
if (baseline) {
  try {
    compare(baseline);
  } finally {
    baseline.dispose();
  }
} else {
  console.log('There is no release yet, on npm or as a tag, so there is nothing to compare with.');
}

import { execFileSync } from 'child_process';

/**
 * Gives the seed of random cases: the one that is given, or that of the sources. So each run of a commit tries the same
 * cases, and each commit others.
 */
export function seedOf(given: string | undefined): number {
  return given === undefined ? ofSources() : Number(given);
}

function ofSources(): number {
  const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { cwd: __dirname, encoding: 'utf8' });
  return parseInt(tree.slice(0, 7), 16);
}

import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { performance } from 'perf_hooks';
import { Job, Sample } from './child';

/** The longest time that one process is given; what takes longer is reported as not finished. */
const TIME_LIMIT = 100_000;

/** Milliseconds from the start of a script of its own to its end, as its user waits for it. */
export function wallTime(script: string, args: readonly string[] = []): number {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const begin = performance.now();
  run([script, ...args], { CDKTF_OUTDIR: outdir });
  const end = performance.now();
  rmSync(outdir, { recursive: true });
  return end - begin;
}

/**
 * Milliseconds that a new process takes to load a module, without the start of Node.js.
 *
 * @param name what is read of the module, which may load more
 */
export function loadTime(module: string, name: string = 'default'): number {
  const loading = `require(${JSON.stringify(module)}).${name}`;
  const script = `const begin = performance.now(); ${loading}; console.log(performance.now() - begin)`;
  return Number(run(['-e', script]));
}

/** What a job takes in a process of its own; `undefined` where it did not finish in time. */
export function sample(job: Job): Sample | undefined {
  const output = run([join(__dirname, `${job.build}.js`), JSON.stringify(job)]);
  return output === undefined ? undefined : JSON.parse(output);
}

function run(args: string[], env: Record<string, string> = {}): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: TIME_LIMIT,
    cwd: __dirname,
  });
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return undefined;
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { performance } from 'perf_hooks';
import { App } from 'cdktf';

/** What one process is to synthesize. */
export interface Job {
  readonly build: 'library' | 'twin';
  readonly apps: number;
  /** `false` turns the security baseline and all validations of the tree off; by default they are on. */
  readonly checks?: boolean;
  /** Whether cdktf takes a stack for each token; `false` is the library's opt-in. */
  readonly stackTraces?: boolean;
  /** Whether the connectivity report of the whole app is made as well. */
  readonly report?: boolean;
}

/** What one process took: milliseconds, and mebibytes at its peak. */
export interface Sample {
  /** Definition and synth of all apps, without loading modules. */
  readonly synth: number;
  readonly report: number;
  readonly memory: number;
}

/** The job that this process was given. */
export function givenJob(): Job {
  return JSON.parse(process.argv[2]);
}

/** Synthesizes as many apps as the job says, and prints what that took. */
export function run(
  { apps, checks = true }: Job,
  addApp: (app: App, index: number) => void,
  report?: (app: App) => void,
) {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const begin = performance.now();
  const app = new App({ outdir, skipValidation: !checks });
  for (let index = 0; index < apps; index++) addApp(app, index);
  app.synth();
  const synthesized = performance.now();
  report?.(app);
  const reported = performance.now();
  rmSync(outdir, { recursive: true });
  const sample: Sample = {
    synth: synthesized - begin,
    report: reported - synthesized,
    memory: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(sample));
}

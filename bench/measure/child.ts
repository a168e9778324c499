import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { performance } from 'perf_hooks';
import { App } from 'cdktf';

/** What one process is to synthesize. */
export interface Job {
  readonly build: 'library' | 'twin';
  readonly apps: number;
  /** `false` turns the security baseline and the check of connectivity off; by default they are on. */
  readonly checks?: boolean;
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

type AddApp = (app: App, index: number) => void;

/** Synthesizes as many apps as the job says, and prints what that took. */
export function run({ apps }: Job, addApp: AddApp, report?: (app: App) => void) {
  // The library loads modules when they are first used; the time of that is measured by processes of their own.
  synthesize(1, addApp);
  const { milliseconds: synth, value: app } = timed(() => synthesize(apps, addApp));
  const { milliseconds: reporting } = timed(() => report?.(app));
  const sample: Sample = { synth, report: reporting, memory: process.resourceUsage().maxRSS / 1024 };
  console.log(JSON.stringify(sample));
}

function synthesize(apps: number, addApp: AddApp): App {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  const app = new App({ outdir });
  for (let index = 0; index < apps; index++) addApp(app, index);
  app.synth();
  rmSync(outdir, { recursive: true });
  return app;
}

function timed<T>(action: () => T): { readonly milliseconds: number; readonly value: T } {
  const begin = performance.now();
  const value = action();
  return { milliseconds: performance.now() - begin, value };
}

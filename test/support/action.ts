import { spawnSync } from 'child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { parse } from 'yaml';
import { read, ROOT } from './markdown';

interface Input {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

interface ActionStep {
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

/** The GitHub action at the root of the repository. */
export const ACTION = parse(read('action.yml')) as {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
};

/** What a script of the action did. */
export interface ScriptRun {
  readonly status: number | null;
  readonly output: string;
  /** The calls of the program that is put in the place of `npx` or `gh`, one argument a line. */
  readonly calls: readonly string[][];
  /** A file that the script, or GitHub for it, has in the folder of the run. */
  readonly file: (name: string) => string;
}

/** Runs a script of the action with programs that only note how they are called, or are given as a script. */
export function runScript(
  script: string,
  programs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): ScriptRun {
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  const calls = join(folder, 'calls');
  for (const file of ['calls', 'output', 'summary']) writeFileSync(join(folder, file), '');
  mkdirSync(join(folder, 'bin'));
  for (const [name, body] of Object.entries(programs)) {
    const program = join(folder, 'bin', name);
    const note = `for each in "$@"; do printf '%s\\n' "$each" >> '${calls}'; done; printf '\\0' >> '${calls}'`;
    writeFileSync(program, `#!/usr/bin/env bash\n${note}\n${body}\n`);
    chmodSync(program, 0o755);
  }
  const { status, stdout, stderr } = spawnSync('bash', [join(ROOT, '.github', 'action', script)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      ...env,
    },
  });
  return {
    status,
    output: `${stdout}${stderr}`,
    calls: readFileSync(calls, 'utf8')
      .split('\0')
      .slice(0, -1)
      .map((call) => call.split('\n').slice(0, -1)),
    file: (name) => readFileSync(join(folder, name), 'utf8'),
  };
}

import { execFileSync, spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** What a program of the test left: the files of its output folder, and what it printed. */
export interface Outcome {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly printed: string;
}

/** A folder outside the repository in which projects are made, and programs run. */
export class Workspace {
  public readonly folder = mkdtempSync(join(tmpdir(), 'languages-'));
  private readonly temporary = this.path('tmp');

  public constructor() {
    mkdirSync(this.temporary);
    // Node would look for the library's own name in the manifest of a folder above.
    this.write('package.json', '{}');
  }

  public path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  public write(name: string, text: string): void {
    mkdirSync(join(this.path(name), '..'), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** Runs a command in the folder, and gives what it printed; fails with all of it. */
  public run(command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
    const env = {
      ...process.env,
      TMPDIR: this.temporary,
      MAVEN_OPTS: `-Djava.io.tmpdir=${this.temporary}`,
      // jsii prints a box around each version of Node.js that it does not know or that is at its end.
      JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1',
      JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
      ...environment,
    };
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd: this.folder,
      env,
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    if (status === 0) return stdout;
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? status}\n${stdout}${stderr}`);
  }

  /**
   * Runs a program that synthesizes. All run in the same folder, as each stack has the path of its local state in its
   * JSON, and each has an output folder of its own.
   */
  public synthesize(name: string, command: string, args: readonly string[], files: readonly string[]): Outcome {
    const out = this.path('out', name);
    mkdirSync(out, { recursive: true });
    const printed = this.run(command, args, { CDKTF_OUTDIR: out });
    return { files: new Map(files.map((file) => [file, readFileSync(join(out, file))])), printed };
  }

  public remove(): void {
    // Go makes the files of its modules read-only.
    execFileSync('chmod', ['-R', 'u+w', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

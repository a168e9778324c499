import { join } from 'path';
import { Configuration, modelOf } from './json-source';
import { run } from '../../../src/check/main';
import { EstateData, EstateReader, UnreadableInput } from '../../../src/check/private/estate';
import { Io } from '../../../src/check/private/io';

export const CWD = '/repo';

/** What a run of the command has written. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that it wrote, by their paths. */
  readonly written: Readonly<Record<string, string>>;
}

/** The world that a run of the command sees. */
export interface World {
  /** Texts of files by path from the current folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Io['env'];
  readonly isTerminal?: boolean;
  readonly stdin?: string;
  readonly read?: EstateReader;
}

/** Reads JSON `{ before?, after, notes?, missing? }`, or a configuration, in place of plans and states. */
export const readStub: EstateReader = (inputs) => {
  const estates = inputs.map(({ name, text }) => {
    try {
      return JSON.parse(text) as Stub;
    } catch {
      throw new UnreadableInput(`${name} is not JSON`);
    }
  });
  const afters = estates.map((estate) => estate.after ?? estate);
  const befores = estates.flatMap(({ before }) => before ?? []);
  return {
    after: modelOf(...afters),
    before: befores.length > 0 ? modelOf(...befores) : undefined,
    notes: estates.flatMap(({ notes }) => notes ?? []),
    missing: estates.flatMap(({ missing }) => missing ?? []),
  };
};

interface Stub extends Configuration, Partial<Omit<EstateData, 'before' | 'after'>> {
  readonly before?: Configuration;
  readonly after?: Configuration;
}

/** Runs the command in a world of its own. */
export async function runCommand(argv: readonly string[], world: World = {}): Promise<Outcome> {
  const files = new Map(Object.entries(world.files ?? {}).map(([name, text]) => [join(CWD, name), text]));
  const written: Record<string, string> = {};
  let [stdout, stderr] = ['', ''];
  const io: Io = {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    isTerminal: world.isTerminal ?? false,
    env: world.env ?? {},
    cwd: CWD,
    version: '1.2.3',
    today: '2026-11-30',
    readStdin: async () => Buffer.from(world.stdin ?? ''),
    readFile: (path) => {
      const text = files.get(path);
      if (text === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' });
      return typeof text === 'string' ? Buffer.from(text) : text;
    },
    readFolder: (path) => {
      const below = [...files.keys()].filter((file) => file.startsWith(`${path}/`));
      const names = below.map((file) => file.slice(path.length + 1).split('/')[0]);
      return names.length > 0 ? [...new Set(names)] : undefined;
    },
    writeFile: (path, text) => (written[path] = text),
    appendFile: (path, text) => (written[path] = (written[path] ?? '') + text),
  };
  const exitCode = await run(argv, io, world.read ?? readStub);
  return { exitCode, stdout, stderr, written };
}

/** Access of the command to the process that it runs in. */
export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** States whether people read the output as it is written. */
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that paths start from. */
  readonly cwd: string;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Reads a file; throws where the file is missing. */
  readonly readFile: (path: string) => Uint8Array;
  /** The names in a folder; `undefined` where there is no such folder. */
  readonly readFolder: (path: string) => readonly string[] | undefined;
  /** Writes a file, with its folder. */
  readonly writeFile: (path: string, text: string) => void;
  readonly appendFile: (path: string, text: string) => void;
  /** Version of the package. */
  readonly version: string;
  /** The current day, as `YYYY-MM-DD`. */
  readonly today?: string;
}

/** The code of a failed call of the file system, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

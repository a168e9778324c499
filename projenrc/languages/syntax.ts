import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';

/** A program that reads the names of files from its input, and fails when it cannot parse one of them. */
export interface SyntaxChecker {
  readonly command: string;
  readonly arguments: readonly string[];
  /** The program that `command` starts, which has to be installed. */
  readonly needs?: string;
}

export interface SyntaxResult {
  /** Whether the program is installed. */
  readonly checked: boolean;
  /** What the program told; empty when it could parse all files. */
  readonly errors: string;
}

/** The files of a folder and the folders in it, by the end of their names. */
export function filesOf(folder: string, extension: string): readonly string[] {
  return readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

export function checkSyntax(files: readonly string[], checker: SyntaxChecker): SyntaxResult {
  const { error } = spawnSync(checker.needs ?? checker.command, ['--version']);
  if (error) return { checked: false, errors: '' };
  const { status, stdout, stderr } = spawnSync(checker.command, checker.arguments, {
    input: `${files.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (status === 0) return { checked: true, errors: '' };
  return { checked: true, errors: `${stderr}${stdout}`.trim() || `${checker.command} ended with ${status}` };
}

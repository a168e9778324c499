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
  /** Whether the files were checked, by what, and whether they are right. */
  readonly verdict: string;
  /** What the program told; empty when it could parse all files, or there is none. */
  readonly errors: string;
}

/** The files of a folder and the folders in it, by the end of their names. */
export function filesOf(folder: string, extension: string): readonly string[] {
  return readdirSync(folder, { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

export function checkSyntax(files: readonly string[], checker?: SyntaxChecker): SyntaxResult {
  if (!checker) return { verdict: 'not checked', errors: '' };
  const program = checker.needs ?? checker.command;
  if (spawnSync(program, ['--help']).error) return { verdict: `not checked: ${program} is not installed`, errors: '' };
  const { status, stdout, stderr } = spawnSync(checker.command, checker.arguments, {
    input: `${files.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (status === 0) return { verdict: `no error of syntax: ${program}`, errors: '' };
  const errors = `${stderr}${stdout}`.trim() || `${program} ended with ${status}`;
  return { verdict: `ERRORS: ${program}`, errors };
}

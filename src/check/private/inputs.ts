import { join, resolve } from 'path';
import { Input, UnreadableInput } from './estate';
import { codeOf, Io } from './io';
import { decoded } from './reading/decoded';
import { sha256 } from '../../evidence/internal/input-record';

const STDIN = '-';
/** File that synth writes for a stack, below the folder `stacks`. */
const STACK_FILE = 'cdk.tf.json';

/**
 * The texts of what a user names: a file, a synthesized folder, or `-`.
 *
 * @param isHashed whether the hash of each is asked for
 */
export async function readInputs(names: readonly string[], io: Io, isHashed: boolean): Promise<Input[]> {
  if (names.filter((name) => name === STDIN).length > 1) {
    throw new UnreadableInput('- is given twice, and the standard input can be read once');
  }
  const inputs: Input[] = [];
  for (const name of names) {
    inputs.push(
      ...(name === STDIN ? [inputOf('standard input', await io.readStdin(), isHashed)] : filesAt(name, io, isHashed)),
    );
  }
  return inputs;
}

function filesAt(name: string, io: Io, isHashed: boolean): Input[] {
  const inputAt = (file: string) => inputOf(file, bytesOf(file, io), isHashed);
  const entries = io.readFolder(resolve(io.cwd, name));
  if (!entries) return [inputAt(name)];
  if (entries.includes(STACK_FILE)) return [inputAt(join(name, STACK_FILE))];
  const stacks = io.readFolder(resolve(io.cwd, name, 'stacks')) ?? [];
  const files = [...stacks]
    .sort()
    .map((stack) => join(name, 'stacks', stack))
    .filter((folder) => io.readFolder(resolve(io.cwd, folder))?.includes(STACK_FILE))
    .map((folder) => join(folder, STACK_FILE));
  if (files.length === 0) {
    throw new UnreadableInput(
      `${name} is a folder without synthesized stacks; give a plan or state that "terraform show -json" wrote, or the folder that "cdktf synth" wrote, such as cdktf.out`,
    );
  }
  return files.map(inputAt);
}

function inputOf(name: string, bytes: Uint8Array, isHashed: boolean): Input {
  return { name, text: decoded(bytes, name), ...(isHashed && { sha256: sha256(bytes) }) };
}

/** The text of a file that the user names. */
export function textOf(name: string, io: Io): string {
  return decoded(bytesOf(name, io), name);
}

/** Content of a file that the user names. */
export function bytesOf(name: string, io: Io): Uint8Array {
  try {
    return io.readFile(resolve(io.cwd, name));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UnreadableInput(`there is no file ${name}`);
    throw new UnreadableInput(`${name} cannot be read${code ? ` (${code})` : ''}`);
  }
}

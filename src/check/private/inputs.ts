import { join, resolve } from 'path';
import { Input, UnreadableInput } from './estate';
import { codeOf, Io } from './io';
import { decoded } from './reading/decoded';

const STDIN = '-';
/** What synth writes for a stack, below the folder `stacks`. */
const STACK_FILE = 'cdk.tf.json';

/** The texts of what a user names: a file, a synthesized folder, or `-`. */
export async function readInputs(names: readonly string[], io: Io): Promise<Input[]> {
  if (names.filter((name) => name === STDIN).length > 1) {
    throw new UnreadableInput('- is given twice, and the standard input can be read once');
  }
  const inputs: Input[] = [];
  for (const name of names) {
    inputs.push(...(name === STDIN ? [await stdin(io)] : filesAt(name, io)));
  }
  return inputs;
}

async function stdin(io: Io): Promise<Input> {
  const name = 'standard input';
  return { name, text: decoded(await io.readStdin(), name) };
}

function filesAt(name: string, io: Io): Input[] {
  const entries = io.readFolder(resolve(io.cwd, name));
  if (!entries) return [{ name, text: textOf(name, io) }];
  if (entries.includes(STACK_FILE)) return [inputAt(join(name, STACK_FILE), io)];
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
  return files.map((file) => inputAt(file, io));
}

function inputAt(file: string, io: Io): Input {
  return { name: file, text: textOf(file, io) };
}

/** The text of a file that the user names. */
export function textOf(name: string, io: Io): string {
  try {
    return decoded(io.readFile(resolve(io.cwd, name)), name);
  } catch (error) {
    if (error instanceof UnreadableInput) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UnreadableInput(`there is no file ${name}`);
    throw new UnreadableInput(`${name} cannot be read${code ? ` (${code})` : ''}`);
  }
}

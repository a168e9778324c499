import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname } from 'path';
import { run } from './main';
import { EstateReader, UnreadableInput } from './private/estate';
import { codeOf, Io } from './private/io';

const UTF_16 = Buffer.from([0xff, 0xfe]);
const BYTE_ORDER_MARK = '\ufeff';

/** Reads plans, states and synthesized stacks. */
const read: EstateReader = () => {
  throw new UnreadableInput('plans and states are not read yet');
};

/** Runs the command in this process, which ends with its exit code once all is written. */
export async function main(version: string): Promise<void> {
  // Whoever reads only the first lines, such as `head`, closes the pipe.
  process.stdout.on('error', (error) => {
    if (codeOf(error) !== 'EPIPE') throw error;
  });
  process.exitCode = await run(process.argv.slice(2), processIo(version), read);
}

/** What this process offers. */
export function processIo(version: string): Io {
  return {
    version,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
    env: process.env,
    cwd: process.cwd(),
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return textOf(Buffer.concat(chunks));
    },
    readFile: (path) => textOf(readFileSync(path)),
    readFolder: (path) => {
      try {
        return readdirSync(path);
      } catch {
        return undefined;
      }
    },
    writeFile: (path, text) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
    appendFile: (path, text) => appendFileSync(path, text),
  };
}

/** The text in a file: PowerShell writes what it redirects in UTF-16. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString(bytes.subarray(0, 2).equals(UTF_16) ? 'utf16le' : 'utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

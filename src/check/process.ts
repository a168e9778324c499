import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { dirname } from 'path';
import { run } from './main';
import { codeOf, Io } from './private/io';
import { Estate } from './private/reading/estate';

/** Runs the command in this process, which ends with its exit code once all is written. */
export async function main(version: string): Promise<void> {
  // Whoever reads only the first lines, such as `head`, closes the pipe.
  process.stdout.on('error', (error) => {
    if (codeOf(error) !== 'EPIPE') throw error;
  });
  process.exitCode = await run(process.argv.slice(2), processIo(version), (inputs) => Estate.of(inputs));
}

/** Access to this process. */
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
      return Buffer.concat(chunks);
    },
    readFile: (path) => readFileSync(path),
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

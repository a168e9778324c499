import { execFileSync } from 'child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, relative } from 'path';
import { synthesize } from '../../examples/synth';
import { devDependencies } from '../../package.json';

const EXAMPLE = 'quick-start';
const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'dist', 'cdktf-cli');
const SPECIFIER = `cdktf-cli@${devDependencies.cdktf}`;

/** Runs a command with its output on the console. */
function run(what: string, command: string, args: readonly string[], cwd: string): void {
  const start = Date.now();
  execFileSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, CHECKPOINT_DISABLE: '1' } });
  console.log(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

/** Installs the CLI of the same version as cdktf, once. It weighs 420 MB, so it is no dependency of the project. */
function install(): void {
  const installed = join(FOLDER, SPECIFIER);
  if (existsSync(installed)) return;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
  run(`install ${SPECIFIER}`, 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', SPECIFIER], FOLDER);
  writeFileSync(installed, '');
}

/** What a run synthesized below a folder. */
function stackIn(...folder: string[]): string {
  return readFileSync(join(...folder, 'stacks', EXAMPLE, 'cdk.tf.json'), 'utf8');
}

install();
const output = join(FOLDER, 'cdktf.out');
rmSync(output, { recursive: true, force: true });
const cdktf = join(FOLDER, 'node_modules', '.bin', 'cdktf');
run('cdktf synth', cdktf, ['synth', '--output', relative(ROOT, output)], ROOT);

const own = join(FOLDER, 'own');
synthesize(EXAMPLE, own);
if (stackIn(output) !== stackIn(own, EXAMPLE)) {
  throw new Error(`cdktf synth and npm run synth differ; compare ${output} with ${own}`);
}
console.log(`cdktf synth and npm run synth write the same for ${EXAMPLE}`);

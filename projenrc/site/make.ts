import { execFileSync } from 'child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { LANGUAGES } from './sidebar';
import { EXAMPLES } from '../../examples/stacks';
import { documentsOf } from '../../src/core/internal/documents';

const ROOT = join(__dirname, '..', '..');
const SOURCE = join(ROOT, 'dist', 'site-source');

function run(command: string, args: readonly string[], cwd = ROOT): void {
  execFileSync(command, args, { cwd, stdio: 'inherit' });
}

const script = (path: string, ...args: readonly string[]) =>
  run('npx', ['ts-node', '-T', '--project', 'tsconfig.dev.json', path, ...args]);

/** Makes the site of a compiled checkout in `dist/site`: the API in all languages, the reports of all examples, the pages. */
function make(): void {
  for (const language of Object.keys(LANGUAGES)) script('projenrc/api/write.ts', language, `dist/docs/api/${language}`);
  for (const example of Object.keys(EXAMPLES)) script('examples/report.ts', example);
  mkdirSync(SOURCE, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(__dirname, file), join(SOURCE, file));
  run('npm', ['ci', '--no-audit', '--no-fund'], SOURCE);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [, ref] = /\/blob\/(.+)\/docs$/.exec(documentsOf(version))!;
  script('projenrc/site/stage.ts', ref, ...Object.keys(EXAMPLES));
  run('npx', ['vitepress', 'build'], SOURCE);
}

make();

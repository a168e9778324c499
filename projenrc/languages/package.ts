import { execFileSync } from 'child_process';
import { rmSync } from 'fs';
import { join } from 'path';
import { checkSyntax, filesOf, SyntaxChecker } from './syntax';

const ROOT = join(__dirname, '..', '..');
const DIST = join(ROOT, 'dist');

interface Target {
  readonly name: string;
  readonly folder: string;
  readonly extension: string;
  readonly checker?: SyntaxChecker;
}

const PYTHON = `
import sys
failed = False
for name in sys.stdin.read().splitlines():
    try:
        compile(open(name, encoding="utf-8").read(), name, "exec", dont_inherit=True)
    except SyntaxError as error:
        failed = True
        print(f"{name}:{error.lineno}: {error.msg}", file=sys.stderr)
sys.exit(failed)
`;

const TARGETS: readonly Target[] = [
  {
    name: 'Python',
    folder: 'python',
    extension: '.py',
    checker: { command: 'python3', arguments: ['-c', PYTHON] },
  },
  {
    name: 'Java',
    folder: 'java',
    extension: '.java',
    checker: { command: 'java', arguments: [join(__dirname, 'ParseJava.java')], needs: 'javac' },
  },
  {
    name: 'Go',
    folder: 'go',
    extension: '.go',
    checker: { command: 'xargs', arguments: ['gofmt', '-e', '-l'], needs: 'gofmt' },
  },
  // No program of C# reads its syntax alone: `dotnet build` does, and it needs the packages.
  { name: 'C#', folder: 'dotnet', extension: '.cs' },
];

function generate(): void {
  for (const { folder } of TARGETS) rmSync(join(DIST, folder), { recursive: true, force: true });
  const pacmak = join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');
  const targets = TARGETS.map(({ folder }) => folder);
  execFileSync(pacmak, ['--code-only', '--npmignore', 'false', '--outdir', DIST, '--targets', ...targets], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

let started = Date.now();
generate();
console.log(
  `Generated in ${seconds(started)}. The syntax is checked with what is installed; types are not, because that`,
);
console.log('needs the packages of cdktf and of the provider in each language.');

for (const { name, folder, extension, checker } of TARGETS) {
  const files = filesOf(join(DIST, folder), extension);
  if (files.length === 0) throw new Error(`jsii-pacmak generated no ${name}.`);
  started = Date.now();
  const { verdict, errors } = checkSyntax(files, checker);
  console.log(`${name}: ${files.length} files in dist/${folder}, ${verdict} (${seconds(started)})`);
  if (errors) {
    console.error(errors);
    process.exitCode = 1;
  }
}

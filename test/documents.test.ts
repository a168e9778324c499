import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdktf';
import * as ts from 'typescript';
import { SecureSignalRApp } from '../src';
import { newStack } from './support/synth';

const ROOT = join(__dirname, '..');
const DOCS = join(ROOT, 'docs');

/** What readers have before they read: a stack, and an architecture in it. */
const GIVEN = `
import { TerraformStack } from 'cdktf';
import { SecureSignalRApp } from 'cdktf-azure-secure-signalr';

declare global {
  const stack: TerraformStack;
  const chat: SecureSignalRApp;
}
`;

/** The TypeScript of a document, which reads as one file: a block may use what one above it has. */
function codeOf(file: string): string {
  const blocks = readFileSync(join(DOCS, file), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g);
  return [...blocks].map(([, code]) => code).join('\n');
}

/** What the compiler has against files that are not on the disk, by their paths. */
function errorsIn(files: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...others) => {
    const text = files.get(path);
    return text === undefined ? getSourceFile(path, version, ...others) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true, types: ['jest'] }, host);
  return [...files.keys()]
    .map((path) => program.getSourceFile(path)!)
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, messageText }) => `${file!.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

const documents = readdirSync(DOCS).filter((file) => file.endsWith('.md') && codeOf(file) !== '');

describe('TypeScript of the documents', () => {
  test('compiles', () => {
    expect(documents).toEqual(['compliance.md', 'connectivity.md', 'governance.md', 'performance.md', 'strings.md']);
    const files = new Map([
      [join(DOCS, 'given.ts'), GIVEN],
      ...documents.map((file) => [join(DOCS, file.replace(/\.md$/, '.ts')), codeOf(file)] as const),
    ]);
    expect(errorsIn(files)).toEqual([]);
  });

  test.each(documents)('%s runs, and the stack is synthesized', (file) => {
    const stack = newStack('Docs');
    const chat = new SecureSignalRApp(stack, 'Chat', {
      location: 'centralus',
      allowedOrigins: ['http://localhost:3000'],
    });
    const { outputText } = ts.transpileModule(codeOf(file), { compilerOptions: { module: ts.ModuleKind.CommonJS } });
    const runNow = (_name: string, body: () => void) => body();
    const given = { require, exports: {}, stack, chat, test: runNow, expect };
    new Function(...Object.keys(given), outputText)(...Object.values(given));
    expect(() => Testing.synth(stack, true)).not.toThrow();
  });
});

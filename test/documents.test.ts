import { spawnSync } from 'child_process';
import { join } from 'path';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import * as ts from 'typescript';
import { SecureSignalRApp } from '../src';
import { blocksOf, documents, read, ROOT } from './support/markdown';

/** What readers have before they read: an app with a stack, and an architecture in it. */
const GIVEN = `
import { App, TerraformStack } from 'cdktf';
import { SecureSignalRApp } from 'cdktf-azure-secure-signalr';

declare global {
  const app: App;
  const stack: TerraformStack;
  const chat: SecureSignalRApp;
}
`;

interface Program {
  /** Where its TypeScript stands. */
  readonly name: string;
  /** Where the compiler finds it. */
  readonly path: string;
  readonly code: string;
}

/** The README shows lines of examples, which are compiled and run where they stand. */
const isShownFromExamples = (file: string) => file === 'README.md';

/**
 * The programs of a document. One reads as one file: a block may use what one above it has. A page of how-tos has a
 * program for each of its sections, since nobody reads all of them.
 */
function programsOf(file: string): Program[] {
  const parts = file.startsWith('docs/how-to/') ? read(file).split(/^(?=## )/m) : [read(file)];
  return parts
    .map((part, index) => ({
      name: parts.length > 1 ? `${file}: ${part.split('\n')[0].slice(3)}` : file,
      path: join(ROOT, file.replace(/\.md$/, `.${index}.ts`)),
      code: blocksOf(part, 'ts').join('\n'),
    }))
    .filter(({ code }) => code !== '');
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

/** Runs a program in an app of its own; one that defines a chat itself is given none. */
function run({ code }: Program): App {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'Docs');
  new AzurermProvider(stack, 'azurerm', { features: [{}], storageUseAzuread: true });
  const given: Record<string, unknown> = { require, exports: {}, app, stack, expect };
  given.test = (_name: string, body: () => void) => body();
  if (/\bchat\b/.test(code) && !/\bconst chat\b/.test(code)) {
    given.chat = new SecureSignalRApp(stack, 'Chat', {
      location: 'centralus',
      allowedOrigins: ['http://localhost:3000'],
    });
  }
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020 };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  // In a block, so that a program may call its own app or stack as it likes.
  new Function(...Object.keys(given), `{ ${outputText} }`)(...Object.values(given));
  return app;
}

const stacksIn = (app: App) => app.node.findAll().filter(TerraformStack.isStack) as TerraformStack[];

const programs = documents()
  .filter((file) => !isShownFromExamples(file))
  .flatMap(programsOf);

describe('TypeScript of the documents', () => {
  test('compiles', () => {
    expect(programs.length).toBeGreaterThan(25);
    const files = new Map([
      [join(ROOT, 'docs', 'given.ts'), GIVEN],
      ...programs.map(({ path, code }) => [path, `${code}\nexport {};\n`] as const),
    ]);
    expect(errorsIn(files)).toEqual([]);
  });

  test.each(programs.map((program) => [program.name, program] as const))(
    '%s runs, and its stacks are synthesized',
    (_name, program) => {
      const app = run(program);
      stacksIn(app).forEach((stack) => expect(() => Testing.synth(stack, true)).not.toThrow());
    },
  );
});

describe('other code of the documents', () => {
  const blocks = (language: string) =>
    documents().flatMap((file) => blocksOf(read(file), language).map((code) => ({ file, code })));

  test('is JSON where it says so', () => {
    expect(blocks('json').length).toBeGreaterThan(4);
    blocks('json').forEach(({ code }) => expect(() => JSON.parse(code)).not.toThrow());
  });

  test('can be read by a shell where it is for one', () => {
    const commands = blocks('sh');
    expect(commands.length).toBeGreaterThan(40);
    const faults = documents().map((file) => {
      const input = commands.flatMap((block) => (block.file === file ? block.code : [])).join('\n');
      return spawnSync('bash', ['-n'], { input, encoding: 'utf8' }).stderr;
    });
    expect(faults.filter((fault) => fault !== '')).toEqual([]);
  });

  test('is in a language that a test reads, a comparison, a picture or no code', () => {
    const languages = documents().flatMap((file) =>
      [...read(file).matchAll(/^ *```([^\n]+)$/gm)].map(([, language]) => language),
    );
    const translated = ['python', 'csharp', 'java', 'go'];
    // The `xml` is the project of docs/languages.md, which test/package/running.test.ts reads.
    const known = ['ts', 'typescript', 'json', 'sh', ...translated, 'xml', 'yaml', 'diff', 'mermaid', 'text'];
    expect([...new Set(languages)].filter((language) => !known.includes(language))).toEqual([]);
    const texts = documents().flatMap((file) => blocksOf(read(file), 'text'));
    expect(texts.filter((text) => /^(?:import|new|const) /m.test(text))).toEqual([]);
  });
});

import { execFileSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { ConsumerProject } from '../support/tarball';

const { peerDependencies } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
const project = new ConsumerProject([...Object.keys(peerDependencies), '@types/node']);

afterAll(() => project.remove());

const PROGRAM = `
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider/index.js';
import { App, TerraformStack } from 'cdktf';
import { SecureSignalRApp, signalr } from 'cdktf-azure-secure-signalr';
import { Sku } from 'cdktf-azure-secure-signalr/lib/signalr/index.js';

const app = new App({ outdir: process.argv[2] });
const stack = new TerraformStack(app, 'consumer');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
const chat = new SecureSignalRApp(stack, 'Chat', { location: 'centralus', sku: Sku.standard(2) });
const service: signalr.SignalRService = chat.signalr;
const hostname: string = service.hostname;
if (Sku !== signalr.Sku) throw new Error('There are two copies of Sku.');
app.synth();
console.log(typeof hostname);
`;

/** Without the file that `node10` finds by itself. */
const FOLDERS = PROGRAM.replaceAll('/index.js', '');
const WRONG = `import { SecureSignalRApp } from 'cdktf-azure-secure-signalr';
export const props: ConstructorParameters<typeof SecureSignalRApp>[2] = { location: 42 };
`;

const { CommonJS, ES2022, Node16 } = ts.ModuleKind;
const { Node10, Node16: NodeNext, Bundler } = ts.ModuleResolutionKind;

const host = ts.createCompilerHost({});
const read = new Map<string, ts.SourceFile | undefined>();
const { getSourceFile } = host;

/** What the compiler has against a program, and against the declarations of the library. */
function errorsOf(
  name: string,
  text: string,
  module: ts.ModuleKind,
  moduleResolution: ts.ModuleResolutionKind,
  more: ts.CompilerOptions = {},
) {
  const file = join(project.folder, name);
  writeFileSync(file, text);
  // The declarations of the peers take seconds to read, and their format depends on the module system alone.
  host.getSourceFile = (path, options, ...others) => {
    const { impliedNodeFormat } = options as ts.CreateSourceFileOptions;
    const key = `${path} ${impliedNodeFormat}`;
    if (!read.has(key)) read.set(key, getSourceFile(path, options, ...others));
    return read.get(key);
  };
  const target = ts.ScriptTarget.ES2022;
  const options = {
    module,
    moduleResolution,
    target,
    strict: true,
    types: ['node'],
    typeRoots: [join(project.folder, 'node_modules/@types')],
    ...more,
  };
  const program = ts.createProgram([file], options, host);
  const mine = program
    .getSourceFiles()
    .filter(({ fileName }) => /consumer-|cdktf-azure-secure-signalr\/lib/.test(fileName));
  return [
    ...program.getOptionsDiagnostics(),
    ...mine.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('types of the package, for a project with', () => {
  test.each([
    ['CommonJS, found as Node 10 finds modules', 'commonjs.ts', PROGRAM, CommonJS, Node10],
    ['CommonJS, with folders as modules', 'folders.ts', FOLDERS, CommonJS, Node10],
    ['CommonJS, found through exports', 'node16.cts', PROGRAM, Node16, NodeNext],
    ['ES modules', 'node16.mts', PROGRAM, Node16, NodeNext],
    ['a bundler', 'bundler.ts', PROGRAM, ES2022, Bundler],
  ])('%s', (_, name, text, module, resolution) => {
    expect(errorsOf(name, text, module, resolution)).toEqual([]);
  });

  test('the strictest options, which also judge the declarations of the library', () => {
    const strictest = { exactOptionalPropertyTypes: true, skipLibCheck: false };
    expect(errorsOf('exact.cts', PROGRAM, Node16, NodeNext, strictest)).toEqual([]);
  });

  test('a value of a wrong type is refused', () => {
    expect(errorsOf('wrong.mts', WRONG, Node16, NodeNext)).toEqual([
      "Type 'number' is not assignable to type 'string'.",
    ]);
  });
});

describe('scripts of the package, for a program of', () => {
  const run = (name: string, text: string, module: ts.ModuleKind) => {
    const file = join(project.folder, name);
    const { outputText } = ts.transpileModule(text, { compilerOptions: { module, target: ts.ScriptTarget.ES2022 } });
    writeFileSync(file, outputText);
    return execFileSync('node', [file, join(project.folder, `${name}.out`)], { encoding: 'utf8' }).trim();
  };
  const terraformOf = (name: string) =>
    JSON.parse(readFileSync(join(project.folder, `${name}.out`, 'stacks', 'consumer', 'cdk.tf.json'), 'utf8'));

  test.each([
    ['CommonJS', 'commonjs.cjs', PROGRAM, CommonJS],
    ['CommonJS, with folders as modules', 'folders.cjs', FOLDERS, CommonJS],
    ['ES modules', 'modules.mjs', PROGRAM, ES2022],
  ])('%s', (_, name, text, module) => {
    expect(run(name, text, module)).toBe('string');
    const [service] = Object.values<any>(terraformOf(name).resource.azurerm_signalr_service);
    expect(service.sku).toEqual({ capacity: 2, name: 'Standard_S1' });
  });

  test('both: what a report is drawn with comes along', () => {
    const script = `
      const { Testing, TerraformStack } = require('cdktf');
      const { connectivity } = require('cdktf-azure-secure-signalr');
      const stack = new TerraformStack(Testing.app(), 'empty');
      console.log(connectivity.ConnectivityReport.of(stack).toHtml().slice(0, 15));`;
    expect(execFileSync('node', ['-e', script], { cwd: project.folder, encoding: 'utf8' }).trim()).toBe(
      '<!DOCTYPE html>',
    );
  });
});

import { readFileSync } from 'fs';
import { join } from 'path';
import { CSharpVisitor, GoVisitor, JavaVisitor, PythonVisitor, SnippetTranslator } from 'jsii-rosetta';

type Visitor = Parameters<SnippetTranslator['renderUsing']>[0];

/** The names of a package in other languages. */
interface Targets {
  readonly python: { readonly module: string };
  readonly java: { readonly package: string };
  readonly dotnet: { readonly namespace: string };
  readonly go: { readonly moduleName: string; readonly packageName: string };
}

/** A package that the example imports. */
interface Imported extends Targets {
  /** The path of its Go package, which tells the major version from the second one on. */
  readonly goPath: string;
}

interface Packages {
  readonly engine: Imported;
  readonly provider: Imported;
  readonly library: Imported;
}

interface Language {
  readonly title: string;
  /** The name of the language in a Markdown fence. */
  readonly fence: string;
  readonly visitor: () => Visitor;
  /** A whole program around the statements: what it imports, and where it starts. */
  readonly program: (statements: string, packages: Packages) => string;
}

const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);

const LANGUAGES: readonly Language[] = [
  {
    title: 'Python',
    fence: 'python',
    visitor: () => new PythonVisitor(),
    program: (
      statements,
      { engine, provider, library },
    ) => `from ${engine.python.module} import App, TerraformOutput, TerraformStack
from ${library.python.module} import SecureSignalRApp
from ${provider.python.module}.provider import AzurermProvider, AzurermProviderFeatures

${statements}`,
  },
  {
    title: 'C#',
    fence: 'csharp',
    visitor: () => new CSharpVisitor(),
    program: (statements, { engine, provider, library }) => `using ${library.dotnet.namespace};
using ${engine.dotnet.namespace};
using ${provider.dotnet.namespace}.Provider;

${statements}`,
  },
  {
    title: 'Java',
    fence: 'java',
    visitor: () => new JavaVisitor(),
    program: (statements, { engine, provider, library }) => `import ${engine.java.package}.App;
import ${engine.java.package}.TerraformOutput;
import ${engine.java.package}.TerraformStack;
import ${provider.java.package}.provider.AzurermProvider;
import ${provider.java.package}.provider.AzurermProviderFeatures;
import ${library.java.package}.SecureSignalRApp;
import java.util.List;

public class Main {
    public static void main(String[] args) {
${indented(statements, '        ')}
    }
}`,
  },
  {
    title: 'Go',
    fence: 'go',
    visitor: () => new GoVisitor(),
    program: (statements, packages) => `package main

import (
	"github.com/aws/jsii-runtime-go"
	"${packages.library.goPath}"
	"${packages.provider.goPath}/provider"
	"${packages.engine.goPath}"
)

func main() {
	defer jsii.Close()

${indented(asCompiledGo(statements, packages), '\t')}
}`,
  },
];

/** The names in `package.json` of a folder. */
function importedFrom(folder: string): Imported {
  const { version, jsii } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { targets }: { targets: Targets } = jsii;
  const { moduleName, packageName } = targets.go;
  const major = Number.parseInt(version);
  return { ...targets, goPath: `${moduleName}/${packageName}${major > 1 ? `/v${major}` : ''}` };
}

/**
 * Go as jsii-pacmak generates its API, which jsii-rosetta does not quite know: properties are methods and give pointers,
 * structs belong to packages, optional structs are passed as nil, and the slices of a union have the type of their
 * elements.
 */
function asCompiledGo(statements: string, { engine, provider, library }: Packages): string {
  return statements
    .replaceAll(`${provider.go.packageName}.New`, 'provider.New')
    .replace(
      /\b(chat)((?:\.\w+)+)/g,
      (_, name: string, properties: string) => name + properties.replace(/\w+/g, '$&()'),
    )
    .replace(/"(https:\/\/)" \+ ([\w.()]+)/g, 'jsii.Sprintf("$1%s", *$2)')
    .replace(/\[]interface\{}\{\s*&(\w+)\{\s*},\s*}/g, '&[]*provider.$1{{}}')
    .replace(/&(?=Azurerm)/g, '&provider.')
    .replace(/&(?=Terraform)/g, `&${engine.go.packageName}.`)
    .replace(/&(?=Secure)/g, `&${library.go.packageName}.`)
    .replace('NewApp()', 'NewApp(nil)')
    .replace(/(?:^\t+\w+: .*,\n)+/gm, aligned);
}

/** Lines of a struct with their values under each other, as gofmt has them. */
function aligned(lines: string): string {
  const width = Math.max(...[...lines.matchAll(/^\t+\w+:/gm)].map(([key]) => key.length));
  return lines.replace(/^(\t+\w+:) /gm, (_, key: string) => `${key.padEnd(width)} `);
}

/**
 * The example as a script that other languages can have too: without the class around it, with its stack in a variable,
 * and with text that is put together from parts.
 */
export function asScript(example: string): string {
  const imports = example.slice(0, example.indexOf('\n\n'));
  const [, body] = /\n {4}super\(scope, id\);\n([\s\S]*?)\n {2}\}\n/.exec(example) ?? [];
  const [, name] = /new ChatStack\(app, ('[^']+')\)/.exec(example) ?? [];
  if (!body || !name) throw new Error('The example has no constructor of a stack, or no app that makes the stack.');
  const statements = body
    .replace(/^ {4}/gm, '')
    .replace(/\bthis\b/g, 'stack')
    .replace(/`([^`$]*)\$\{([^}]+)\}`/g, `'$1' + $2`);
  return `${imports}
/// !show
const app = new App();
const stack = new TerraformStack(app, ${name});
${statements}

app.synth();
`;
}

/** The quick start in the other languages of jsii, as a part of README.md. */
export function renderLanguages(example: string, root: string): string {
  const location = { api: { api: 'file', fileName: 'main.ts' } } as const;
  const snippet = { visibleSource: asScript(example), location, parameters: { $directory: root } };
  const translator = new SnippetTranslator(snippet, { includeCompilerDiagnostics: true });
  const problems = translator.diagnostics.map(({ messageText }) => String(messageText));
  if (problems.length > 0) throw new Error(`The example cannot be translated:\n${problems.join('\n')}`);
  const installed = (name: string) => importedFrom(join(root, 'node_modules', name));
  const packages = {
    engine: installed('cdktf'),
    provider: installed('@cdktf/provider-azurerm'),
    library: importedFrom(root),
  };
  return LANGUAGES.map(({ title, fence, visitor, program }) => {
    const statements = translator
      .renderUsing(visitor())
      .replace(/^(?:from|import|using) .*\n/gm, '')
      .trim();
    return `<details>\n<summary>${title}</summary>\n\n\`\`\`${fence}\n${program(statements, packages)}\n\`\`\`\n\n</details>`;
  }).join('\n');
}

const MARKS = /(<!-- languages: npm run languages -->\n)[\s\S]*?(<!-- end of languages -->)/;

/** A document with the part between its marks replaced. */
export function withLanguages(document: string, languages: string): string {
  if (!MARKS.test(document)) throw new Error('The document has no marks for the other languages.');
  return document.replace(MARKS, (_, begin: string, end: string) => `${begin}${languages}\n${end}`);
}

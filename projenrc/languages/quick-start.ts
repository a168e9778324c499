import { CSharpVisitor, GoVisitor, JavaVisitor, PythonVisitor, SnippetTranslator } from 'jsii-rosetta';

type Visitor = Parameters<SnippetTranslator['renderUsing']>[0];

interface Language {
  readonly title: string;
  /** The name of the language in a Markdown fence. */
  readonly fence: string;
  readonly visitor: () => Visitor;
  /** A whole program around the statements: what it imports, and where it starts. */
  readonly program: (statements: string) => string;
}

const indented = (text: string, indent: string) => text.replace(/^(?=.)/gm, indent);

const LANGUAGES: readonly Language[] = [
  {
    title: 'Python',
    fence: 'python',
    visitor: () => new PythonVisitor(),
    program: (statements) => `from cdktf import App, TerraformOutput, TerraformStack
from cdktf_azure_secure_signalr import SecureSignalRApp
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures

${statements}`,
  },
  {
    title: 'C#',
    fence: 'csharp',
    visitor: () => new CSharpVisitor(),
    program: (statements) => `using CdktfAzureSecureSignalR;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Azurerm.Provider;

${statements}`,
  },
  {
    title: 'Java',
    fence: 'java',
    visitor: () => new JavaVisitor(),
    program: (statements) => `import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import io.github.cdktf_azure_secure_signalr.SecureSignalRApp;
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
    program: (statements) => `package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go/securesignalr"
	"github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	defer jsii.Close()

${indented(asCompiledGo(statements), '\t')}
}`,
  },
];

/**
 * Go as jsii-pacmak generates its API, which jsii-rosetta does not quite know: properties are methods and give pointers,
 * structs belong to packages, optional structs are passed as nil, and the slices of a union have the type of their
 * elements.
 */
function asCompiledGo(statements: string): string {
  return statements
    .replace(/\bazurerm\.(?=New)/g, 'provider.')
    .replace(
      /\b(chat)((?:\.\w+)+)/g,
      (_, name: string, properties: string) => name + properties.replace(/\w+/g, '$&()'),
    )
    .replace(/"(https:\/\/)" \+ ([\w.()]+)/g, 'jsii.Sprintf("$1%s", *$2)')
    .replace(/\[]interface\{}\{\s*&(\w+)\{\s*},\s*}/g, '&[]*provider.$1{{}}')
    .replace(/&(?=Azurerm)/g, '&provider.')
    .replace(/&(?=Terraform)/g, '&cdktf.')
    .replace(/&(?=Secure)/g, '&securesignalr.')
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
  return LANGUAGES.map(({ title, fence, visitor, program }) => {
    const statements = translator
      .renderUsing(visitor())
      .replace(/^(?:from|import|using) .*\n/gm, '')
      .trim();
    return `<details>\n<summary>${title}</summary>\n\n\`\`\`${fence}\n${program(statements)}\n\`\`\`\n\n</details>`;
  }).join('\n');
}

const MARKS = /(<!-- languages: npm run languages -->\n)[\s\S]*?(<!-- end of languages -->)/;

/** A document with the part between its marks replaced. */
export function withLanguages(document: string, languages: string): string {
  if (!MARKS.test(document)) throw new Error('The document has no marks for the other languages.');
  return document.replace(MARKS, (_, begin: string, end: string) => `${begin}${languages}\n${end}`);
}

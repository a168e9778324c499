import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { asScript, renderLanguages, withLanguages } from '../../projenrc/languages/quick-start';
import { checkSyntax, filesOf } from '../../projenrc/languages/syntax';
import { SUBMODULES } from '../../projenrc/lint/layers';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const example = read('examples/quick-start/main.ts');

interface Member {
  readonly name: string;
  readonly parameters?: readonly Member[];
}

interface Parameter extends Member {
  readonly type: { readonly fqn?: string };
}

interface Type {
  readonly fqn: string;
  readonly name: string;
  readonly kind: string;
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
  readonly methods?: readonly Member[];
  readonly properties?: readonly Member[];
}

const assembly = JSON.parse(read('.jsii'));
const types = Object.values<Type>(assembly.types);
const membersOf = ({ methods = [], properties = [] }: Type) => [...methods, ...properties];

/** The interfaces that a type extends, and those that these extend, which are of the library. */
function inheritedBy({ interfaces = [] }: Type): Type[] {
  return interfaces
    .flatMap((fqn) => (fqn in assembly.types ? [assembly.types[fqn]] : []))
    .flatMap((type) => [type, ...inheritedBy(type)]);
}

/** Names in `snake_case`, as Python has them. */
const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const PYTHON_WORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except exec finally for from global if import ' +
    'in is lambda nonlocal not or pass print raise return try while with yield'
  ).split(' '),
);
const JAVA_METHODS = ['getClass', 'hashCode', 'notify', 'notifyAll', 'toString', 'wait', 'build', 'create'];

describe('names in other languages', () => {
  test('are those of one package each', () => {
    expect(assembly.targets).toEqual({
      js: { npm: 'cdktf-azure-secure-signalr' },
      python: { distName: 'cdktf-azure-secure-signalr', module: 'cdktf_azure_secure_signalr' },
      java: {
        package: 'io.github.cdktf_azure_secure_signalr',
        maven: {
          groupId: 'io.github.cdktf-azure-secure-signalr',
          artifactId: 'cdktf-azure-secure-signalr',
        },
      },
      dotnet: { namespace: 'CdktfAzureSecureSignalR', packageId: 'CdktfAzureSecureSignalR' },
      go: {
        moduleName: 'github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go',
        packageName: 'securesignalr',
      },
    });
  });

  test('of layers are words in .NET too, where the folder is two words', () => {
    const submodules = Object.entries<any>(assembly.submodules);
    expect(submodules.map(([name]) => name.split('.')[1]).sort()).toEqual([...SUBMODULES].sort());
    expect(submodules.flatMap(([, { targets }]) => (targets ? [targets] : []))).toEqual([
      { dotnet: { namespace: 'CdktfAzureSecureSignalR.AppService' } },
      { dotnet: { namespace: 'CdktfAzureSecureSignalR.PrivateLink' } },
      { dotnet: { namespace: 'CdktfAzureSecureSignalR.SignalR' } },
    ]);
  });

  test('are no words of Python', () => {
    const named = types.flatMap((type) =>
      membersOf(type)
        .flatMap((member) => [member, ...(member.parameters ?? [])])
        .map(({ name }) => `${type.fqn}: ${snake(name)}`),
    );
    expect(named.length).toBeGreaterThan(1000);
    expect(named.filter((name) => PYTHON_WORDS.has(name.split(': ')[1]))).toEqual([]);
  });

  test('of members differ from that of their class, which C# refuses, and from each other by more than case', () => {
    const clashes = types.flatMap((type) => {
      const names = [type.name, ...membersOf(type).map(({ name }) => name)].map((name) => name.toLowerCase());
      return names.filter((name, index) => names.indexOf(name) < index).map((name) => `${type.fqn}: ${name}`);
    });
    expect(clashes).toEqual([]);
  });

  test('are none that objects and builders of Java have already, and make no two getters', () => {
    const clashes = types.flatMap((type) => {
      const getters = (type.properties ?? []).map(({ name }) => `get${name[0].toUpperCase()}${name.slice(1)}`);
      return (type.methods ?? [])
        .filter(({ name }) => JAVA_METHODS.includes(name) || getters.includes(name))
        .map(({ name }) => `${type.fqn}: ${name}`)
        .concat(getters.filter((getter) => getter === 'getClass').map((getter) => `${type.fqn}: ${getter}`));
    });
    expect(clashes).toEqual([]);
  });

  test('of an interface come from one interface each, as Java has no default for one that comes from two', () => {
    const clashes = types
      .filter(({ kind, datatype }) => kind === 'interface' && !datatype)
      .flatMap((type) => {
        const names = [...new Set(inheritedBy(type))].flatMap((inherited) =>
          membersOf(inherited).map(({ name }) => name),
        );
        return names.filter((name, index) => names.indexOf(name) < index).map((name) => `${type.fqn}: ${name}`);
      });
    expect(clashes).toEqual([]);
  });

  test('of parameters are not those of options that a struct inherits, which are arguments beside them in Python', () => {
    const called = types.flatMap(({ fqn, initializer, methods = [] }) =>
      [initializer, ...methods].flatMap((method) =>
        method?.parameters ? [{ fqn, parameters: method.parameters }] : [],
      ),
    );
    const clashes = called.flatMap(({ fqn, parameters }) => {
      const last = assembly.types[(parameters[parameters.length - 1] as Parameter).type.fqn ?? ''];
      const options = last?.datatype ? inheritedBy(last).flatMap(membersOf) : [];
      const named = new Set(options.map(({ name }) => name));
      return parameters.flatMap(({ name }) => (named.has(name) ? [`${fqn}: ${name}`] : []));
    });
    expect(called.length).toBeGreaterThan(300);
    expect(clashes).toEqual([]);
  });
});

describe('the quick start in other languages', () => {
  test('is a script without the class around it', () => {
    expect(asScript(example)).toBe(`import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { SecureSignalRApp } from 'cdktf-azure-secure-signalr';
/// !show
const app = new App();
const stack = new TerraformStack(app, 'quick-start');
new AzurermProvider(stack, 'azurerm', { features: [{}] });

const chat = new SecureSignalRApp(stack, 'Chat', { location: 'centralus', environment: 'prod' });

new TerraformOutput(stack, 'web-app-url', { value: 'https://' + chat.webApp.defaultHostname });
new TerraformOutput(stack, 'signalr-hostname', { value: chat.signalr.hostname });
new TerraformOutput(stack, 'signalr-private-ip', { value: chat.privateEndpoint.privateIpAddress });

app.synth();
`);
  });

  test('is in README.md as the example has it; `npm run languages` writes it', () => {
    const readme = read('README.md');
    expect(readme).toBe(withLanguages(readme, renderLanguages(example, ROOT)));
  });

  test('is not written when the example does not compile', () => {
    const wrong = example.replace('location:', 'place:');
    expect(() => renderLanguages(wrong, ROOT)).toThrow(/The example cannot be translated:\n.*'place' does not exist/);
  });

  test('needs its place in the document, and a stack in the example', () => {
    expect(() => withLanguages('# Title', '')).toThrow('The document has no marks for the other languages.');
    expect(() => asScript('const app = 1;\n\n')).toThrow('The example has no constructor of a stack');
  });

  test('imports what is generated: modules and namespaces of the targets', () => {
    const readme = read('README.md');
    const { python, java, dotnet, go } = assembly.targets;
    expect(readme).toContain(`\nfrom ${python.module} import SecureSignalRApp\n`);
    expect(readme).toContain(`\nimport ${java.package}.SecureSignalRApp;\n`);
    expect(readme).toContain(`\nusing ${dotnet.namespace};\n`);
    expect(readme).toContain(`"${go.moduleName}/${go.packageName}"`);
  });
});

describe('generated sources', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  const checker = { command: 'xargs', arguments: ['node', '--check'], needs: 'node' };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are found in all folders', () => {
    mkdirSync(join(folder, 'inner'));
    for (const file of ['b.js', 'a.txt', 'inner/a.js']) writeFileSync(join(folder, file), 'const a = 1;');
    expect(filesOf(folder, '.js')).toEqual([join(folder, 'b.js'), join(folder, 'inner/a.js')]);
  });

  test('without an error of syntax pass', () => {
    expect(checkSyntax(filesOf(folder, '.js'), checker)).toEqual({ verdict: 'no error of syntax: node', errors: '' });
  });

  test('with an error of syntax fail, and the error is told', () => {
    const broken = join(folder, 'broken.js');
    writeFileSync(broken, 'const = 1;');
    const { verdict, errors } = checkSyntax([broken], checker);
    expect(verdict).toBe('ERRORS: node');
    expect(errors).toMatch(/broken\.js:1[\s\S]*SyntaxError/);
  });

  test('are not taken for checked without the program that checks them', () => {
    const missing = { command: 'no-such-compiler', arguments: [] };
    expect(checkSyntax([], missing)).toEqual({
      verdict: 'not checked: no-such-compiler is not installed',
      errors: '',
    });
    expect(checkSyntax([])).toEqual({ verdict: 'not checked', errors: '' });
  });
});

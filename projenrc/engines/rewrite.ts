/** The packages that have another name on CDK Terrain, by their names on CDK for Terraform. */
const NAMES: Readonly<Record<string, string>> = {
  cdktf: 'cdktn',
  'cdktf-cli': 'cdktn-cli',
  '@cdktf/provider-azurerm': '@cdktn/provider-azurerm',
  'cdktf-azure-secure-signalr': 'cdktn-azure-secure-signalr',
};
const LIBRARY = 'cdktf-azure-secure-signalr';

/** What the edition is tested with. */
const ENGINE = '0.24.0';
const PROVIDER = '16.1.0';
const AZURERM = { before: '4.55', after: '4.73' };

const TESTED: Versions = { cdktn: ENGINE, '@cdktn/provider-azurerm': PROVIDER };

/** From the engine that the provider declares: an installer that cannot override the provider takes that one. */
const ADMITTED: Versions = { cdktn: '>=0.23.0 <0.25.0', '@cdktn/provider-azurerm': `^${PROVIDER}` };

type Versions = Readonly<Record<string, string>>;

/** The parts of package.json that name packages, or tell what the library is for. */
export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly peerDependencies: Versions;
  readonly jsii: { readonly targets: object };
}

/** What is in the edition as it is here: what tells of both engines, and the tool that reports name as their author. */
const OF_BOTH =
  /^(?:projenrc\/engines|test\/engines|docs\/decisions)\/|^docs\/engines\.md$|^src\/compliance\/private\/formats\/sarif\.ts$/;
const CONFIGURATION = /^(?:jest\.config|tsconfig\.dev)\.json$|\.jsiirc\.json$/;

/** A file of the repository as it is in the edition; `undefined` where it is the same, or holds no text to rewrite. */
export function rewriteFile(file: string, read: () => string): string | undefined {
  if (OF_BOTH.test(file)) return undefined;
  if (file === 'package.json') return `${JSON.stringify(rewriteManifest(JSON.parse(read())), undefined, 2)}\n`;
  if (file === 'examples/starter/package.json') {
    return `${JSON.stringify(rewriteStarter(JSON.parse(read())), undefined, 2)}\n`;
  }
  if (/^(?:examples\/starter\/)?README\.md$/.test(file)) return rewriteReadme(read());
  if (CONFIGURATION.test(file)) return rewriteConfiguration(read());
  if (file.endsWith('.ts')) return rewriteSource(read());
  if (file.endsWith('.snap')) return rewriteSnapshot(read());
  return file.endsWith('.md') ? rewriteModules(read()) : undefined;
}

const ANY_NAME = Object.keys(NAMES).join('|');
const MODULE = new RegExp(
  `(\\b(?:from|import|require|require\\.resolve)\\s*\\(?\\s*(['"]))(${ANY_NAME})(?=\\2|/)`,
  'g',
);
const TEXT = new RegExp(`(['"])(${ANY_NAME})(?=\\1|\\.[A-Z])`, 'g');

/** Modules of CDK Terrain after `from`, `import` and `require`. */
function rewriteModules(text: string): string {
  return text.replace(MODULE, (_, before: string, _quote: string, name: string) => before + NAMES[name]);
}

/**
 * Source for CDK Terrain: its modules, texts that are a name or a class of jsii and nothing else, and the names of the
 * library in other languages. Nothing else that holds a name is touched, such as prose and symbols.
 */
export function rewriteSource(source: string): string {
  const texts = (_: string, quote: string, name: string) => quote + NAMES[name];
  return rewriteIdentifiers(rewriteModules(source).replace(TEXT, texts));
}

/** The library in Python and Java, in .NET, and in Go. */
function rewriteIdentifiers(text: string): string {
  return text.replace(/\b(cdkt)f(?=_azure_secure_signalr\b|AzureSecureSignalR\b|-azure-secure-signalr-go\b)/gi, '$1n');
}

/** Snapshots of Terraform JSON: CDK Terrain differs in the version of azurerm, and in how it writes what is empty. */
export function rewriteSnapshot(text: string): string {
  const version = (release: string) => `"version": "${release}.0"`;
  return text.replaceAll(version(AZURERM.before), version(AZURERM.after)).replace(/([{[])\n\s*([}\]])/g, '$1$2');
}

/** A configuration of jest, TypeScript or jsii: the library as a whole text or as a pattern of it. */
export function rewriteConfiguration(json: string): string {
  return rewriteIdentifiers(json.replace(new RegExp(`(?<="\\^?)${LIBRARY}(?=\\$?")`, 'g'), NAMES[LIBRARY]));
}

/** package.json of the edition. */
export function rewriteManifest<T extends Manifest>(manifest: T): T {
  const { name, description, keywords, bin, devDependencies, peerDependencies, jsii } = manifest;
  return {
    ...manifest,
    name: NAMES[name],
    description: rewriteProse(description),
    keywords: keywords.map((keyword) => NAMES[keyword] ?? keyword).sort(),
    bin: renamed(bin, {}),
    devDependencies: renamed(devDependencies, TESTED),
    peerDependencies: renamed(peerDependencies, ADMITTED),
    jsii: { ...jsii, targets: JSON.parse(rewriteConfiguration(JSON.stringify(jsii.targets))) },
  };
}

/** package.json of the project to start from; the provider's range of the engine ends before the engine that is tested. */
export function rewriteStarter<T extends Pick<Manifest, 'dependencies'>>(manifest: T) {
  const overrides = { '@cdktn/provider-azurerm': { cdktn: '$cdktn' } };
  return { ...manifest, dependencies: renamed(manifest.dependencies, TESTED), overrides };
}

function renamed(dependencies: Versions, versions: Versions): Versions {
  const names = Object.keys(dependencies).map((name) => [name, NAMES[name] ?? name]);
  const entries = names.map(([before, after]) => [after, versions[after] ?? dependencies[before]]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const VERSIONED = /(?<![\w@/-])(cdktf(?:-cli)?|@cdktf\/provider-azurerm)@(\d[\d.]*\d)/g;

/** What documents say of the engine, in prose and in commands. */
const PHRASES: readonly (readonly [before: RegExp, after: string])[] = [
  [new RegExp(`(?<!https?:\\S*|[\\w@-])${LIBRARY}\\b`, 'g'), NAMES[LIBRARY]],
  [/`cdktf`/g, '`cdktn`'],
  [/(?<![\w@./-])cdktf(?= (?:deploy|destroy|diff|get|output|synth)\b)/g, 'cdktn'],
  [/\[CDK for Terraform\]\([^)]*\)/g, '[CDK Terrain](https://cdktn.io)'],
  [/\bCDK for Terraform\b|\bCDKTF\b(?!_)/g, 'CDK Terrain'],
];

/** README.md as users of CDK Terrain read it. A line that tells of CDK Terrain holds for both, and stays as it is. */
export function rewriteReadme(text: string): string {
  const lines = text.split('\n');
  return lines.map((line) => (/cdktn|CDK Terrain/.test(line) ? line : rewriteProse(rewriteModules(line)))).join('\n');
}

function rewriteProse(text: string): string {
  const versioned = text.replace(VERSIONED, (_, name: string, version: string) => withVersion(NAMES[name], version));
  return PHRASES.reduce((prose, [before, after]) => prose.replace(before, after), versioned);
}

/** `NAME@VERSION` with as many parts as the version had before; the command line has the engine's version. */
function withVersion(name: string, before: string): string {
  const parts = (TESTED[name] ?? ENGINE).split('.');
  return `${name}@${parts.slice(0, before.split('.').length).join('.')}`;
}

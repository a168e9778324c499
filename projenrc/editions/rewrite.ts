/** The packages that have another name on CDK Terrain, by their names on CDK for Terraform. */
const NAMES: Readonly<Record<string, string>> = {
  cdktf: 'cdktn',
  '@cdktf/provider-azurerm': '@cdktn/provider-azurerm',
  'cdktf-azure-secure-signalr': 'cdktn-azure-secure-signalr',
};
const LIBRARY = 'cdktf-azure-secure-signalr';
const ANY_NAME = Object.keys(NAMES).join('|');

const MODULE = new RegExp(`(\\b(?:from|import|require)\\s*\\(?\\s*(['"]))(${ANY_NAME})(?=\\2|/)`, 'g');
const VERSIONED = new RegExp(`(?<![\\w@/-])(${ANY_NAME}|cdktf-cli)@(\\d[\\w.]*)`, 'g');
const COMMAND = /(?<![\w@./-])cdktf (?=(?:deploy|destroy|diff|get|output|synth)\b)/g;
const BARE_LIBRARY = new RegExp(`(?<![\\w@./-])${LIBRARY}(?![\\w./-])`, 'g');
const CONFIGURED = new RegExp(`(?<="\\^?)${LIBRARY}(?=\\$?")`, 'g');

/** What README.md says of the engine, word by word. */
const PHRASES: readonly (readonly [before: string, after: string])[] = [
  ['[CDK for Terraform](https://github.com/hashicorp/terraform-cdk)', '[CDK Terrain](https://cdktn.io)'],
  ['CDKTF CLI', 'CDK Terrain CLI'],
  ['`hashicorp/azurerm` 4.55', '`hashicorp/azurerm` 4.73'],
];

/** The parts of a manifest that name packages, or tell what the library is for. */
interface Manifest extends Record<string, unknown> {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly devDependencies: Versions;
  readonly peerDependencies: Versions;
  readonly jsii: { readonly targets: object };
}

type Versions = Readonly<Record<string, string>>;

/** Source with the modules of CDK Terrain: names after `from`, `import` and `require`, in quotes, and no others. */
export function rewriteModules(text: string): string {
  return text.replace(MODULE, (_, before: string, _quote: string, name: string) => before + NAMES[name]);
}

/** A configuration of jest or TypeScript: the library's name as a whole text, or as a pattern of it. */
export function rewriteConfiguration(json: string): string {
  return json.replace(CONFIGURED, NAMES[LIBRARY]);
}

/** README.md as users of CDK Terrain read it; a line that tells of CDK Terrain already holds for both. */
export function rewriteReadme(text: string, versions: Versions): string {
  return text
    .split('\n')
    .map((line) => (/cdktn|CDK Terrain/.test(line) ? line : rewriteReadmeLine(line, versions)))
    .join('\n');
}

function rewriteReadmeLine(line: string, versions: Versions): string {
  const named = rewriteModules(line)
    .replace(VERSIONED, (_, name: string, version: string) => versioned(name, version, versions))
    .replace(COMMAND, 'cdktn ')
    .replace(BARE_LIBRARY, NAMES[LIBRARY]);
  return PHRASES.reduce((text, [before, after]) => text.replaceAll(before, after), named);
}

/** `NAME@VERSION` with as many parts of the version as before; the command line has the version of the engine. */
function versioned(name: string, before: string, versions: Versions): string {
  const renamed = NAMES[name] ?? 'cdktn-cli';
  const version = versions[renamed] ?? (renamed === 'cdktn-cli' ? versions.cdktn : before);
  return `${renamed}@${version.split('.').slice(0, before.split('.').length).join('.')}`;
}

/** package.json of the edition; `versions` are those that it is tested with. */
export function rewriteManifest(manifest: Manifest, versions: Versions): Manifest {
  const { jsii } = manifest;
  return {
    ...manifest,
    name: NAMES[manifest.name],
    description: manifest.description.replace(/^CDKTF constructs\b/, 'CDK Terrain constructs'),
    keywords: manifest.keywords.map((keyword) => NAMES[keyword] ?? keyword).sort(),
    devDependencies: renamed(manifest.devDependencies, (name) => versions[name]),
    peerDependencies: renamed(manifest.peerDependencies, (name) => `^${versions[name]}`),
    jsii: { ...jsii, targets: JSON.parse(JSON.stringify(jsii.targets).replace(/(?<![a-z])cdktf(?=[_.-]?azure)/gi, terrain)) },
  };
}

/** `cdktf` in the names that the library has in other languages, in the same case. */
const terrain = (name: string) => name.replace(/f$/, 'n').replace(/F$/, 'N');

function renamed(dependencies: Versions, versionOf: (name: string) => string): Versions {
  const entries = Object.entries(dependencies).map(([name, version]) =>
    NAMES[name] ? [NAMES[name], versionOf(NAMES[name])] : [name, version],
  );
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

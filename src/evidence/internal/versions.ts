import { ProviderRecord, VersionRecord } from './input-record';

type Json = Readonly<Record<string, unknown>>;

/** The versions that a plan, a state or a synthesized stack names. */
export function versionsOf(json: Json): VersionRecord {
  const { required_version: requiredTerraform, required_providers: required } = objectOf(json.terraform);
  const { metadata: synthesis } = objectOf(json['//']);
  const configured = objectOf(objectOf(json.configuration).provider_config);
  const providers = [
    ...Object.entries(objectOf(required)).map(([name, each]) => requirementOf(name, each)),
    ...Object.values(configured).map(objectOf).flatMap(configurationOf),
  ];
  return {
    terraform: textOf(json.terraform_version),
    requiredTerraform: textOf(requiredTerraform),
    synthesizer: textOf(objectOf(synthesis).version),
    providers: providers.length > 0 ? inOrder(providers) : undefined,
  };
}

const LOCKED = /^provider "([^"\n]+)" \{\n((?: .*\n|\n)*)\}/gm;
const attribute = (name: string, body: string) => new RegExp(`^ +${name} += "([^"\\n]*)"`, 'm').exec(body)?.[1];

/** The versions that a lock file of Terraform or OpenTofu names. */
export function lockedVersions(text: string): VersionRecord {
  const providers = [...text.replace(/\r/g, '').matchAll(LOCKED)].map(([, source, body]) => ({
    name: source.slice(source.lastIndexOf('/') + 1),
    source,
    constraint: attribute('constraints', body),
    version: attribute('version', body),
  }));
  return { providers: inOrder(providers) };
}

function requirementOf(name: string, given: unknown): ProviderRecord {
  // Terraform also takes the version alone.
  if (typeof given === 'string') return { name, constraint: given };
  const { source, version } = objectOf(given);
  return { name, source: textOf(source), constraint: textOf(version) };
}

/** Each alias of a provider, and each module, has an entry; what Terraform itself is made of has no version. */
function configurationOf({ name, full_name: source, version_constraint: constraint }: Json): ProviderRecord[] {
  const provider = textOf(name);
  return provider === undefined ? [] : [{ name: provider, source: textOf(source), constraint: textOf(constraint) }];
}

/** Each once, by name. */
function inOrder(providers: readonly ProviderRecord[]): ProviderRecord[] {
  const keyOf = ({ name, source = '', constraint = '', version = '' }: ProviderRecord) =>
    [name, source, constraint, version].join('\n');
  const byKey = new Map(providers.map((provider) => [keyOf(provider), provider]));
  // An alias does not repeat the versions that the provider accepts.
  const isTold = ({ name, constraint }: ProviderRecord) =>
    constraint !== undefined || !providers.some((other) => other.name === name && other.constraint !== undefined);
  return [...byKey]
    .filter(([, provider]) => isTold(provider))
    .sort(byFirst)
    .map(([, provider]) => provider);
}

function byFirst([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

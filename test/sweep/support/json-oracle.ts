import { takenTwice } from './taken-twice';
import { BlockSchema, Major, schemaOf, schemaViolations } from '../../support/provider-schema';
import { TerraformJson } from '../../support/synth';

/** A resource or data source, by its address. */
export interface Entry {
  readonly address: string;
  readonly type: string;
  readonly body: Record<string, any>;
}

const ADDRESS = /(?<![\w.-])(data\.)?((?:azurerm|azapi)_\w+)\.([A-Za-z_][\w-]*)(?:(?:\[[^\]]*\])?\.([a-z_]\w*))?/g;
const VARIABLE = /(?<![\w.-])var\.([\w-]+)/g;
/** As HCL has it: letters of any script. */
const LOGICAL_ID = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** What cdktf writes for tokens that nobody resolved, and JavaScript for values that nobody expected. */
const LEFT_OVER = /TfToken|tftoken|-\d(?:\.\d+)?e\+(?:289|29\d)|\[object Object\]|\bundefined\b|\bNaN\b/;

/** Everything that Terraform or Azure would refuse in a stack's JSON; shares no code with the library. */
export function faultsIn(json: TerraformJson, major: Major): string[] {
  const entries = entriesOf(json);
  return [
    ...schemaViolations(json, major),
    ...illegalNames(json),
    ...leftOvers(json),
    ...dangling(json, entries, major),
    ...cycles(entries),
    ...takenTwice(entries),
  ];
}

/** All resources and data sources. */
export function entriesOf({ resource = {}, data = {} }: TerraformJson): Entry[] {
  const among = (prefix: string, types: Record<string, Record<string, Record<string, any>>>) =>
    Object.entries(types).flatMap(([type, bodies]) =>
      Object.entries(bodies).map(([id, { '//': _, ...body }]) => ({ address: `${prefix}${type}.${id}`, type, body })),
    );
  return [...among('', resource), ...among('data.', data)];
}

/** All texts in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The parts of a text that Terraform evaluates; all of an address in `depends_on` and the like. */
function expressionsIn(text: string): string[] {
  if (/^(data\.)?(azurerm|azapi)_\w+\.[\w-]+(\.\w+)?$/.test(text)) return [text];
  return [...text.matchAll(/(?<!\$)(?:\$\$)*[$%]\{([^}]*)\}/g)].map(([, expression]) => expression);
}

function illegalNames(json: TerraformJson): string[] {
  const { resource = {}, data = {} } = json;
  const all = [...Object.values(resource), ...Object.values(data), json.output ?? {}, json.variable ?? {}];
  return all
    .flatMap((byId) => Object.keys(byId))
    .filter((id) => !LOGICAL_ID.test(id))
    .map((id) => `"${id}" is no name of a resource, an output or a variable`);
}

function leftOvers(json: TerraformJson): string[] {
  const found = LEFT_OVER.exec(JSON.stringify({ ...json, '//': undefined }));
  return found ? [`left over: ${found.input.slice(Math.max(0, found.index - 150), found.index + 60)}`] : [];
}

/** References to what is not there, and to attributes that it does not have. */
function dangling(json: TerraformJson, entries: readonly Entry[], major: Major): string[] {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  const providers = new Set(
    Object.entries(json.provider ?? {}).flatMap(([name, given]) =>
      [given].flat().map(({ alias }: { alias?: string }) => (alias ? `${name}.${alias}` : name)),
    ),
  );
  const unknown = (from: string, text: string) =>
    expressionsIn(text).flatMap((expression) => [
      ...[...expression.matchAll(ADDRESS)].flatMap(([, data = '', type, id, attribute]) => {
        const target = byAddress.get(`${data}${type}.${id}`);
        if (!target) return [`${from} refers to ${data}${type}.${id}, which is not there`];
        const block = schemaOf(type, data !== '', major);
        if (!attribute || !block || hasAttribute(block, attribute)) return [];
        return [`${from} refers to ${attribute} of ${target.address}, which has no such attribute`];
      }),
      ...[...expression.matchAll(VARIABLE)]
        .filter(([, name]) => !(name in (json.variable ?? {})))
        .map(([, name]) => `${from} refers to the variable ${name}, which is not there`),
    ]);
  return [
    ...entries.flatMap(({ address, body }) => textsOf(body).flatMap((text) => unknown(address, text))),
    ...Object.entries(json.output ?? {}).flatMap(([name, body]) =>
      textsOf(body).flatMap((text) => unknown(name, text)),
    ),
    ...entries
      .filter(({ body }) => body.provider !== undefined && !providers.has(body.provider))
      .map(({ address, body }) => `${address} has the provider ${body.provider}, which is not there`),
  ];
}

function hasAttribute({ attributes = {}, block_types: blocks = {} }: BlockSchema, name: string): boolean {
  return name === 'id' || name in attributes || name in blocks;
}

/** Resources that wait for themselves. */
function cycles(entries: readonly Entry[]): string[] {
  const next = new Map(
    entries.map(({ address, body }) => {
      const { lifecycle: _, ...waiting } = body;
      const texts = textsOf(waiting).flatMap(expressionsIn);
      const found = texts.flatMap((text) => [...text.matchAll(ADDRESS)]);
      return [address, new Set(found.map(([, data = '', type, id]) => `${data}${type}.${id}`))];
    }),
  );
  const done = new Set<string>();
  const visit = (address: string, path: readonly string[]): string[] => {
    if (path.includes(address)) return [`a cycle: ${[...path.slice(path.indexOf(address)), address].join(' -> ')}`];
    if (done.has(address)) return [];
    const found = [...(next.get(address) ?? [])].flatMap((each) => visit(each, [...path, address]));
    done.add(address);
    return found;
  };
  return entries.flatMap(({ address }) => visit(address, [])).slice(0, 1);
}

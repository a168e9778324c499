import { readFileSync } from 'fs';
import { join } from 'path';
import { TerraformJson } from './synth';

type Type = string | [string, Type] | ['object', Record<string, Type>];

interface AttributeSchema {
  readonly type: Type;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly deprecated?: boolean;
}

/** The attributes and blocks of a resource, or of a block of one. */
export interface BlockSchema {
  readonly attributes?: Record<string, AttributeSchema>;
  readonly block_types?: Record<string, BlockTypeSchema>;
}

interface BlockTypeSchema {
  readonly block: BlockSchema;
  readonly nesting_mode: 'single' | 'list' | 'set';
  readonly min_items?: number;
  readonly max_items?: number;
}

interface ProviderSchema {
  readonly provider: string;
  readonly resource_schemas: Record<string, BlockSchema>;
  readonly data_source_schemas: Record<string, BlockSchema>;
}

const META_ARGUMENTS = ['//', 'depends_on', 'lifecycle', 'provider', 'count', 'for_each', 'provisioner', 'connection'];

/** A major version of azurerm. */
export type Major = 4 | 5;

/** The part of azurerm's own schema that the library touches. */
export const AZURERM = readSchema('azurerm-4.55.0-schema.json');

/** The same of azurerm 5. */
export const AZURERM_5 = readSchema('azurerm-5.2.0-schema.json');

/** The same of azapi, written from its documentation. */
export const AZAPI = readSchema('azapi-schema.json');

/** Everything in the resources and data sources of a stack that the provider's schema refuses, one sentence each. */
export function schemaViolations(stack: TerraformJson, major: Major = 4): string[] {
  const { resource_schemas: resources, data_source_schemas: dataSources } = { 4: AZURERM, 5: AZURERM_5 }[major];
  const data = Object.entries(stack.data ?? {}).filter(([type]) => type !== 'terraform_remote_state');
  return [
    ...Object.entries(stack.resource ?? {}).flatMap((entry) =>
      typeViolationsOf(entry, { ...resources, ...AZAPI.resource_schemas }),
    ),
    ...data.flatMap((entry) => typeViolationsOf(entry, { ...dataSources, ...AZAPI.data_source_schemas })),
  ];
}

/** What a type of resource or data source has; nothing where the fixtures do not have the type. */
export function schemaOf(type: string, isData: boolean, major: Major = 4): BlockSchema | undefined {
  const kind = isData ? 'data_source_schemas' : 'resource_schemas';
  return { 4: AZURERM, 5: AZURERM_5 }[major][kind][type] ?? AZAPI[kind][type];
}

function readSchema(name: string): ProviderSchema {
  return JSON.parse(readFileSync(join(__dirname, '..', 'fixtures', name), 'utf8'));
}

function typeViolationsOf(
  [type, bodies]: [string, Record<string, any>],
  schemas: Record<string, BlockSchema>,
): string[] {
  return Object.entries(bodies).flatMap(([id, body]) => {
    const block = schemas[type];
    return block ? blockViolations(`${type}.${id}`, body, block) : [`${type}.${id}: no such type`];
  });
}

function blockViolations(path: string, body: Record<string, unknown>, schema: BlockSchema): string[] {
  const attributes = schema.attributes ?? {};
  const blocks = schema.block_types ?? {};
  const given = Object.entries(body).filter(([name]) => !META_ARGUMENTS.includes(name));
  const unknown = given.filter(([name]) => !attributes[name] && !blocks[name]);
  const missing = Object.entries(attributes).filter(([name, { required }]) => required && body[name] === undefined);
  return [
    ...unknown.map(([name]) => `${path}: no attribute or block ${name}`),
    ...missing.map(([name]) => `${path}: ${name} is required`),
    ...given.flatMap(([name, value]) =>
      attributes[name] ? attributeViolations(`${path}.${name}`, value, attributes[name]) : [],
    ),
    ...Object.entries(blocks).flatMap(([name, block]) => nestedViolations(`${path}.${name}`, body[name], block)),
  ];
}

function attributeViolations(path: string, value: unknown, schema: AttributeSchema): string[] {
  if (!schema.required && !schema.optional) return [`${path}: is read-only`];
  if (schema.deprecated) return [`${path}: is deprecated`];
  return typeViolations(path, value, schema.type);
}

function nestedViolations(path: string, value: unknown, schema: BlockTypeSchema): string[] {
  const bodies = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const malformed = bodies.filter((body) => !isObject(body));
  if (malformed.length > 0) return [`${path}: ${JSON.stringify(malformed[0])} is not a block`];
  const violations = bodies.flatMap((body, index) => blockViolations(`${path}[${index}]`, body, schema.block));
  const most = schema.nesting_mode === 'single' ? 1 : (schema.max_items ?? Infinity);
  if (bodies.length > most) violations.push(`${path}: ${bodies.length} blocks, at most ${most} allowed`);
  const least = schema.min_items ?? 0;
  if (bodies.length < least) violations.push(`${path}: ${bodies.length} blocks, at least ${least} needed`);
  return violations;
}

function typeViolations(path: string, value: unknown, type: Type): string[] {
  if (type === 'dynamic' || isExpression(value)) return [];
  const wrong = [`${path}: ${JSON.stringify(value)} is not of type ${JSON.stringify(type)}`];
  if (typeof type === 'string') return typeof value === { bool: 'boolean' }[type] || typeof value === type ? [] : wrong;
  const [kind, inner] = type;
  if (kind === 'list' || kind === 'set') {
    if (!Array.isArray(value)) return wrong;
    return value.flatMap((item, index) => typeViolations(`${path}[${index}]`, item, inner as Type));
  }
  if (!isObject(value)) return wrong;
  if (kind === 'map') {
    return Object.entries(value).flatMap(([key, item]) => typeViolations(`${path}.${key}`, item, inner as Type));
  }
  const members = inner as Record<string, Type>;
  return [
    ...Object.keys(value)
      .filter((name) => !(name in members))
      .map((name) => `${path}: no member ${name}`),
    ...Object.entries(members).flatMap(([name, member]) =>
      // Terraform wants every member of an object in JSON, also those that are null.
      name in value
        ? typeViolations(`${path}.${name}`, value[name] ?? '${null}', member)
        : [`${path}: ${name} is required`],
    ),
  ];
}

/** A value that is one Terraform expression may have any type. */
function isExpression(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{[^}]*\}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { Json, JsonElement } from './json-model';
import { AZURERM, BlockSchema } from './provider-schema';

/** What nobody knows before Terraform runs. */
export const UNKNOWN = '${var.unknown}';

/** Keys that lead to a value in the JSON of an element. */
export type Path = readonly string[];

/** An element with a value in it that nobody knows, and what it could be instead. */
export interface UnknownCase {
  readonly what: string;
  readonly json: Json;
  readonly alternatives: readonly Json[];
}

/** What decides without being an attribute of the type. */
const META = ['dynamic', 'count', 'for_each', 'depends_on', 'provider', 'lifecycle'];

/** Values that turn a verdict around, where no configuration of the test has them. */
const TURNING: Readonly<Record<string, readonly unknown[]>> = {
  default_action: ['Allow', 'Deny'],
  service_mode: ['Default', 'Serverless', 'Classic'],
  'sku.name': ['Free_F1', 'Standard_S1', 'Premium_P1'],
  action: ['Allow', 'Deny'],
  access: ['Allow', 'Deny'],
  direction: ['Inbound', 'Outbound'],
};

const SINKS = ['log_analytics_workspace_id', 'storage_account_id', 'eventhub_authorization_rule_id'];

/** Makes one value of an element after the other unknown, and knows what configurations write in its place. */
export class UnknownValues {
  /** Values by the type of the element and the name of the attribute. */
  private readonly pools = new Map<string, Map<string, unknown>>();

  public constructor(configurations: readonly (readonly JsonElement[])[]) {
    configurations.flat().forEach(({ place, json }) => this.collect(place.type, json, []));
  }

  /** The cases of a value that was read of an element; none where it is no value that an author could write otherwise. */
  public casesAt({ place, json }: JsonElement, path: Path): UnknownCase[] {
    if (path.some((key) => META.includes(key))) return [];
    const schema = schemaAt(place.type, path);
    if (place.type in AZURERM.resource_schemas && !schema) return [];
    const alternatives = this.alternativesAt(place.type, path, schema)
      .map((value) => withValue(json, path, value))
      .filter((other) => !isRefused(place.type, other) && !hidesNames(place.type, other));
    const cases = [{ what: `${nameOf(path)} unknown`, json: withValue(json, path, UNKNOWN), alternatives }];
    if (!schema?.isBlock || isIndex(path)) return cases;
    return [...cases, { what: `${nameOf(path)} dynamic`, json: withDynamic(json, path), alternatives }];
  }

  private alternativesAt(type: string, path: Path, schema: Described | undefined): unknown[] {
    const name = nameOf(path);
    const turning = Object.entries(TURNING).flatMap(([end, values]) => (name.endsWith(end) ? values : []));
    const values = [...(this.pools.get(`${type} ${name}`)?.values() ?? []), ...turning];
    if (isIndex(path)) return values;
    if (schema?.isFlag) values.push(true, false);
    return schema?.isRequired ? values : [...values, undefined];
  }

  private collect(type: string, json: object, above: Path): void {
    for (const [key, value] of Object.entries(json)) {
      const path = [...above, key];
      const pool = `${type} ${nameOf(path)}`;
      this.pools.set(pool, (this.pools.get(pool) ?? new Map<string, unknown>()).set(JSON.stringify(value), value));
      if (typeof value === 'object' && value !== null) this.collect(type, value, path);
    }
  }
}

/** An element that may be there or not; nobody refers to it, since Terraform would then want its index. */
export function repeatedCases({ json }: JsonElement): UnknownCase[] {
  return [
    { what: 'count', json: { ...json, count: UNKNOWN }, alternatives: [json, { ...json, count: 0 }] },
    { what: 'for_each', json: { ...json, for_each: UNKNOWN }, alternatives: [json, { ...json, for_each: {} }] },
  ];
}

interface Described {
  readonly isBlock: boolean;
  readonly isRequired: boolean;
  readonly isFlag: boolean;
}

function schemaAt(type: string, path: Path): Described | undefined {
  let block: BlockSchema | undefined = AZURERM.resource_schemas[type];
  let found: Described | undefined;
  for (const name of path.filter((key) => !isIndex([key]))) {
    const attribute: NonNullable<BlockSchema['attributes']>[string] | undefined = block?.attributes?.[name];
    const inner: NonNullable<BlockSchema['block_types']>[string] | undefined = block?.block_types?.[name];
    if (!attribute && !inner) return found && !found.isBlock ? found : undefined;
    const isRequired = attribute?.required ?? (inner?.min_items ?? 0) > 0;
    found = { isBlock: !attribute, isRequired, isFlag: attribute?.type === 'bool' };
    block = inner?.block;
  }
  return found;
}

/** What azurerm or Azure refuses is no alternative. */
function isRefused(type: string, json: Json): boolean {
  if (type === 'azurerm_role_assignment') {
    return json.role_definition_id !== undefined && json.role_definition_name !== undefined;
  }
  if (type === 'azurerm_monitor_diagnostic_setting') return SINKS.every((name) => json[name] === undefined);
  if (type !== 'azurerm_private_endpoint') return false;
  const text = JSON.stringify(json.private_service_connection ?? '');
  return text.includes('azurerm_signalr_service') && text.includes('subresource_names') && !text.includes('"signalr"');
}

/** A zone of a public domain hides all names below; the paths take no zone whose name is unknown for such a zone. */
function hidesNames(type: string, { name }: Json): boolean {
  return type === 'azurerm_private_dns_zone' && typeof name === 'string' && !name.startsWith('privatelink.');
}

function withValue(json: Json, path: Path, value: unknown): Json {
  const copy = structuredClone(json);
  const parent = at(copy, path.slice(0, -1)) as Json;
  const key = path[path.length - 1];
  if (value === undefined) delete parent[key];
  else parent[key] = value;
  return copy;
}

function withDynamic(json: Json, path: Path): Json {
  const copy = withValue(json, path, undefined);
  const parent = at(copy, path.slice(0, -1)) as Json;
  parent.dynamic = { [path[path.length - 1]]: [{ for_each: UNKNOWN, content: at(json, path) ?? {} }] };
  return copy;
}

function at(json: unknown, path: Path): unknown {
  return path.reduce((value: unknown, key) => (value as Json | undefined)?.[key], json);
}

function isIndex(path: Path): boolean {
  return /^\d+$/.test(path[path.length - 1]);
}

/** A path without the places in lists. */
function nameOf(path: Path): string {
  return path.filter((key) => !isIndex([key])).join('.') + (isIndex(path) ? '[]' : '');
}

import { TerraformStack } from 'cdktf';

type Json = Readonly<Record<string, unknown>>;
type ByType = Readonly<Record<string, Json>>;

/**
 * Dependencies in the JSON of a stack: for the address of each resource, data source, module and local, the addresses
 * that it names.
 */
export type Waits = ReadonlyMap<string, ReadonlySet<string>>;

const ADDRESS = /(?<!\w)(?:data\.)?[a-z][a-z0-9_]*\.[\p{L}_][\p{L}\p{N}_-]*/gu;

/** Arguments that name addresses without `${}`. */
const PLAIN = ['depends_on', 'replace_triggered_by'];

/** Reads of a stack what waits for what. */
export function waitsOf(stack: TerraformStack): Waits {
  const { resource = {}, data = {}, module = {}, locals = {} } = stack.toTerraform() as Record<string, ByType>;
  return new Map([
    ...Object.entries(resource).flatMap(([type, bodies]) => waitsIn(bodies, `${type}.`)),
    ...Object.entries(data).flatMap(([type, bodies]) => waitsIn(bodies, `data.${type}.`)),
    ...waitsIn(module, 'module.'),
    ...waitsIn(locals, 'local.'),
  ]);
}

/** Returns the path from some addresses to others: from the first that has one to the first that it reaches. */
export function wayBetween(
  waits: Waits,
  from: readonly string[],
  to: ReadonlySet<string>,
): { readonly from: string; readonly to: string } | undefined {
  for (const start of from) {
    const seen = new Set([start]);
    // A set is read to its end, also while it grows.
    for (const address of seen) {
      if (to.has(address)) return { from: start, to: address };
      waits.get(address)?.forEach((next) => seen.add(next));
    }
  }
  return undefined;
}

function waitsIn(bodies: Json, prefix: string): [string, Set<string>][] {
  return Object.entries(bodies).map(([id, body]) => [`${prefix}${id}`, new Set(namedIn(body))]);
}

function namedIn(value: unknown, key: string = ''): string[] {
  if (typeof value === 'string') {
    return value.includes('${') || PLAIN.includes(key) ? [...value.matchAll(ADDRESS)].map(([address]) => address) : [];
  }
  if (Array.isArray(value)) return value.flatMap((each) => namedIn(each, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => namedIn(each, name));
}

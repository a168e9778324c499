/** What this needs of a synthesized stack. */
export interface StackJson {
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
  readonly data?: Record<string, Record<string, Record<string, unknown>>>;
  readonly output?: Record<string, unknown>;
}

/**
 * Resources and outputs of a stack as texts that two stacks have in common when they define the same.
 *
 * Logical ids are no part of them: a reference is written as the type and the name of what it leads to, or as what
 * that refers to in turn where it has no name.
 */
export function canonical({ resource = {}, output = {} }: StackJson): string[] {
  const bodies = new Map<string, Record<string, unknown>>(
    Object.entries(resource).flatMap(([type, byId]) =>
      Object.entries(byId).map(([id, { '//': _, ...body }]) => [`${type}.${id}`, body] as const),
    ),
  );
  const nameOf = (address: string): string => {
    const body = bodies.get(address);
    if (!body) return address;
    const name = body.name ?? [...JSON.stringify(sorted(body)).matchAll(REFERENCE)].map(([at]) => nameOf(at)).join();
    return `${address.split('.')[0]}<${name}>`;
  };
  const readable = (value: unknown) => JSON.stringify(sorted(value)).replace(REFERENCE, nameOf);
  const resources = [...bodies].map(([address, body]) => `${address.split('.')[0]} ${readable(body)}`);
  const outputs = Object.entries(output).map(([name, value]) => `output ${name} ${readable(value)}`);
  return [...resources, ...outputs].sort();
}

const REFERENCE = /azurerm_\w+\.[\w-]+/g;

/** A value with the keys of its objects in order; the order of lists is kept, and means nothing only in `depends_on`. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

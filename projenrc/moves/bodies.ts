/** The body of a resource in synthesized JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** A stack as Terraform reads it: bodies by type and logical id. */
export interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Body>>>>;
}

/** What is no attribute of a resource. */
const META = ['//', 'depends_on', 'lifecycle', 'provider', 'provisioner', 'connection', 'count', 'for_each'];

/** The bodies of a stack by the addresses of their resources. */
export function bodiesOf({ resource = {} }: StackJson): Map<string, Body> {
  return new Map(
    Object.entries(resource).flatMap(([type, bodies]) =>
      Object.entries(bodies).map(([id, body]) => [`${type}.${id}`, body] as const),
    ),
  );
}

/** The type of the resource with an address. */
export const typeOf = (address: string) => address.split('.')[0];

/** The attributes of a resource by their paths, as a schema has them: without indices, each with all of its values. */
export function attributesOf(body: Body): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (path: string, value: unknown) => found.set(path, [...(found.get(path) ?? []), JSON.stringify(value)]);
  const visit = (value: unknown, path: string): void => {
    // cdktf writes a block that there is once as an object.
    const blocks = Array.isArray(value) ? value : [value];
    if (blocks.length === 0 || !blocks.every((each) => typeof each === 'object' && each !== null)) {
      add(path, value);
      return;
    }
    add(`${path}.#`, blocks.length);
    blocks.forEach((block) => Object.entries(block).forEach(([key, each]) => visit(each, `${path}.${key}`)));
  };
  Object.entries(body)
    .filter(([key]) => !META.includes(key))
    .forEach(([key, value]) => visit(value, key));
  return found;
}

/** The paths of attributes and blocks that two bodies do not have alike; a block itself where there are more or fewer. */
export function changedPaths(before: Body, after: Body): string[] {
  const [old, young] = [attributesOf(before), attributesOf(after)];
  const paths = new Set([...old.keys(), ...young.keys()]);
  const changed = [...paths].filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(young.get(path)));
  return [...new Set(changed.map((path) => path.replace(/\.#$/, '')))];
}

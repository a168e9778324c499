/** JSON that may be changed. */
export type Container = Record<string, unknown> | unknown[];

/** Chooses a whole number below another one. */
export type Choose = (below: number) => number;

/** A value with where it stands. */
export interface JsonPlace {
  readonly parent: Container;
  readonly key: string;
  readonly value: unknown;
  /** Names and indices from the top. */
  readonly path: readonly string[];
}

/** Every value below another one. */
export function placesIn(top: Container): JsonPlace[] {
  const found: JsonPlace[] = [];
  const visit = (parent: Container, path: readonly string[]) => {
    for (const [key, value] of Object.entries(parent)) {
      const place = { parent, key, value, path: [...path, key] };
      found.push(place);
      if (isContainer(value)) visit(value, place.path);
    }
  };
  visit(top, []);
  return found;
}

/** The objects and lists that have a text somewhere. */
export function containersOf(top: Container, text: string): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  const visit = (value: unknown): boolean => {
    if (!isContainer(value)) return typeof value === 'string' && value.includes(text);
    const has = Object.values(value).map(visit).includes(true);
    if (has) found.add(value);
    return has;
  };
  visit(top);
  return found;
}

/** Whether a value is an object or a list. */
export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Puts a value under any key, also under `__proto__`. */
export function put(parent: Container, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Takes a value away; the elements after it move up. */
export function remove({ parent, key }: JsonPlace): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

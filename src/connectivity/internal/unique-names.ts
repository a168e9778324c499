/** Names of items: the name of each, with its key where another item has the same name. */
export function uniqueNames(items: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  const uses = new Map<string, number>();
  items.forEach(({ name }) => uses.set(name, (uses.get(name) ?? 0) + 1));
  return new Map(items.map(({ id, name }) => [id, uses.get(name) === 1 ? name : `${name} (${id})`]));
}

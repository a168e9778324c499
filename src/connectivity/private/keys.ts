/**
 * Whether a key of the report is that of a construct: the resource itself, or a construct of this library, which names
 * its one resource `Resource`. What a construct holds besides is not meant, as it may hold several.
 */
export function isKeyOf(key: string, path: string): boolean {
  return key === path || key === `${path}/Resource`;
}

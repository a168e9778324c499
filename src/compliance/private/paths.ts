/** Reports whether a path is that of a construct or of one below it. */
export function within(above: string): (path: string) => boolean {
  const prefix = `${above}/`;
  return (path) => above === '' || constructPath(path) === above || path.startsWith(prefix);
}

/** Paths of all scopes of a resource, from its own upward: that of the construct, of what holds it, and of the app. */
export function upward(path: string): string[] {
  const construct = constructPath(path);
  const above = construct === '' ? [] : upward(construct.slice(0, Math.max(0, construct.lastIndexOf('/'))));
  return [...(construct === path ? [] : [path]), construct, ...above];
}

/** Path of the construct that a resource, or an instance of it, is defined by. */
export function constructPath(path: string): string {
  return path.replace(/\[[^\]]*\]$/, '');
}

import { isAbsolute, relative } from 'path';

/** The name of a file as it is given, but without the folders of a machine: reports are filed where these say nothing. */
export function recordedName(name: string, cwd: string): string {
  const path = isAbsolute(name) ? belowOrLast(relative(cwd, name)) : name;
  return path.split('\\').join('/');
}

function belowOrLast(path: string): string {
  return isAbsolute(path) || path.startsWith('..') ? path.split(/[\\/]/).pop()! : path;
}

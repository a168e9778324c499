import { ConnectivityData } from '../../connectivity-data';

/** Name of a resource for people: its name in Azure, or the end of its path. */
export type NameOf = (path: string) => string;

/** The names of what a report mentions by its path. */
export function placeNames({ resources = [], networks, services }: ConnectivityData): NameOf {
  const names = new Map([...networks, ...services, ...resources].map(({ id, name }) => [id, name]));
  return (path) => names.get(path) ?? lastOf(path);
}

/** A path without the name that constructs of this library give their one resource. */
export function shortPath(path: string): string {
  return path.replace(/\/Resource$/, '');
}

function lastOf(path: string): string {
  const short = shortPath(path);
  return short.slice(short.lastIndexOf('/') + 1) || path;
}

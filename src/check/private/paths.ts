import { Assessment } from './assessment';
import { ConnectivityPath, ReportedOrigin } from '../../connectivity/connectivity-data';
import { uniqueNames } from '../../connectivity/internal/unique-names';
import { OriginKind } from '../../connectivity/origin-kind';
import { RequestType } from '../../signalr/values';

/** Requests that only hub servers and functions send: they speak for all users. */
export const SERVER_TRAFFIC: readonly string[] = [RequestType.SERVER_CONNECTION, RequestType.REST_API];

/** Kinds of places that server traffic comes from, or must not come from. */
const CALLERS = [OriginKind.INTERNET, OriginKind.SUBNET, OriginKind.APP];

/** A path with what its ends are called. */
export interface NamedPath {
  readonly path: ConnectivityPath;
  readonly origin: ReportedOrigin;
  readonly from: string;
  /** The apps that call, each by its name; the place, where it has none. */
  readonly callers: readonly string[];
  readonly to: string;
}

/** All paths of an assessment, with names that differ where things do. */
export function namedPaths({ connectivity, resources }: Assessment): NamedPath[] {
  const origins = new Map(connectivity.origins.map((origin) => [origin.id, origin]));
  const originNames = uniqueNames(connectivity.origins);
  const serviceNames = uniqueNames(connectivity.services);
  const callers = new Map(
    connectivity.origins.map(({ id, hosts }) => {
      const names = hosts.map((host) => resources.get(host)?.name ?? host);
      return [id, names.length > 0 ? names : [originNames.get(id)!]];
    }),
  );
  return connectivity.paths.map((path) => ({
    path,
    origin: origins.get(path.origin)!,
    from: originNames.get(path.origin)!,
    callers: callers.get(path.origin)!,
    to: serviceNames.get(path.service)!,
  }));
}

/** Reports whether a path is server traffic of an app, or of the internet. */
export function isServerTraffic({ path, origin }: NamedPath): boolean {
  return SERVER_TRAFFIC.includes(path.requestType) && CALLERS.includes(origin.kind);
}

/** Names in a list, of which only the first are shown where there are many. */
export function listed(names: readonly string[], most = 6): string {
  const all = [...new Set(names)];
  const shown = all.length > most + 1 ? [...all.slice(0, most), `${all.length - most} more`] : all;
  return shown.join(', ');
}

/** The reason of a path, the same for all kinds of requests that it holds for. */
export function reasonKey({ code, reason, requestType }: ConnectivityPath): string {
  return `${code} ${reason.split(requestType).join('\0')}`;
}

/** The one reason of several paths, which names all their kinds of requests. */
export function reasonOf(paths: readonly [NamedPath, ...NamedPath[]]): string {
  const [{ path }] = paths;
  return path.reason.split(path.requestType).join(listed(paths.map((each) => each.path.requestType)));
}

/** The items with the same key, in the order in which keys first come. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

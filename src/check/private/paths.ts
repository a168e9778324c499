import { Assessment } from './assessment';
import { ConnectivityPath, ReportedOrigin } from '../../connectivity/connectivity-data';
import { uniqueNames } from '../../connectivity/internal/unique-names';
import { OriginKind } from '../../connectivity/origin-kind';
import { RequestType } from '../../signalr/values';

/** What only hub servers and functions send: it speaks for all users. */
export const SERVER_TRAFFIC: readonly string[] = [RequestType.SERVER_CONNECTION, RequestType.REST_API];

/** Where server traffic comes from, or must not come from. */
const CALLERS = [OriginKind.INTERNET, OriginKind.SUBNET, OriginKind.APP];

/** A path with what its ends are called. */
export interface NamedPath {
  readonly path: ConnectivityPath;
  readonly origin: ReportedOrigin;
  readonly from: string;
  readonly to: string;
}

/** All paths of an assessment, with names that differ where things do. */
export function namedPaths({ connectivity }: Pick<Assessment, 'connectivity'>): NamedPath[] {
  const origins = new Map(connectivity.origins.map((origin) => [origin.id, origin]));
  const originNames = uniqueNames(connectivity.origins);
  const serviceNames = uniqueNames(connectivity.services);
  return connectivity.paths.map((path) => ({
    path,
    origin: origins.get(path.origin)!,
    from: originNames.get(path.origin)!,
    to: serviceNames.get(path.service)!,
  }));
}

/** Whether a path is server traffic of an app, or of the internet. */
export function isServerTraffic({ path, origin }: NamedPath): boolean {
  return SERVER_TRAFFIC.includes(path.requestType) && CALLERS.includes(origin.kind);
}

/** Names in a list, of which only the first are shown where there are many. */
export function listed(names: readonly string[], most = 6): string {
  const all = [...new Set(names)];
  const shown = all.length > most + 1 ? [...all.slice(0, most), `${all.length - most} more`] : all;
  return shown.join(', ');
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

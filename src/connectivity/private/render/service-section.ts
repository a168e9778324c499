import { originNames } from './names';
import { count } from '../../../page/text';
import { ConnectivityData, ConnectivityPath, NameResolution, ReportedService } from '../../connectivity-data';
import { uniqueNames } from '../../internal/unique-names';
import { Verdict } from '../../verdict';

/** A path with the place it has among all paths, which names it in the page. */
export interface NumberedPath extends ConnectivityPath {
  readonly index: number;
}

/** Facts of one place that calls a service. */
export interface OriginRow {
  /** Key of the place. */
  readonly id: string;
  readonly name: string;
  /** The paths of each request type, in the order of the section's types. */
  readonly cells: readonly (readonly NumberedPath[])[];
  readonly resolutions: readonly NameResolution[];
}

/** Facts of one service, ready for tables. */
export interface ServiceSection {
  readonly name: string;
  readonly service: ReportedService;
  readonly requestTypes: readonly string[];
  readonly rows: readonly OriginRow[];
}

/** The tables of each service. */
export function serviceSections(data: ConnectivityData): ServiceSection[] {
  const names = uniqueNames(data.services);
  const origins = originNames(data);
  const numbered = data.paths.map((path, index) => ({ ...path, index }));
  const paths = new Map(grouped(numbered, ({ service }) => service).map((own) => [own[0].service, own]));
  return data.services.map((service) => {
    const own = paths.get(service.id) ?? [];
    const requestTypes = [...new Set(own.map(({ requestType }) => requestType))];
    const rows = grouped(own, ({ origin }) => origin).map((calls) => ({
      id: calls[0].origin,
      name: origins.get(calls[0].origin)!,
      cells: requestTypes.map((type) => calls.filter(({ requestType }) => requestType === type)),
      resolutions: grouped(calls, ({ resolution }) => JSON.stringify(resolution)).map(([{ resolution }]) => resolution),
    }));
    return { name: names.get(service.id)!, service, requestTypes, rows };
  });
}

/** One sentence about all of it. */
export function summary(data: ConnectivityData): string {
  const verdicts = [Verdict.ALLOWED, Verdict.DENIED, Verdict.UNKNOWN].map(
    (verdict) => `${data.paths.filter((path) => path.verdict === verdict).length} ${verdict}`,
  );
  const items = [count(data.services, 'service'), count(data.origins, 'origin'), count(data.paths, 'path')];
  return `${items.join(', ')}: ${verdicts.join(', ')}.`;
}

/** The items with the same key, in the order in which the keys first come. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

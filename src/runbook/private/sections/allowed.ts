import { uniqueNames } from '../../../connectivity/internal/unique-names';
import { Verdict } from '../../../connectivity/verdict';
import { table } from '../../../core/internal/markdown';
import { Inventory } from '../inventory';

/** The section on requests that are to pass, as the one judge says. */
export function allowedSection({ analysis, services, topology }: Inventory): string[] {
  const data = analysis.report(
    services.map(({ service }) => service),
    (service) => analysis.placesNear(service),
  );
  const callersOf = (service: string) => topology.connections.appsOf(service).map(({ path }) => path);
  const hosts = new Map(data.origins.map((origin) => [origin.id, origin.hosts]));
  // What calls another service alone says nothing of this one.
  const paths = data.paths.filter(({ origin, service }) => {
    const apps = hosts.get(origin) ?? [];
    return apps.length === 0 || apps.some((app) => callersOf(service).includes(app));
  });
  const endpoints = new Map(
    services.flatMap(({ service }) => service.endpoints.map(({ path, name = path }) => [path, name] as const)),
  );
  const labels = new Map(services.map(({ service, label }) => [service.key, label]));
  const relabelled = data.services.map((each) => ({ ...each, name: labels.get(each.id) ?? each.name }));
  const names = [uniqueNames(data.origins), uniqueNames(relabelled)];
  const rows = (verdict: Verdict, because: boolean) => {
    const found = new Map<string, string[]>();
    for (const path of paths.filter((each) => each.verdict === verdict)) {
      const { origin, service, via, code, reason, requestType } = path;
      const cells = [
        names[0].get(origin)!,
        names[1].get(service)!,
        endpoints.get(via) ?? (via || 'not known'),
        because ? `${code}: ${reason}` : '',
      ];
      const key = JSON.stringify(cells);
      found.set(key, [...(found.get(key) ?? []), requestType]);
    }
    return [...found].map(([key, types]) => {
      const [from, to, way, why] = JSON.parse(key) as string[];
      return [from, types.join(', '), to, way, ...(because ? [why] : [])];
    });
  };
  const open = rows(Verdict.UNKNOWN, true);
  return [
    '## 2. What is allowed on purpose',
    'The verdicts of the connectivity report. A request that is not named here is denied, and that is no fault.',
    table(['From', 'Request', 'To', 'Over'], rows(Verdict.ALLOWED, false)),
    ...(open.length === 0
      ? []
      : [
          'What only Azure knows, since the configuration leaves it open:',
          table(['From', 'Request', 'To', 'Over', 'What decides'], open),
        ]),
  ];
}

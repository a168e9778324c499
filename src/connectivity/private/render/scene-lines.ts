import { SceneLine, Stop } from './scene';
import { grouped, NumberedPath } from './service-section';
import { ConnectivityPath, DecidingResource } from '../../connectivity-data';
import { Verdict } from '../../verdict';

const STOPS: readonly Stop[] = ['start', 'border', 'endpoint', 'service'];

/** Words for codes that decide alone. */
const WORDS: Readonly<Record<string, string>> = {
  'network/not-peered': 'the networks are not peered',
  'network/not-routed': 'does not enter the subnet',
  'network/no-subnet': 'the app has no subnet',
  'network/routed-away': 'a route sends it elsewhere',
  'network/denied': 'a security group',
  'dns/not-linked': 'no zone is linked to the network',
  'dns/missing-record': 'the zone lacks the name',
  'dns/no-endpoint': 'the service has no private endpoint',
  'dns/custom-servers': 'DNS servers outside of the configuration',
  'dns/server-unreachable': 'no DNS server is reached',
  'dns/unknown': 'the answer of DNS is not known',
  'connectivity/server-endpoint': 'a setting names another address',
  'network/unknown': 'the configuration does not show the whole way',
  'privatelink/pending': 'the connection waits for approval',
  'nac/unknown': 'the access control list is not known',
};

const KINDS: Readonly<Record<string, string>> = {
  azurerm_network_security_group: 'security group',
  azurerm_route_table: 'route table',
};

/** The engine names what is not private `public endpoint`; without a way the line ends at the service. */
export function isPrivate(via: string): boolean {
  return via !== '' && via !== 'public endpoint';
}

/** The lines from one origin: one for each next place. */
export function linesFrom(paths: readonly NumberedPath[]): SceneLine[] {
  return grouped(paths, ({ via }) => (isPrivate(via) ? `endpoint ${via}` : '')).map((same) =>
    lineOf(same, isPrivate(same[0].via) ? same[0].via : undefined),
  );
}

/** The line from an endpoint to the service, for the paths that come so far. */
export function lineFromEndpoint(paths: readonly NumberedPath[]): SceneLine | undefined {
  const arriving = paths.filter((path) => stopOf(path) === 'service');
  return arriving.length > 0 ? lineOf(arriving, undefined) : undefined;
}

function lineOf(paths: readonly NumberedPath[], endpoint: string | undefined): SceneLine {
  const stops = new Set(paths.map(stopOf));
  const reached = STOPS.filter((stop) => stops.has(stop));
  const stop = reached[reached.length - 1];
  const atEnd = paths.filter((path) => stopOf(path) === stop);
  const isStopped = atEnd.every(({ verdict }) => verdict === Verdict.DENIED);
  return {
    endpoint,
    paths,
    verdict: bestOf(atEnd),
    stop,
    earlier: reached.slice(0, -1),
    isDivided: !isStopped && atEnd.some(({ verdict }) => verdict === Verdict.DENIED),
    notes: [...new Set(paths.flatMap(noteOf))],
  };
}

/** Allowed where any is, or else unknown where any is. */
export function bestOf(paths: readonly ConnectivityPath[]): Verdict {
  const order = [Verdict.ALLOWED, Verdict.UNKNOWN, Verdict.DENIED];
  return order.find((verdict) => paths.some((path) => path.verdict === verdict))!;
}

/** Place at which a path is stopped, by the code of its reason; a path that is not denied reaches the service. */
function stopOf({ verdict, code, via, decidedBy, origin }: ConnectivityPath): Stop {
  if (verdict !== Verdict.DENIED || /^(nac|privatelink|signalr)\//.test(code)) return 'service';
  // What public DNS answers is denied by the service; the code says how its answer came about.
  if (via === 'public endpoint') {
    return code.startsWith('network/') && code !== 'network/no-subnet' ? 'start' : 'service';
  }
  if (!isPrivate(via)) return 'start';
  if (code === 'network/not-peered') return 'border';
  const isThere = decidedBy?.subnet !== undefined && decidedBy.subnet !== origin;
  return code === 'network/denied' && isThere ? 'endpoint' : 'start';
}

function noteOf({ verdict, code, decidedBy, resolution }: ConnectivityPath): string[] {
  if (decidedBy) return [`by ${decider(decidedBy)}`];
  if (verdict === Verdict.ALLOWED || code === 'nac/denied') return [];
  const { zone } = resolution;
  const words = WORDS[code];
  if (code.startsWith('dns/') && zone) return [`by zone ${zone.name}: ${words ?? code}`];
  return words ? [`because ${words}`] : [];
}

function decider({ type, name, rule }: DecidingResource): string {
  return `${KINDS[type] ?? type} ${name}${rule === undefined ? '' : `, rule ${rule}`}`;
}

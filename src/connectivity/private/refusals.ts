import { IConstruct } from 'constructs';
import { serviceKeyAmong } from './keys';
import { addTo } from '../../core/internal/add-to';
import type { Code } from '../../core/internal/codes/codes';
import { asCode, type Problem } from '../../core/internal/problem';
import { IAppHost } from '../../identity';
import { ConstructModel } from '../../model/construct-model';
import { IPrivateEndpoint } from '../../privatelink';
import { RequestType } from '../../signalr/values';
import { ConnectivityPath } from '../connectivity-data';
import { analysisOf } from '../internal/analysis';
import { PUBLIC_ENDPOINT } from '../internal/judge';
import { Verdict } from '../verdict';

/** An app; a construct of the library may know the network of one that the configuration does not define. */
export type CallingApp = IConstruct & Partial<Pick<IAppHost, 'virtualNetworkId'>>;

/** Requests of an app to a service. */
export interface Caller {
  readonly app: CallingApp;
  readonly types: ReadonlySet<RequestType>;
  /**
   * States whether a user named it for the check, which then must know it; other apps are those that the library
   * connects.
   */
  readonly isNamed: boolean;
}

/** A service with those who call it. */
export interface CalledService {
  readonly service: IConstruct;
  /** The private endpoints that the library connects to it. */
  readonly endpoints: readonly IPrivateEndpoint[];
  readonly callers: readonly Caller[];
  /** States whether all apps must use a private endpoint; those that are named always must. */
  readonly arePrivate: boolean;
}

/** Reason for which apps do not reach a service. */
export interface Refusal extends Problem {
  /** Keys of what it is about: apps, networks, service, access control list, private endpoint, zones. */
  readonly resources: ReadonlySet<string>;
}

/** A path that is rejected. */
interface RefusedPath {
  readonly app: string;
  readonly path: ConnectivityPath;
  readonly code: Code;
  readonly reason: string;
  readonly resources: readonly string[];
}

const FIXES: Readonly<Partial<Record<Code, string>>> = {
  'nac/server-unreachable': 'allow the request there',
  'dns/not-linked':
    'link the network of the app to that zone, or give the network DNS servers that forward to Azure DNS in a linked network',
  'dns/missing-record':
    'let a private endpoint of the service write its record to that zone with DnsIntegration.zone(...), share one zone among the networks, or link the network with ResolutionPolicy.NX_DOMAIN_REDIRECT',
  'dns/custom-servers':
    "let these servers forward the service's domain to Azure and use DnsIntegration.customServers(zone), or write the record yourself with DnsIntegration.recordsOnly()",
  'dns/server-unreachable': 'allow UDP 53 from the app to those servers, and peer the networks in both directions',
  'network/not-routed': 'set vnet_route_all_enabled of the app, or give the private endpoint an RFC 1918 address',
  'network/no-subnet': 'integrate the app with the network that the zone is linked to',
  'network/denied': 'allow HTTPS to the private endpoint',
  'network/routed-away': 'give the private endpoint a route of its own',
  'network/not-peered': 'peer the networks in both directions',
};

/**
 * Causes that keep apps away from a service; empty where the configuration does not decide it. One cause is one
 * refusal.
 */
export function refusalsOf(model: ConstructModel, called: CalledService): Refusal[] {
  const analysis = analysisOf(model);
  const keys = analysis.services.all.map(({ key }) => key);
  const service = analysis.services.get(serviceKeyAmong(keys, called.service) ?? '');
  const unknown: Refusal[] = [];
  const byCause = new Map<string, RefusedPath[]>();
  for (const { app, types, isNamed } of called.callers) {
    const call = service && analysis.callOf(app, model.read(app, app.virtualNetworkId), service, [...types]);
    if (isNamed && !call?.isPlaced) unknown.push(unknownParty(called.service, service ? app : called.service));
    for (const path of call?.paths.filter(refusedBy(called, isNamed)) ?? []) {
      const { reason, code } = causeOf(path);
      const cause = `${code} ${reason.replaceAll(path.requestType, '')}`;
      addTo(byCause, cause, { app: app.node.path, path, code, reason, resources: [...call!.resources, path.via] });
    }
  }
  return [...unknown, ...[...byCause.values()].map(refusalOf)];
}

/**
 * Paths that are rejected. Where another team manages the record, the configuration does not show the answer to the
 * name;
 * where Azure's DNS is said to answer, DNS servers of another team contradict that.
 */
function refusedBy({ endpoints, arePrivate }: CalledService, isNamed: boolean) {
  const isRecordedElsewhere = endpoints.some(({ dns }) => dns && !dns.privateDnsZone);
  const asksAzure = endpoints.length > 0 && endpoints.every(({ dns }) => dns?.needsLink);
  return (path: ConnectivityPath): boolean => {
    const { verdict, via, code } = path;
    if (verdict === Verdict.UNKNOWN) return asksAzure && code === 'dns/custom-servers';
    if (isRecordedElsewhere && causeOf(path).code.startsWith('dns/')) return false;
    return verdict === Verdict.DENIED || (via === PUBLIC_ENDPOINT && (isNamed || arePrivate));
  };
}

function causeOf({ verdict, resolution, reason, code }: ConnectivityPath): Pick<RefusedPath, 'code' | 'reason'> {
  // Where the public endpoint lets it in, the fault is that the name leads there.
  if (verdict === Verdict.ALLOWED) {
    return { reason: resolution.reason, code: asCode(resolution.code ?? 'dns/no-endpoint') };
  }
  return { reason, code: code.startsWith('nac/') ? 'nac/server-unreachable' : asCode(code) };
}

function refusalOf(refused: readonly RefusedPath[]): Refusal {
  const [{ code, reason, path }] = refused;
  const types = unique(refused.map((each) => each.path.requestType));
  const apps = unique(refused.map(({ app }) => app));
  const are = types.length + apps.length > 2 ? ['are', 'do'] : ['is', 'does'];
  const verb = path.verdict === Verdict.UNKNOWN ? `${are[0]} not known to` : `${are[1]} not`;
  const fix = fixOf(code, path);
  const calls = `${types.join(' and ')} from ${apps.join(' and ')}`;
  return {
    code,
    message: `${calls} ${verb} get to ${path.service} through a private endpoint: ${reason}${fix && `; ${fix}`}`,
    resources: new Set(refused.flatMap(({ resources }) => resources)),
  };
}

function fixOf(code: Code, { via }: ConnectivityPath): string {
  if (code === 'nac/server-unreachable' && [PUBLIC_ENDPOINT, ''].includes(via)) {
    return 'allow it on a private endpoint';
  }
  return FIXES[code] ?? '';
}

function unknownParty(service: IConstruct, party: IConstruct): Refusal {
  const message =
    party === service
      ? 'the configuration has no such SignalR service, nor a private endpoint that connects to it'
      : `the configuration has no app or slot ${party.node.path}, and its network is not known; give the app itself, or virtualNetworkId of an existing one`;
  return { code: 'connectivity/not-in-report', message, resources: new Set() };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

import { Construct } from 'constructs';
import { Verdict, ConnectivityPath } from '../../connectivity';
import { analysisOf } from '../../connectivity/internal/analysis';
import { PUBLIC_ENDPOINT } from '../../connectivity/internal/judge';
import { Problem, withoutPath } from '../../core/internal/violations';
import { shareModel, sharedModel } from '../../model/synth-model';
import { DnsIntegration } from '../../privatelink';
import { SignalRService } from '../../signalr';
import { ConnectedHost } from '../../signalr/internal/connections';
import { SecureSignalROptions } from '../secure-signalr-options';

const FIXES: Readonly<Record<string, string>> = {
  'nac/denied': 'allow it there',
  'dns/not-linked': 'link its network to that zone, or give the network DNS servers that ask it',
  'dns/missing-record': 'let the endpoint keep its record in that zone',
  'network/no-subnet': 'integrate it with the network that the zone is linked to',
  'network/denied': 'let HTTPS to the private endpoint through',
  'network/routed-away': 'give the private endpoint a route of its own',
  'network/not-peered': 'peer the networks in both directions',
};

/**
 * Fails synth where an app that a service is connected to is known not to reach it through a private endpoint, unless the
 * user of an architecture has turned that off.
 */
export function requirePrivateServers(
  scope: Construct,
  { connectivityCheck = true }: SecureSignalROptions,
  service: SignalRService,
  dns: DnsIntegration | undefined,
): void {
  if (!connectivityCheck) return;
  shareModel(scope);
  const keepsRecords = dns?.privateDnsZone !== undefined;
  scope.node.addValidation({ validate: () => problems(scope, service, keepsRecords).map(withoutPath) });
}

function problems(scope: Construct, service: SignalRService, keepsRecords: boolean): Problem[] {
  const model = sharedModel(scope);
  const analysis = analysisOf(model);
  const reported = analysis.services.get(service.resource.node.path)!;
  return service._connections.hosts.flatMap(({ host, requestTypes }) => {
    const paths = analysis.pathsOf(host, model.read(host, host.virtualNetworkId), reported, [...requestTypes]);
    const wrong = paths.filter(isNotPrivate);
    if (wrong.length === 0 || isTold(service, host)) return [];
    // Where others keep the records, the tree does not show what names lead to.
    return wrong
      .map((path) => problemOf(path, host.node.path))
      .filter(({ code }) => keepsRecords || !code.startsWith('dns/'));
  });
}

function isNotPrivate({ verdict, via }: ConnectivityPath): boolean {
  return verdict === Verdict.DENIED || (verdict === Verdict.ALLOWED && via === PUBLIC_ENDPOINT);
}

/** Whether the service itself refuses the host, for a fault that it sees without reading the tree. */
function isTold(service: SignalRService, host: ConnectedHost['host']): boolean {
  return service.node.validate().some((message) => message.includes(host.node.path));
}

function problemOf(path: ConnectivityPath, host: string): Problem {
  const { requestType, service, verdict, resolution } = path;
  // Where the public endpoint lets it in, the fault is that the name leads there.
  const { reason, code = 'nac/server-unreachable' } = verdict === Verdict.ALLOWED ? resolution : path;
  const fix = code in FIXES ? `; ${FIXES[code]}` : '';
  const message = `${requestType} from ${host} does not get to ${service} through a private endpoint: ${reason}${fix}`;
  return { code: code.startsWith('nac/') ? 'nac/server-unreachable' : code, message };
}

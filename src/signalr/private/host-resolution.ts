import { IConstruct } from 'constructs';
import { isKnown, Problem } from '../../core/internal/violations';
import { IPrivateDnsZone } from '../../dns';
import { zoneOfNetwork } from '../../dns/internal/link-problems';
import { ownDnsServers } from '../../network/internal/dns-servers';
import { IPrivateEndpoint } from '../../privatelink';
import { ConnectedHost } from '../internal/connections';
import { RequestType } from '../request-type';

/** What is known of a service whose name hosts resolve. */
export interface ResolvedService {
  readonly service: IConstruct;
  readonly endpoints: readonly IPrivateEndpoint[];
  /** Whether a request to an endpoint, or else to the public address, is let in; `undefined` where it is not known. */
  readonly allows: (type: RequestType, endpoint?: IPrivateEndpoint) => boolean | undefined;
}

/**
 * Hosts in whose networks the name of the service does not lead to a private endpoint. Judged only where the records
 * of all endpoints are in zones that the networks are to ask themselves.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-private-endpoints#access-constraints-for-clients-in-vnets-with-private-endpoints
 */
export function hostResolutionProblems(resolved: ResolvedService, hosts: readonly ConnectedHost[]): Problem[] {
  const integrations = resolved.endpoints.flatMap(({ dns }) => (dns?.needsLink ? dns : []));
  const zones = integrations.flatMap(({ privateDnsZone }) => privateDnsZone ?? []);
  if (zones.length === 0 || zones.length < resolved.endpoints.length) return [];
  return hosts.flatMap((caller) => {
    const { virtualNetworkId } = caller.host;
    return virtualNetworkId ? judge(resolved, zones, caller, virtualNetworkId) : [];
  });
}

function judge(
  resolved: ResolvedService,
  zones: IPrivateDnsZone[],
  { host, requestTypes }: ConnectedHost,
  networkId: string,
): Problem[] {
  const recorded = zones.map((zone) => zone.node.path).join(', ');
  const servers = ownDnsServers(resolved.service, networkId);
  if (servers.length > 0) {
    const message = `the network of ${host.node.path} asks its own DNS servers ${servers.join(', ')}, which do not see the record of this service in ${recorded}; let them forward the service's domain to Azure and use DnsIntegration.customServers(zone)`;
    return [{ code: 'dns/custom-servers', message }];
  }
  const asked = zoneOfNetwork(resolved.service, zones[0].zoneName, networkId);
  const isAsked = (zone: IPrivateDnsZone) => zone === asked?.zone || zone.resolvesFor(networkId) === true;
  const found = resolved.endpoints.find(({ dns }) => dns!.privateDnsZone && isAsked(dns!.privateDnsZone));
  if (found) return refusedProblems(resolved, { host, requestTypes }, found);
  if (asked) {
    // Azure asks the linked zone for every service that has a private endpoint anywhere.
    if (asked.redirects || !zones.every((zone) => areDifferent(zone, asked.zone))) return [];
    const message = `the network of ${host.node.path} is linked to zone ${asked.zone.node.path}, which lacks the record of this service (recorded in ${recorded}), so its name does not resolve there; add a private endpoint of the service with DnsIntegration.zone(...) of that zone, share one zone among the networks, or link the network with ResolutionPolicy.NX_DOMAIN_REDIRECT`;
    return [{ code: 'dns/missing-record', message }];
  }
  const unlinked = zones.every((zone) => zone.resolvesFor(networkId) === false);
  const refused = [...requestTypes].filter((type) => resolved.allows(type) === false);
  if (!unlinked || refused.length === 0) return [];
  const message = `the network of ${host.node.path} is not linked to zone ${recorded}, so the service's name leads to the public address there, which refuses ${refused.join(' and ')}; link the network to the zone`;
  return [{ code: 'dns/not-linked', message }];
}

/** What the endpoint that a host finds does not let in. */
function refusedProblems(
  { allows }: ResolvedService,
  { host, requestTypes }: ConnectedHost,
  found: IPrivateEndpoint,
): Problem[] {
  const refused = [...requestTypes].filter((type) => allows(type, found) === false);
  if (refused.length === 0) return [];
  const message = `${host.node.path} finds the service at ${found.node.path}, which does not let ${refused.join(' and ')} in; allow it there`;
  return [{ code: 'nac/server-unreachable', message }];
}

/** Whether two zones are known not to be one; existing zones are known by their ids only. */
function areDifferent(a: IPrivateDnsZone, b: IPrivateDnsZone): boolean {
  if (a.linksAreKnown && b.linksAreKnown) return true;
  return isKnown(a.zoneId) && isKnown(b.zoneId) && a.zoneId.toLowerCase() !== b.zoneId.toLowerCase();
}

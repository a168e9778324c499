import { IConstruct } from 'constructs';
import { isKnown, Problem } from '../../core/private/violations';
import { IPrivateDnsZone } from '../../dns';
import { zoneOfNetwork } from '../../dns/private/link-problems';
import { IAppHost } from '../../identity';
import { IPrivateEndpoint } from '../../privatelink';

/**
 * Hosts that would get no address for the service: their network is linked to a private link zone, which Azure asks
 * for every service that has a private endpoint anywhere, and the zone lacks the record of this one.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-private-endpoints#access-constraints-for-clients-in-vnets-with-private-endpoints
 */
export function missingRecordProblems(
  service: IConstruct,
  hosts: readonly IAppHost[],
  endpoints: readonly IPrivateEndpoint[],
): Problem[] {
  const zones = endpoints.flatMap(({ privateDnsZone }) => privateDnsZone ?? []);
  if (zones.length === 0 || zones.length < endpoints.length) return [];
  return hosts.flatMap((host) => {
    const asked = host.virtualNetworkId && zoneOfNetwork(service, zones[0].zoneName, host.virtualNetworkId);
    if (!asked || asked.redirects || !zones.every((zone) => areDifferent(zone, asked.zone))) return [];
    const recorded = zones.map((zone) => zone.node.path).join(', ');
    const message = `the network of ${host.node.path} is linked to zone ${asked.zone.node.path}, which lacks the record of this service (recorded in ${recorded}), so its name does not resolve there; add a private endpoint of the service with DnsIntegration.zone(...) of that zone, share one zone among the networks, or link the network with ResolutionPolicy.NX_DOMAIN_REDIRECT`;
    return [{ code: 'dns/missing-record', message }];
  });
}

/** Whether two zones are known not to be one; existing zones are known by their ids only. */
function areDifferent(a: IPrivateDnsZone, b: IPrivateDnsZone): boolean {
  if (a === b) return false;
  if (a.linksAreKnown && b.linksAreKnown) return true;
  return isKnown(a.zoneId) && isKnown(b.zoneId) && a.zoneId.toLowerCase() !== b.zoneId.toLowerCase();
}

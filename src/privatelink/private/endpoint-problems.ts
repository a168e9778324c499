import { IConstruct } from 'constructs';
import { AzureCloud } from '../../core';
import { claim } from '../../core/private/registry';
import { isKnown, Problem } from '../../core/private/violations';
import { ISubnet } from '../../network';
import { ownDnsServers } from '../../network/private/dns-servers';
import { useSubnet } from '../../network/private/subnet-use';
import { DnsIntegration } from '../dns-integration';
import { PrivateLinkConnection } from '../private-link-connection';
import { IPrivateLinkTarget } from '../private-link-target';

/** What keeps an endpoint out of a subnet. */
export function subnetProblems(endpoint: IConstruct, subnet: ISubnet): Problem[] {
  const sharing = useSubnet(endpoint, subnet, 'private endpoints');
  if (!subnet.delegation || subnet.delegation.isNone) return sharing;
  const message = `subnet ${subnet.node.path} is delegated to ${subnet.delegation.serviceName} and takes no private endpoints; use another subnet`;
  return [{ code: 'privatelink/delegated-subnet', message }, ...sharing];
}

/** Two endpoints of one network would write the same record. */
export function duplicateProblems(endpoint: IConstruct, target: IPrivateLinkTarget, subnet: ISubnet): Problem[] {
  const { resourceId, serviceAlias, subresource } = target.privateLink;
  const key = [resourceId ?? serviceAlias, subresource?.name, subnet.virtualNetworkId].join(' ');
  const rival = claim(endpoint, 'private endpoint', key);
  if (!rival) return [];
  const message = `${rival} leads from the same network to ${target.node.path} already, and one record would hide the other; remove one`;
  return [{ code: 'privatelink/duplicate-target', message }];
}

/** Alias and zone of the connection. */
export function connectionProblems(connection: PrivateLinkConnection): Problem[] {
  const { serviceAlias } = connection;
  if (!isKnown(serviceAlias) || serviceAlias.endsWith('.azure.privatelinkservice')) return [];
  const message = `"${serviceAlias}" is not the alias of a Private Link service; it ends with .azure.privatelinkservice`;
  return [{ code: 'privatelink/alias', message }];
}

/** The zone must be the one in which Azure looks the target up. */
export function zoneProblems(dns: DnsIntegration, target: IPrivateLinkTarget, location: string): Problem[] {
  const zone = dns.privateDnsZone;
  const { subresource } = target.privateLink;
  if (!zone || !subresource || !isKnown(zone.zoneName) || !isKnown(location)) return [];
  const expected = subresource.zone.nameIn(AzureCloud.ofLocation(location));
  if (zone.zoneName === expected) return [];
  const message = `zone ${zone.zoneName} given, but ${target.node.path} is looked up in ${expected}; use a zone of that name`;
  return [{ code: 'dns/zone-name', message }];
}

/** What would keep the machines of the endpoint's network from finding it; judged when all links are known. */
export function resolutionProblems(dns: DnsIntegration, endpoint: IConstruct, subnet: ISubnet): Problem[] {
  const zone = dns.privateDnsZone;
  if (!dns.needsLink || !zone) return [];
  const servers = ownDnsServers(endpoint, subnet.virtualNetworkId);
  if (servers.length > 0) {
    const message = `the network of the endpoint asks its own DNS servers ${servers.join(', ')}, which do not see zone ${zone.zoneName}; let them forward the zone to Azure and use DnsIntegration.customServers(zone), or keep the records by hand with DnsIntegration.recordsOnly()`;
    return [{ code: 'dns/custom-servers', message }];
  }
  if (zone.resolvesFor(subnet.virtualNetworkId) !== false) return [];
  const message = `zone ${zone.zoneName} is not linked to the network of the endpoint, where the name would resolve to the public address; add ${zone.node.id}.addVirtualNetworkLink(...)`;
  return [{ code: 'dns/not-linked', message }];
}

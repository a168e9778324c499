import { IConstruct } from 'constructs';
import { AzureCloud } from '../../core';
import { isResourceId } from '../../core/internal/arm-id';
import { hostNameProblems } from '../../core/internal/host-name';
import { locationsDiffer } from '../../core/internal/locations';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet } from '../../network';
import { useSubnet } from '../../network/internal/subnet-use';
import { DnsIntegration } from '../dns-integration';
import { PrivateLinkConnection } from '../private-link-connection';
import { IPrivateLinkTarget } from '../private-link-target';

/** @see https://learn.microsoft.com/azure/private-link/private-link-service-overview#alias */
const ALIAS = /^[\w.-]+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\w+\.azure\.privatelinkservice$/i;
/** Prefix of the sub-resources of slots. */
const SLOTS = 'sites-';
const SLOT = /^[a-z0-9][a-z0-9-]{0,57}[a-z0-9]$/i;

/** Reports why an endpoint cannot be in a subnet. */
export function subnetProblems(endpoint: IConstruct, subnet: ISubnet): Problem[] {
  const sharing = useSubnet(endpoint, subnet, 'private endpoints');
  if (!subnet.delegation || subnet.delegation.isNone) return sharing;
  const message = `subnet ${subnet.node.path} is delegated to ${subnet.delegation.serviceName} and accepts no private endpoints; use another subnet`;
  return [{ code: 'privatelink/delegated-subnet', message }, ...sharing];
}

/** An endpoint is in the region of its network. */
export function regionProblems(subnet: ISubnet, location: string): Problem[] {
  if (!locationsDiffer(subnet.location, location)) return [];
  const message = `the endpoint is in ${location}, but the network of subnet ${subnet.node.path} is in ${subnet.location}; use the region of the network`;
  return [{ code: 'privatelink/location', message }];
}

/** Problems with the target, and with a static address for it. */
export function connectionProblems(
  { resourceId, subresource, hostnames, serviceAlias }: PrivateLinkConnection,
  staticIpAddress?: string,
): Problem[] {
  const problems = hostnames.flatMap((name) => hostNameProblems('privatelink/hostname', name, 'NAME.vault.azure.net'));
  if (isKnown(resourceId) && !isResourceId(resourceId)) {
    const message = `"${resourceId}" is not the id of a resource; use one such as /subscriptions/ID/resourceGroups/NAME/providers/NAMESPACE/TYPE/NAME`;
    problems.push({ code: 'privatelink/target-id', message });
  }
  if (isKnown(serviceAlias) && !ALIAS.test(serviceAlias)) {
    const message = `"${serviceAlias}" is not the alias of a Private Link service; use one such as NAME.GUID.REGION.azure.privatelinkservice`;
    problems.push({ code: 'privatelink/alias', message });
  }
  problems.push(...(subresource?._problems() ?? []));
  if (staticIpAddress !== undefined && subresource?.memberName === '') {
    const message = `staticIpAddress given, but an endpoint of ${subresource.name} has several addresses; leave staticIpAddress out`;
    problems.push({ code: 'privatelink/static-ip', message });
  }
  const part = subresource?.name;
  if (isKnown(part) && part.startsWith(SLOTS) && !SLOT.test(part.slice(SLOTS.length))) {
    const message = `"${part.slice(SLOTS.length)}" is not the name of a slot; use 2 to 59 letters, digits or inner dashes`;
    problems.push({ code: 'privatelink/slot', message });
  }
  return problems;
}

/** The zone must be the one in which Azure looks the target up. */
export function zoneProblems(dns: DnsIntegration, target: IPrivateLinkTarget, location: string): Problem[] {
  const zone = dns.privateDnsZone;
  const { subresource } = target.privateLink;
  if (dns.isNewZone && subresource && !isKnown(location)) {
    const message =
      'the name of a new zone depends on the region, which is only known when Terraform runs; give the location as plain text, or a zone with DnsIntegration.zone(...)';
    return [{ code: 'dns/zone-name', message }];
  }
  if (!subresource) return [];
  const unusable = isKnown(location) ? subresource.zone._problemsIn(AzureCloud.ofLocation(location)) : [];
  if (unusable.length > 0) return unusable;
  if (!zone || !isKnown(zone.zoneName) || !isKnown(location)) return [];
  const expected = subresource.zone.nameIn(AzureCloud.ofLocation(location));
  if (zone.zoneName.toLowerCase() === expected) return [];
  const message = `zone ${zone.zoneName} given, but ${target.node.path} is looked up in ${expected}; use a zone of that name`;
  return [{ code: 'dns/zone-name', message }];
}

import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { tagProblems } from '../../core/internal/tags';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet, SubnetDelegation } from '../../network';
import { nameProblems } from '../../network/internal/names';
import { DnsResolverEndpointProps } from '../dns-resolver-endpoint';

const WIDEST_PREFIX = 24;
const NARROWEST_PREFIX = 28;

/**
 * Reports why an endpoint does not fit its resolver and subnet; unknown facts about them are not judged.
 *
 * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#subnet-restrictions
 */
export function endpointProblems(props: DnsResolverEndpointProps): Problem[] {
  const { subnet, privateDnsResolver: resolver } = props;
  return [
    ...nameProblems('dns/name', 'an endpoint', props.name),
    ...delegationMessages(subnet).map(subnetProblem),
    ...sizeMessages(subnet).map(subnetProblem),
    ...networkMessages(subnet, resolver.virtualNetworkId).map(subnetProblem),
    ...locationProblems(props),
    ...tagProblems(props.tags),
  ];
}

/** The region of an endpoint, which is that of its network. */
export function endpointLocation({ privateDnsResolver, subnet }: DnsResolverEndpointProps): string | undefined {
  return privateDnsResolver.location ?? subnet.location;
}

function delegationMessages(subnet: ISubnet): string[] {
  const { serviceName } = SubnetDelegation.DNS_RESOLVERS;
  if (!subnet.delegation || subnet.delegation.serviceName === serviceName) return [];
  return [
    `subnet ${subnet.node.path} is delegated to ${subnet.delegation.serviceName || 'no service'}; delegate it to ${serviceName}`,
  ];
}

function sizeMessages(subnet: ISubnet): string[] {
  const range = isKnown(subnet.addressPrefix) ? Ipv4Cidr.parse(subnet.addressPrefix) : undefined;
  if (typeof range !== 'object') return [];
  if (range.prefixLength >= WIDEST_PREFIX && range.prefixLength <= NARROWEST_PREFIX) return [];
  return [
    `subnet ${subnet.node.path} is a /${range.prefixLength}; endpoints of a resolver need /${NARROWEST_PREFIX} to /${WIDEST_PREFIX}`,
  ];
}

function networkMessages(subnet: ISubnet, resolverNetworkId: string | undefined): string[] {
  if (!isKnown(resolverNetworkId) || !isKnown(subnet.virtualNetworkId)) return [];
  if (resolverNetworkId.toLowerCase() === subnet.virtualNetworkId.toLowerCase()) return [];
  return [
    `subnet ${subnet.node.path} is part of ${subnet.virtualNetworkId}, but the resolver is in ${resolverNetworkId}; use a subnet of that network`,
  ];
}

function subnetProblem(message: string): Problem {
  return { code: 'dns/resolver-subnet', message };
}

function locationProblems(props: DnsResolverEndpointProps): Problem[] {
  if (endpointLocation(props) !== undefined) return [];
  const message = `the regions of resolver ${props.privateDnsResolver.node.path} and subnet ${props.subnet.node.path} are not known; give location to one of them`;
  return [{ code: 'dns/location', message }];
}

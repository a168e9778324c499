import type { Code } from '../../core/internal/codes/codes';
import { normalizeLocation } from '../../core/internal/region-name';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { Attachments } from '../../topology/network/attachments';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

const OWN_CODES: Readonly<Record<string, Code>> = {
  azurerm_private_endpoint: 'privatelink/location',
  azurerm_private_dns_resolver_inbound_endpoint: 'dns/location',
  azurerm_private_dns_resolver_outbound_endpoint: 'dns/location',
};

/**
 * Reports resources in, or attached to, a subnet in another region than its network: Azure has no such object across
 * regions.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq#can-i-have-a-virtual-network-that-spans-regions
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-endpoint-properties
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration#limitations
 */
export function regionFindings(topology: Topology): Finding[] {
  const attached: [string, string, Attachments][] = [
    ['security group', 'azurerm_network_security_group', topology.securityGroups],
    ['route table', 'azurerm_route_table', topology.routeTables],
    ['NAT gateway', 'azurerm_nat_gateway', topology.natGateways],
  ];
  return [
    ...attached.flatMap(([title, type, attachments]) =>
      topology.model
        .resources(type)
        .flatMap((owner) =>
          attachments
            .subnetsOf(owner)
            .subnets.flatMap((subnet) => judge(topology, `the ${title}`, owner, subnet, 'network/region')),
        ),
    ),
    ...topology.joiners.flatMap(({ kind, resource, subnet }) =>
      judge(topology, `the ${kind.title}`, resource, subnet, OWN_CODES[resource.type] ?? 'network/region'),
    ),
    ...topology.apps.all.flatMap((app) => {
      const subnet = topology.integrations.subnetOf(app.path);
      return subnet ? judge(topology, 'the app', app, subnet, 'appservice/location') : [];
    }),
    ...resolverFindings(topology),
  ];
}

/** https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#virtual-network-restrictions */
function resolverFindings(topology: Topology): Finding[] {
  return topology.model
    .resources('azurerm_private_dns_resolver')
    .flatMap((resolver) =>
      judgeNetwork(
        topology,
        'the resolver',
        resolver,
        topology.networks.keyOf(resolver.at('virtual_network_id')),
        'dns/location',
      ),
    );
}

function judge(topology: Topology, what: string, resource: ModelResource, subnet: Target, code: Code): Finding[] {
  return judgeNetwork(topology, what, resource, topology.subnets.networkOf(subnet), code);
}

function judgeNetwork(
  { networks }: Topology,
  what: string,
  resource: ModelResource,
  network: string | undefined,
  code: Code,
): Finding[] {
  const own = resource.at('location').knownText;
  const other = network === undefined ? undefined : networks.regionOf(network);
  if (own === undefined || other === undefined || !resource.presence.isYes) return [];
  if (normalizeLocation(own) === normalizeLocation(other)) return [];
  const message = `${what} ${resource.path} is in ${own}, but ${networks.label(network!)} is in ${other}; use one region`;
  return [findingOf(code, message, resource)];
}

import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * A NAT gateway serves subnets of one network.
 *
 * @see https://learn.microsoft.com/azure/nat-gateway/nat-gateway-resource#subnets
 */
export function natFindings({ model, natGateways, networks, subnets }: Topology): Finding[] {
  return model.resources('azurerm_nat_gateway').flatMap((gateway) => {
    const keys = natGateways.subnetsOf(gateway).subnets.map((subnet) => subnets.networkOf(subnet));
    const [first, second] = [...new Set(keys.filter((key) => key !== undefined))];
    if (second === undefined || !gateway.presence.isYes) return [];
    const message = `the NAT gateway ${gateway.path} is attached to subnets of ${networks.label(first)} and ${networks.label(second)}, and Azure accepts one network; define a gateway for each network`;
    return [findingOf('network/nat-gateway-networks', message, gateway)];
  });
}

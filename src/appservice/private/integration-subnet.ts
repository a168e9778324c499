import { Ipv4Cidr } from '../../core/private/ipv4-cidr';
import { isKnown, Problem } from '../../core/private/violations';
import { ISubnet, SubnetDelegation } from '../../network';

/** Azure's smallest subnet for the apps of one plan. */
const NARROWEST_PREFIX = 28;

/**
 * What keeps apps from joining a subnet; what is not known of the subnet is not judged.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration#subnet-requirements
 */
export function integrationSubnetProblems(subnet: ISubnet): Problem[] {
  const problems: Problem[] = [];
  const { serviceName } = SubnetDelegation.WEB_SERVER_FARMS;
  if (subnet.delegation && subnet.delegation.serviceName !== serviceName) {
    const message = `subnet ${subnet.node.path} is delegated to ${subnet.delegation.serviceName || 'no service'}; delegate it to ${serviceName}`;
    problems.push({ code: 'network/integration-subnet-delegation', message });
  }
  const range = isKnown(subnet.addressPrefix) ? Ipv4Cidr.parse(subnet.addressPrefix) : undefined;
  if (typeof range === 'object' && range.prefixLength > NARROWEST_PREFIX) {
    const message = `subnet ${subnet.node.path} is a /${range.prefixLength}; apps need /${NARROWEST_PREFIX} or wider, and /26 to scale out`;
    problems.push({ code: 'network/integration-subnet-size', message });
  }
  return problems;
}

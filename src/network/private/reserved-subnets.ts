import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem } from '../../core/internal/violations';
import { SubnetDelegation } from '../subnet-delegation';

/** What a subnet may have attached. */
type Attachment = 'networkSecurityGroup' | 'routeTable' | 'natGateway';

/** What is judged of a subnet. */
interface NamedSubnet extends Readonly<Partial<Record<Attachment, unknown>>> {
  readonly name: string;
  readonly addressPrefix: string;
  readonly delegation?: SubnetDelegation;
}

/** A subnet whose service finds it by its name. */
interface ReservedSubnet {
  readonly name: string;
  readonly longestPrefix: number;
  readonly refuses: readonly Attachment[];
}

const RESERVED: readonly ReservedSubnet[] = [
  // https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub
  { name: 'GatewaySubnet', longestPrefix: 29, refuses: ['networkSecurityGroup', 'natGateway'] },
  // https://learn.microsoft.com/azure/firewall/firewall-faq
  { name: 'AzureFirewallSubnet', longestPrefix: 26, refuses: ['networkSecurityGroup'] },
  {
    name: 'AzureFirewallManagementSubnet',
    longestPrefix: 26,
    refuses: ['networkSecurityGroup'],
  },
  // https://learn.microsoft.com/azure/bastion/configuration-settings#subnet
  { name: 'AzureBastionSubnet', longestPrefix: 26, refuses: ['routeTable'] },
  // https://learn.microsoft.com/azure/route-server/route-server-faq
  { name: 'RouteServerSubnet', longestPrefix: 27, refuses: ['networkSecurityGroup', 'routeTable'] },
];

/** Whether Azure reserves a name for the subnet of a gateway, firewall, bastion host or route server. */
export function isReservedSubnet(name: string): boolean {
  return reservedAs(name) !== undefined;
}

/** What keeps a subnet with a reserved name from the service that needs it. */
export function reservedSubnetProblems(props: NamedSubnet): Problem[] {
  const reserved = reservedAs(props.name);
  if (!reserved) return [];
  const { name, longestPrefix, refuses } = reserved;
  const problems: Problem[] = [];
  if (props.name !== name) {
    const message = `"${props.name}" is reserved by Azure, in another letter case; write it as ${name}, or choose another name`;
    problems.push({ code: 'network/subnet-name', message });
  }
  const range = isKnown(props.addressPrefix) ? Ipv4Cidr.parse(props.addressPrefix) : undefined;
  if (typeof range === 'object' && range.prefixLength > longestPrefix) {
    const message = `${name} is a /${range.prefixLength}, and its service needs /${longestPrefix} or wider`;
    problems.push({ code: 'network/reserved-subnet', message });
  }
  const attached = refuses.filter((attachment) => props[attachment] !== undefined);
  if (attached.length > 0) {
    const message = `${name} is given ${attached.join(' and ')}, which its service does not take; leave that out`;
    problems.push({ code: 'network/reserved-subnet', message });
  }
  if (props.delegation && !props.delegation.isNone) {
    const message = `${name} is delegated to ${props.delegation.serviceName}, but its service takes it without a delegation; leave that out`;
    problems.push({ code: 'network/reserved-subnet', message });
  }
  return problems;
}

function reservedAs(name: string): ReservedSubnet | undefined {
  return isKnown(name) ? RESERVED.find((each) => each.name.toLowerCase() === name.toLowerCase()) : undefined;
}

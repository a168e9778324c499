import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { Attachment, reservedAs } from '../../core/internal/reserved-subnets';
import { isKnown, Problem } from '../../core/internal/violations';
import { SubnetDelegation } from '../subnet-delegation';

/** Properties of a subnet that are judged. */
interface NamedSubnet extends Readonly<Partial<Record<Attachment, unknown>>> {
  readonly name: string;
  readonly addressPrefix: string;
  readonly delegation?: SubnetDelegation;
}

/** Reports whether Azure reserves a name for the subnet of a gateway, firewall, bastion host or route server. */
export function isReservedSubnet(name: string): boolean {
  return isKnown(name) && reservedAs(name) !== undefined;
}

/** Reports why a subnet with a reserved name does not fit the service that needs it. */
export function reservedSubnetProblems(props: NamedSubnet): Problem[] {
  const reserved = isKnown(props.name) ? reservedAs(props.name) : undefined;
  if (!reserved) return [];
  const { name, longestPrefix, refuses } = reserved;
  const problems: Problem[] = [];
  if (props.name !== name) {
    const message = `"${props.name}" is reserved by Azure in another letter case; write ${name}, or use another name`;
    problems.push({ code: 'network/subnet-name', message });
  }
  const range = isKnown(props.addressPrefix) ? Ipv4Cidr.parse(props.addressPrefix) : undefined;
  if (typeof range === 'object' && range.prefixLength > longestPrefix) {
    const message = `${name} is a /${range.prefixLength}; use /${longestPrefix} or wider, which its service needs`;
    problems.push({ code: 'network/reserved-subnet', message });
  }
  const attached = refuses.filter((attachment) => props[attachment] !== undefined);
  if (attached.length > 0) {
    const message = `${name} is given ${attached.join(' and ')}, which its service does not accept; leave that out`;
    problems.push({ code: 'network/reserved-subnet', message });
  }
  if (props.delegation && !props.delegation.isNone) {
    const message = `${name} is delegated to ${props.delegation.serviceName}, but its service accepts the subnet without a delegation only; leave the delegation out`;
    problems.push({ code: 'network/reserved-subnet', message });
  }
  return problems;
}

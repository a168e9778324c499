import type { Code } from '../../core/internal/codes/codes';
import { Ipv4Cidr, isIpv4Address } from '../../core/internal/ipv4-cidr';
import { addressRefusal } from '../../core/internal/subnet-addresses';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet } from '../isubnet';

/**
 * Reports why a subnet cannot have a fixed address; unknown facts about the subnet are not judged.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq#are-there-any-restrictions-on-using-ip-addresses-within-these-subnets
 */
export function staticAddressProblems(code: Code, address: string | undefined, subnet: ISubnet): Problem[] {
  const message = isKnown(address) ? refusal(address, subnet) : undefined;
  return message ? [{ code, message }] : [];
}

/** Reports why a text cannot be the address of an existing resource. */
export function addressProblems(code: Code, address: string): Problem[] {
  if (!isKnown(address) || isIpv4Address(address)) return [];
  return [{ code, message: `"${address}" is not an IPv4 address; use one such as 10.0.0.4` }];
}

function refusal(address: string, subnet: ISubnet): string | undefined {
  const range = isKnown(subnet.addressPrefix) ? Ipv4Cidr.parse(subnet.addressPrefix) : undefined;
  return addressRefusal(address, typeof range === 'object' ? [range] : [], `subnet ${subnet.node.path}`);
}

import { Ipv4Cidr, isIpv4Address } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet } from '../isubnet';

/** Azure keeps the first four addresses of a subnet, and the last. */
const KEPT_AT_START = 4;

/**
 * What keeps a fixed address from being taken from a subnet; what is not known of the subnet is not judged.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq#are-there-any-restrictions-on-using-ip-addresses-within-these-subnets
 */
export function staticAddressProblems(code: string, address: string | undefined, subnet: ISubnet): Problem[] {
  const message = isKnown(address) ? refusal(address, subnet) : undefined;
  return message ? [{ code, message }] : [];
}

/** What keeps a text from being the address of something that exists. */
export function addressProblems(code: string, address: string): Problem[] {
  return isKnown(address) && !isIpv4Address(address) ? [{ code, message: notAnAddress(address) }] : [];
}

function notAnAddress(text: string): string {
  return `"${text}" is not an IPv4 address; write it as 10.0.0.4`;
}

function refusal(address: string, subnet: ISubnet): string | undefined {
  const host = Ipv4Cidr.parse(`${address}/32`);
  if (typeof host === 'string') return notAnAddress(address);
  const range = isKnown(subnet.addressPrefix) ? Ipv4Cidr.parse(subnet.addressPrefix) : undefined;
  if (typeof range !== 'object') return undefined;
  if (!range.contains(host)) {
    return `${address} lies outside ${range} of subnet ${subnet.node.path}; use an address inside it`;
  }
  if (host.base >= range.base + KEPT_AT_START && host.end < range.end) return undefined;
  return `${address} is kept by Azure, as are the first four addresses and the last of ${range}; use another one`;
}

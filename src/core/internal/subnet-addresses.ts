import { Ipv4Cidr } from './ipv4-cidr';

/** Azure keeps the first four addresses of a subnet, and the last. */
const KEPT_AT_START = 4;

/** Number of addresses of a subnet that Azure reserves. */
export const KEPT_ADDRESSES = KEPT_AT_START + 1;

/**
 * Reason why a resource in a subnet cannot have an address; `undefined` where it can.
 *
 * @param ranges those of the subnet
 * @param subnet what the subnet is called in a sentence
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq#are-there-any-restrictions-on-using-ip-addresses-within-these-subnets
 */
export function addressRefusal(address: string, ranges: readonly Ipv4Cidr[], subnet: string): string | undefined {
  const host = Ipv4Cidr.parse(`${address}/32`);
  if (typeof host === 'string') return `"${address}" is not an IPv4 address; use one such as 10.0.0.4`;
  const range = ranges.find((each) => each.contains(host));
  if (ranges.length > 0 && !range) {
    return `${address} is outside ${ranges.join(', ')} of ${subnet}; use an address inside`;
  }
  if (!range || (host.base >= range.base + KEPT_AT_START && host.end < range.end)) return undefined;
  return `${address} is among the first four addresses or the last of ${range}, which Azure reserves; use another address`;
}

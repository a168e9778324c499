import { Ipv4Cidr } from '../../core/private/ipv4-cidr';
import { isKnown, Problem } from '../../core/private/violations';
import { ISubnet } from '../../network';

/** Reads `a.b.c.d` as a block of one address; `undefined` where it is no address. */
export function parseAddress(text: string): Ipv4Cidr | undefined {
  const parsed = Ipv4Cidr.parse(`${text}/32`);
  return typeof parsed === 'object' && parsed.toString() === `${text}/32` ? parsed : undefined;
}

/**
 * What keeps an address from being taken from a subnet; Azure keeps the first four addresses and the last one.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
export function staticAddressProblems(address: string | undefined, subnet: ISubnet): Problem[] {
  if (!isKnown(address)) return [];
  const parsed = parseAddress(address);
  if (!parsed) return [refusal(`"${address}" is not an IPv4 address; write it as 10.0.0.4`)];
  const range = isKnown(subnet.addressPrefix) ? Ipv4Cidr.parse(subnet.addressPrefix) : undefined;
  if (typeof range !== 'object') return [];
  if (!range.contains(parsed)) {
    return [refusal(`${address} lies outside ${range} of subnet ${subnet.node.path}; use an address inside it`)];
  }
  const offset = parsed.base - range.base;
  if (offset >= 4 && parsed.end < range.end) return [];
  return [
    refusal(`${address} is kept by Azure, as are the first four addresses and the last of ${range}; use another one`),
  ];
}

function refusal(message: string): Problem {
  return { code: 'dns/static-ip', message };
}

import { isIpv6, liesIn, publicRanges, publicSizeOf, rangeOf } from './addresses';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';

/** Matches the forms of the whole internet in rules and restrictions. */
const EVERYBODY = /^(\*|internet|any|0\.0\.0\.0|[^/]*\/0)$/i;
/**
 * Every address of Azure, which anyone can rent:
 * https://learn.microsoft.com/azure/virtual-network/service-tags-overview
 */
const AZURE = /^azurecloud(\.\w+)?$/i;
/** Service tags of what has no address on the internet. */
const INSIDE = /^(virtualnetwork|azureloadbalancer)$/i;
/** Unique local and link-local addresses: https://www.iana.org/assignments/iana-ipv6-special-registry */
const INSIDE_IPV6 = /^f[cd][\da-f]{2}:|^fe[89ab][\da-f]:/i;

/** More than the largest range that one organization has, a /8; of IPv6 more than registries give. */
const MOST = 2 ** 24;
const EVERY_IPV6 = /^[^:]*:.*\/0$/;
const WIDE_IPV6 = /^[^:]*:.*\/(\d|1[0-5])$/;

/** Reports whether a text alone stands for the whole internet. */
export function isEverybody(address: string): boolean {
  return EVERYBODY.test(address);
}

/**
 * The addresses among some ranges and service tags that open to every caller on the internet, as a message names them;
 * `undefined` where none do. Several ranges may do so together.
 */
export function everybodyIn(addresses: readonly string[]): string | undefined {
  const alone = addresses.find((text) => isEverybody(text) || AZURE.test(text) || isWide([text]));
  if (alone !== undefined || !isWide(addresses)) return alone;
  const ranges = addresses.filter((text) => rangesOf([text]).length > 0);
  return ranges.length === 2 ? ranges.join(' with ') : `${ranges[0]} with ${ranges.length - 1} other ranges`;
}

/** Reports whether a range or service tag holds addresses on the internet. */
export function isOnInternet(address: string): boolean {
  if (isEverybody(address)) return true;
  if (isIpv6(address)) return !INSIDE_IPV6.test(address);
  const ranges = rangesOf([address]);
  return ranges.length > 0 ? !liesIn(ranges, publicRanges()).isNo : !INSIDE.test(address);
}

/** Reports whether some ranges and service tags hold all addresses that another one has. */
export function holdAllOf(addresses: readonly string[], other: string): boolean {
  if (addresses.some((text) => /^(\*|any)$/i.test(text) || text.toLowerCase() === other.toLowerCase())) return true;
  const hasTag = addresses.some((text) => /^internet$/i.test(text));
  const ranges = [...rangesOf(addresses), ...(hasTag ? publicRanges() : [])];
  if (isEverybody(other) && !other.includes('/')) {
    return hasTag || (liesIn(publicRanges(), ranges).isYes && addresses.some((text) => EVERY_IPV6.test(text)));
  }
  if (isIpv6(other)) return hasTag || addresses.some((text) => EVERY_IPV6.test(text));
  const [range] = rangesOf([other]);
  return liesIn(range ? [range] : publicRanges(), ranges).isYes;
}

/** Reports whether some ranges and service tags hold every IPv4 address on the internet. */
export function holdInternet(addresses: readonly string[]): boolean {
  return addresses.some(isEverybodyOverIpv4) || liesIn(publicRanges(), rangesOf(addresses)).isYes;
}

function isEverybodyOverIpv4(address: string): boolean {
  return isEverybody(address) && !isIpv6(address);
}

function isWide(addresses: readonly string[]): boolean {
  const wideIpv6 = addresses.some((text) => WIDE_IPV6.test(text) && !INSIDE_IPV6.test(text));
  return wideIpv6 || publicSizeOf(rangesOf(addresses)) > MOST;
}

function rangesOf(addresses: readonly string[]): Ipv4Cidr[] {
  return addresses.flatMap((text) => rangeOf(text) ?? rangeAround(text) ?? []);
}

/** The range of one of its addresses, as Azure reads it. */
function rangeAround(text: string): Ipv4Cidr | undefined {
  const [, address, length] = /^([\d.]+)\/(\d|[12]\d|3[0-2])$/.exec(text) ?? [];
  const base = address === undefined ? undefined : rangeOf(address)?.base;
  return base === undefined ? undefined : Ipv4Cidr.containing(base, Number(length));
}

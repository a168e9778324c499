import { Certainty } from '../../../core/internal/certainty';
import { Ipv4Cidr } from '../../../core/internal/ipv4-cidr';
import { Target } from '../../../model/target';
import { isIpv6, liesIn, publicRanges, rangeOf } from '../../../topology/network/addresses';

/** One end of the traffic, as security rules and routes see it. */
export interface Party {
  /** Name for people. */
  readonly label: string;
  /** Ranges that may have its address; `undefined` for any. */
  readonly ranges: readonly Ipv4Cidr[] | undefined;
  /** States whether a service tag, in lower case, holds its address. */
  readonly hasTag: (tag: string) => Certainty;
  /** States whether it is a member of an application security group. */
  readonly isMember: (group: Target) => Certainty;
}

/** The tag VirtualNetwork: all addresses of the network, its peers, and what gateways connect. */
const VIRTUAL_NETWORK = 'virtualnetwork';

/** Something with a private address. */
export function privateParty(
  label: string,
  ranges: Party['ranges'],
  inVirtualNetwork: Certainty,
  isMember: Party['isMember'],
): Party {
  const hasTag = (tag: string) => (tag === VIRTUAL_NETWORK ? inVirtualNetwork : Certainty.NO);
  return { label, ranges, hasTag, isMember };
}

/**
 * The public endpoint of an Azure service.
 *
 * @param inVirtualNetwork whether routes of the subnet take it into the tag VirtualNetwork: the tag also holds the
 * prefixes of user-defined routes, https://learn.microsoft.com/azure/virtual-network/service-tags-overview
 */
export function publicParty(label: string, serviceTag: string, inVirtualNetwork: Certainty): Party {
  const own = serviceTag.toLowerCase();
  const hasTag = (tag: string) => {
    if (tag === VIRTUAL_NETWORK) return inVirtualNetwork;
    if ([own, 'azurecloud', 'internet'].includes(tag)) return Certainty.YES;
    // A tag of one region, and the region of the service, or of its replicas, is not told.
    return tag.startsWith(`${own}.`) || tag.startsWith('azurecloud.') ? Certainty.MAYBE : Certainty.NO;
  };
  return { label, ranges: publicRanges(), hasTag, isMember: () => Certainty.NO };
}

/** Reports whether one of some prefixes, ranges or service tags holds the address of a party. */
export function holds(prefixes: readonly string[], party: Party): Certainty {
  const read = prefixes.map((text) => rangeOf(text) ?? text);
  const ranges = read.filter((each) => typeof each !== 'string');
  const others = read.flatMap((each) => (typeof each === 'string' ? holdsOther(each, party) : []));
  return Certainty.any([liesIn(party.ranges, ranges), ...others]);
}

function holdsOther(text: string, party: Party): Certainty {
  if (text === '*') return Certainty.YES;
  if (isIpv6(text)) return Certainty.NO;
  return /^[a-z][\w.]*$/i.test(text) ? party.hasTag(text.toLowerCase()) : Certainty.MAYBE;
}

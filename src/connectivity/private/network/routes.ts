import { Candidate, firstMatch } from './first-match';
import { holds, Party } from './party';
import { allowed, denied, Step, unknown } from './step';
import { Certainty } from '../../../core/internal/certainty';
import { Ipv4Cidr } from '../../../core/internal/ipv4-cidr';
import { isIpv6, rangeOf } from '../../../topology/network/addresses';
import { Member } from '../../../topology/network/attachments';
import { blockLabel } from '../../../topology/network/label';
import { Verdict } from '../../verdict';

/** The way to a private address, as routes see it. */
export interface PrivateWay {
  /** Party with the address. */
  readonly party: Party;
  /** States whether the sender is in the same network. */
  readonly isInSameNetwork: boolean;
  /** States whether traffic passes without user-defined routes. */
  readonly direct: Step;
  /** States whether routes to more than that one address apply: to private endpoints only with `RouteTableEnabled`. */
  readonly obeysRoutes: Certainty;
  /** Ranges of the network of the address, to each of which Azure has a route. */
  readonly addressSpace: readonly Ipv4Cidr[] | undefined;
}

/** A private endpoint is a route to one address, in its network and all peers. */
const ONE_ADDRESS = 32;

/** Number above that of the kinds of tags to put in order. */
const TAG_RANKS = 10;

/**
 * Step of the routes of a subnet for traffic to a private address.
 *
 * A route replaces that of Azure where it is at least as specific as the range of the network:
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#how-azure-selects-a-route
 * To a private endpoint Azure has a route of one address in addition, and unless its subnet says otherwise only another
 * one to
 * the same address replaces that: https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
 * Networks that are not peered have no route of Azure there, and any other applies.
 */
export function routeToPrivate(routes: readonly Member[], way: PrivateWay): Step {
  const { party, direct } = way;
  if (direct.verdict === Verdict.UNKNOWN) return direct;
  const hasRoute = direct.verdict === Verdict.ALLOWED;
  const candidates = ordered(routes, lengthOf).map((route): Candidate => {
    const replaces = hasRoute ? replacesOwnRoute(route, way) : Certainty.YES;
    const step = { ...stepToPrivate(route, way), rule: nameOf(route) };
    return { applies: Certainty.all([leadsTo(route, party), replaces]), step };
  });
  return firstMatch(candidates, direct);
}

/**
 * Step of the routes of a subnet for traffic to a public address: the longest prefix, and among equal ones a range
 * before
 * a service tag, and a tag of one service or region before a wider one:
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#exact-match
 */
export function routeToInternet(routes: readonly Member[], party: Party, otherwise: Step): Step {
  const candidates = ordered(routes, specificityOf).map((route): Candidate => {
    const step = stepToInternet(route, party, otherwise);
    return { applies: leadsTo(route, party), step: step === otherwise ? step : { ...step, rule: nameOf(route) } };
  });
  return firstMatch(candidates, otherwise);
}

/** Reports whether a subnet's routes may hold a public address, and so take it into its tag VirtualNetwork. */
export function mayHoldPublic(routes: readonly Member[], party: Party): Certainty {
  const none = routes.every((route) => leadsTo(route, party).isNo);
  return none ? Certainty.NO : Certainty.MAYBE;
}

function leadsTo(route: Member, party: Party): Certainty {
  const prefix = prefixOf(route);
  const isHeld = prefix === undefined ? unreadPrefix(route) : holds([prefix], party);
  return Certainty.all([route.isPlaced ? Certainty.YES : Certainty.maybe(`where ${route.path} belongs`), isHeld]);
}

function replacesOwnRoute(route: Member, { obeysRoutes, addressSpace }: PrivateWay): Certainty {
  const prefix = prefixOf(route);
  const range = prefix === undefined ? undefined : rangeOf(prefix);
  if (!range) return unreadPrefix(route);
  if (range.prefixLength === ONE_ADDRESS) return Certainty.YES;
  // No network is as wide as the default route.
  if (range.prefixLength === 0) return Certainty.NO;
  const isSpecific = addressSpace ? Certainty.of(addressSpace.some((space) => space.contains(range))) : Certainty.MAYBE;
  return Certainty.all([obeysRoutes, isSpecific]);
}

function stepToPrivate(route: Member, { party, isInSameNetwork }: PrivateWay): Step {
  const label = labelOf(route);
  const hop = hopOf(route);
  if (hop === 'none') return denied('network/routed-away', `${label} drops traffic to ${party.label}`);
  if (hop === 'internet') {
    return denied('network/routed-away', `${label} sends traffic to ${party.label} to the internet`);
  }
  if (hop === 'vnetlocal' && isInSameNetwork) return allowed(`${label} keeps traffic to ${party.label} in the network`);
  return elsewhere(route, party);
}

function stepToInternet(route: Member, party: Party, otherwise: Step): Step {
  const label = labelOf(route);
  const hop = hopOf(route);
  if (hop === 'none') return denied('network/routed-away', `${label} drops traffic to ${party.label}`);
  if (hop === 'vnetlocal') {
    return denied('network/routed-away', `${label} keeps traffic to ${party.label} in the network`);
  }
  return hop === 'internet' ? otherwise : elsewhere(route, party);
}

/** Unknown step: the rules of an appliance or gateway are not in the configuration. */
function elsewhere(route: Member, party: Party): Step {
  const hops: Readonly<Record<string, string>> = {
    virtualappliance: `the appliance ${route.body.at('next_hop_in_ip_address').knownText ?? 'at an unknown address'}`,
    virtualnetworkgateway: 'the gateway of the network',
    vnetlocal: 'its own network',
  };
  const hop = hops[hopOf(route) ?? ''] ?? 'a next hop that is not known';
  return unknown(
    `${labelOf(route)} sends traffic to ${party.label} to ${hop}, whose rules are not in the configuration`,
  );
}

function nameOf({ body }: Member): string | undefined {
  return body.at('name').knownText;
}

function labelOf({ body, path }: Member): string {
  return blockLabel('route', body, path);
}

function hopOf({ body }: Member): string | undefined {
  return body.at('next_hop_type').knownText?.toLowerCase();
}

function prefixOf({ body }: Member): string | undefined {
  return body.at('address_prefix').knownText;
}

function unreadPrefix({ body }: Member): Certainty {
  return Certainty.maybe(body.at('address_prefix').decidedBy || undefined);
}

/** Routes from the most specific to the least; those whose prefix is not known may be any, and come first. */
function ordered(routes: readonly Member[], specificity: (prefix: string) => number): Member[] {
  const rank = (route: Member) => {
    const prefix = prefixOf(route);
    return prefix === undefined ? Infinity : specificity(prefix);
  };
  return [...routes].sort((a, b) => Number(rank(a) < rank(b)) - Number(rank(a) > rank(b)));
}

function lengthOf(prefix: string): number {
  return rangeOf(prefix)?.prefixLength ?? Infinity;
}

/** A range that may hold a public address may be more specific than any tag; the default route is less than all. */
function specificityOf(prefix: string): number {
  const range = rangeOf(prefix);
  if (range) return range.prefixLength === 0 ? 0 : TAG_RANKS + range.prefixLength;
  if (isIpv6(prefix)) return 0;
  const isWide = /^azurecloud(\.|$)/i.test(prefix);
  const isRegional = prefix.includes('.');
  return 1 + (isWide ? 0 : 2) + (isRegional ? 1 : 0);
}

import { Candidate, firstMatch } from './first-match';
import { holds, Party } from './party';
import { allowed, denied, Step, unknown } from './step';
import { Certainty } from '../../../core/internal/certainty';
import { Ipv4Cidr } from '../../../core/internal/ipv4-cidr';
import { isIpv6, rangeOf } from '../../../topology/network/addresses';
import { Member } from '../../../topology/network/attachments';
import { blockLabel } from '../../../topology/network/label';
import { Verdict } from '../../verdict';

/** Where routes lead traffic that is on its way to a private endpoint. */
export interface PrivateDestination {
  readonly party: Party;
  /** Whether the sender is in the network of the endpoint. */
  readonly isInSameNetwork: boolean;
  /** Whether traffic passes without user-defined routes. */
  readonly direct: Step;
  /** Whether routes less specific than the endpoint's own apply: `RouteTableEnabled` on the endpoint's subnet. */
  readonly obeysRoutes: Certainty;
  /** Ranges of the endpoint's network. */
  readonly addressSpace: readonly Ipv4Cidr[] | undefined;
}

/** A private endpoint is a route to one address, in its network and all peers. */
const ENDPOINT_PREFIX_LENGTH = 32;

/** How many kinds of tags there are to put in order, and more. */
const TAG_RANKS = 10;

/**
 * Where the routes of a subnet lead traffic to a private endpoint.
 *
 * Only a route to the same one address replaces the endpoint's own, or, where the endpoint's subnet allows it, one that
 * is at least as specific as the range of its network:
 * https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
 * Networks that are not peered do not have the endpoint's route, and any route applies.
 */
export function routeToEndpoint(routes: readonly Member[], destination: PrivateDestination): Step {
  const { party, direct } = destination;
  if (direct.verdict === Verdict.UNKNOWN) return direct;
  const hasEndpointRoute = direct.verdict === Verdict.ALLOWED;
  const candidates = ordered(routes, lengthOf).map((route): Candidate => {
    const prefix = prefixOf(route);
    const replaces = hasEndpointRoute ? replacesEndpointRoute(prefix, destination) : Certainty.YES;
    return { applies: Certainty.all([leadsTo(route, party), replaces]), step: stepToEndpoint(route, destination) };
  });
  return firstMatch(candidates, direct);
}

/**
 * Where the routes of a subnet lead traffic to a public address: the longest prefix, and among equal ones a range before
 * a service tag, and a tag of one service or region before a wider one:
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#exact-match
 */
export function routeToInternet(routes: readonly Member[], party: Party, otherwise: Step): Step {
  const candidates = ordered(routes, specificityOf).map((route): Candidate => {
    return { applies: leadsTo(route, party), step: stepToInternet(route, party, otherwise) };
  });
  return firstMatch(candidates, otherwise);
}

/** Whether a subnet's routes may hold a public address, and so take it into its tag VirtualNetwork. */
export function mayHoldPublic(routes: readonly Member[], party: Party): Certainty {
  const none = routes.every((route) => leadsTo(route, party).isNo);
  return none ? Certainty.NO : Certainty.MAYBE;
}

function leadsTo(route: Member, party: Party): Certainty {
  return Certainty.all([route.isPlaced ? Certainty.YES : Certainty.MAYBE, holds([prefixOf(route)], party)]);
}

function replacesEndpointRoute(
  prefix: string | undefined,
  { obeysRoutes, addressSpace }: PrivateDestination,
): Certainty {
  const range = prefix === undefined ? undefined : rangeOf(prefix);
  if (!range) return Certainty.MAYBE;
  if (range.prefixLength === ENDPOINT_PREFIX_LENGTH) return Certainty.YES;
  // No network is as wide as the default route.
  if (range.prefixLength === 0) return Certainty.NO;
  const isSpecific = addressSpace ? Certainty.of(addressSpace.some((space) => space.contains(range))) : Certainty.MAYBE;
  return Certainty.all([obeysRoutes, isSpecific]);
}

function stepToEndpoint(route: Member, { party, isInSameNetwork }: PrivateDestination): Step {
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

/** What an appliance or gateway lets through is not in the tree. */
function elsewhere(route: Member, party: Party): Step {
  const hops: Readonly<Record<string, string>> = {
    virtualappliance: `the appliance ${route.body.at('next_hop_in_ip_address').knownText ?? 'at an unknown address'}`,
    virtualnetworkgateway: 'the gateway of the network',
    vnetlocal: 'its own network',
  };
  const hop = hops[hopOf(route) ?? ''] ?? 'a next hop that is not known';
  return unknown(
    `${labelOf(route)} sends traffic to ${party.label} to ${hop}, and what passes there is not in the tree`,
  );
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

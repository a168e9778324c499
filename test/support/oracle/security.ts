import { isOnInternet, isWithin, overlap, Range, rangeOf } from './cidr';
import { Network, SecurityRule, Subnet } from './estate';
import { Facts } from './facts';

/** One end of the traffic: somewhere in a range of a network, or the public addresses of the service. */
export type Party = { readonly range: Range; readonly network?: Network } | 'public';

/** What a security group looks at. */
export interface Traffic {
  readonly from: Party;
  readonly to: Party;
  readonly protocol: 'Tcp' | 'Udp';
  readonly port: number;
}

type Direction = 'Inbound' | 'Outbound';

/** Tags that hold the public addresses of Azure SignalR Service. */
const PUBLIC_TAGS = ['internet', 'azuresignalr', 'azurecloud'];

/**
 * Whether the security group of a subnet lets traffic pass: the first rule that applies, by priority, and then Azure's own.
 *
 * https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview
 */
export function isLetThrough(
  facts: Facts,
  { subnet, network }: { subnet: Subnet; network: Network },
  direction: Direction,
  traffic: Traffic,
): boolean {
  const { securityGroup } = subnet;
  if (!securityGroup || !facts.isThere(securityGroup)) return true;
  const group = facts.estate.securityGroups.find(({ key }) => key === securityGroup.to)!;
  const place = { facts, subnet, network };
  const rules = [...group.rules].sort((one, other) => one.priority - other.priority);
  const first = rules.find((rule) => rule.direction === direction && applies(place, rule, traffic));
  if (first) return first.access === 'Allow';
  if (isInTag(place, 'virtualnetwork', traffic.from) && isInTag(place, 'virtualnetwork', traffic.to)) return true;
  return direction === 'Outbound' && isInTag(place, 'internet', traffic.to);
}

interface Place {
  readonly facts: Facts;
  readonly subnet: Subnet;
  readonly network: Network;
}

function applies(place: Place, rule: SecurityRule, { from, to, protocol, port }: Traffic): boolean {
  if (rule.protocol !== '*' && rule.protocol !== protocol) return false;
  if (!rule.ports.some((ports) => isPortIn(port, ports))) return false;
  const isOfBoth = rule.from.some((each) => holds(place, each, from)) && rule.to.some((each) => holds(place, each, to));
  return isOfBoth && place.facts.isThere(rule);
}

function isPortIn(port: number, ports: string): boolean {
  if (ports === '*') return true;
  const [first, last = first] = ports.split('-').map(Number);
  return first <= port && port <= last;
}

function holds(place: Place, prefix: string, party: Party): boolean {
  if (prefix === '*') return true;
  const range = rangeOf(prefix);
  if (!range) return isInTag(place, prefix.toLowerCase(), party);
  if (range.length === 0) return true;
  if (party === 'public') return isOnInternet(prefix) && place.facts.isOfService(prefix);
  if (isWithin(party.range, range)) return true;
  const question = `${prefix} holds the address of who calls`;
  return overlap(party.range, range) && place.facts.world.choose(question, [true, false]);
}

/** https://learn.microsoft.com/azure/virtual-network/service-tags-overview */
function isInTag(place: Place, tag: string, party: Party): boolean {
  if (tag === 'virtualnetwork') return isInVirtualNetwork(place, party);
  return party === 'public' && PUBLIC_TAGS.includes(tag);
}

/** The tag holds the network, its peers, and the prefixes of user-defined routes, which documents leave vague. */
function isInVirtualNetwork({ facts, subnet, network }: Place, party: Party): boolean {
  if (party !== 'public' && party.network) {
    if (party.network === network || facts.arePeered(network, party.network)) return true;
  }
  const { routeTable } = subnet;
  const table = facts.estate.routeTables.find(({ key }) => key === routeTable?.to);
  const routes = table && facts.isThere(routeTable!) ? table.routes.filter((route) => facts.isThere(route)) : [];
  const mayHold = routes.some(({ prefix }) => mayLead(prefix, party));
  return mayHold && facts.world.choose(`VirtualNetwork holds routes of ${subnet.key}`, [true, false]);
}

function mayLead(prefix: string, party: Party): boolean {
  const range = rangeOf(prefix);
  if (!range) return party === 'public' && PUBLIC_TAGS.includes(prefix.toLowerCase());
  return range.length === 0 || (party === 'public' ? isOnInternet(prefix) : overlap(party.range, range));
}

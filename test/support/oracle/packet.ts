import { isOnInternet, isWithin, rangeOf } from './cidr';
import { Network, Route, Subnet } from './estate';
import { Facts } from './facts';
import { isLetThrough, Traffic } from './security';

/** A subnet of the estate. */
export interface Spot {
  readonly subnet: Subnet;
  readonly network: Network;
}

/** Something with a private address. */
export interface Destination extends Spot {
  readonly address: string;
  readonly isPrivateEndpoint: boolean;
}

/** Where and why a packet is dropped; `undefined` where it arrives. */
export type Obstacle = { readonly stage: Stage; readonly reason: string } | undefined;

export type Stage =
  'outbound rules' | 'route' | 'not peered' | 'inbound rules' | 'route all' | 'names' | 'list' | 'outside';

const HTTPS = { protocol: 'Tcp', port: 443 } as const;

/** Walks HTTPS from a subnet to a private endpoint. */
export function toEndpoint(facts: Facts, from: Spot, to: Destination): Obstacle {
  return walk(facts, from, to, { ...HTTPS, from: partyOf(from), to: partyAt(to) });
}

/**
 * Walks a DNS query from a subnet to a server. Security groups judge it unless it goes to 168.63.129.16:
 * https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
export function toServer(facts: Facts, from: Spot, to: Destination): Obstacle {
  const query = { port: 53, from: partyOf(from), to: partyAt(to) };
  const overUdp = walk(facts, from, to, { ...query, protocol: 'Udp' });
  const overTcp = walk(facts, from, to, { ...query, protocol: 'Tcp' });
  // Resolvers ask over UDP, and over TCP only where an answer is too long for that.
  if ((overUdp === undefined) !== (overTcp === undefined)) facts.world.note('one protocol');
  return overUdp;
}

/** Walks HTTPS from a subnet, which all traffic of the app goes through, to the public endpoint. */
export function toInternet(facts: Facts, from: Spot): Obstacle {
  const traffic: Traffic = { ...HTTPS, from: partyOf(from), to: 'public' };
  if (!isLetThrough(facts, from, 'Outbound', traffic)) return obstacle('outbound rules', from.subnet.key);
  // A service tag is a list of prefixes, all of them longer than that of the default route:
  // https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#service-tags-for-user-defined-routes
  const routes = routesOf(facts, from.subnet);
  const route =
    routes.find(({ prefix }) => prefix === 'AzureSignalR') ??
    routes.find(({ prefix }) => isOnInternet(prefix) && facts.isOfService(prefix)) ??
    routes.find(({ prefix }) => prefix === ANYWHERE);
  if (!route || route.nextHop === 'Internet') return undefined;
  if (route.nextHop === 'VirtualAppliance') return throughAppliance(facts, route);
  return obstacle('route', `${route.key} leads to ${route.nextHop}`);
}

const ANYWHERE = '0.0.0.0/0';

function walk(facts: Facts, from: Spot, to: Destination, traffic: Traffic): Obstacle {
  const way = routed(facts, from, to);
  if (way) return way;
  if (!isLetThrough(facts, from, 'Outbound', traffic)) return obstacle('outbound rules', from.subnet.key);
  if (to.isPrivateEndpoint && !obeys(to.subnet, 'NetworkSecurityGroupEnabled')) return undefined;
  if (!isLetThrough(facts, to, 'Inbound', traffic)) return obstacle('inbound rules', to.subnet.key);
  return undefined;
}

/** Where routes lead the packet, and whether networks are joined there. */
function routed(facts: Facts, from: Spot, to: Destination): Obstacle {
  const isNear = from.network === to.network;
  const isJoined = isNear || facts.arePeered(from.network, to.network);
  const route = decisiveRoute(facts, from, to, isJoined);
  if (route) {
    if (route.nextHop === 'VirtualAppliance') return throughAppliance(facts, route);
    if (route.nextHop === 'VnetLocal' && isNear) return undefined;
    if (route.nextHop === 'VnetLocal') {
      // Documents say only that the hop keeps traffic in the network.
      const leads = facts.world.choose(`${route.key} with hop VnetLocal leads to a peer`, [true, false]);
      if (isJoined && leads) return undefined;
    }
    return obstacle('route', `${route.key} leads to ${route.nextHop}`);
  }
  return isJoined ? undefined : obstacle('not peered', `${from.network.key} and ${to.network.key}`);
}

/**
 * The user-defined route that wins against those of Azure: the longest prefix, and a user-defined one among equals.
 *
 * A private endpoint is a route of one address: https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
 */
function decisiveRoute(facts: Facts, from: Spot, to: Destination, isJoined: boolean): Route | undefined {
  const address = rangeOf(to.address)!;
  const [longest] = routesOf(facts, from.subnet)
    .filter(({ prefix }) => rangeOf(prefix) !== undefined && isWithin(address, rangeOf(prefix)!))
    .sort((one, other) => rangeOf(other.prefix)!.length - rangeOf(one.prefix)!.length);
  if (!longest || !isJoined) return longest;
  const { length } = rangeOf(longest.prefix)!;
  if (to.isPrivateEndpoint && !obeys(to.subnet, 'RouteTableEnabled')) return length === 32 ? longest : undefined;
  const space = to.network.addressSpace.map((text) => rangeOf(text)!).find((range) => isWithin(address, range));
  return space && length >= space.length ? longest : undefined;
}

function routesOf(facts: Facts, { routeTable }: Subnet): Route[] {
  if (!routeTable || !facts.isThere(routeTable)) return [];
  const table = facts.estate.routeTables.find(({ key }) => key === routeTable.to)!;
  return table.routes.filter((route) => facts.isThere(route));
}

function throughAppliance(facts: Facts, { key }: Route): Obstacle {
  const passes = facts.world.choose(`the appliance of ${key} lets traffic pass`, [true, false]);
  return passes ? undefined : obstacle('route', `the appliance of ${key} drops it`);
}

function obeys(
  { policies = 'Disabled' }: Subnet,
  policy: 'NetworkSecurityGroupEnabled' | 'RouteTableEnabled',
): boolean {
  return policies === 'Enabled' || policies === policy;
}

function partyOf({ subnet, network }: Spot) {
  return { range: rangeOf(subnet.prefix)!, network };
}

function partyAt({ address, network }: Destination) {
  return { range: rangeOf(address)!, network };
}

function obstacle(stage: Stage, reason: string): Obstacle {
  return { stage, reason };
}

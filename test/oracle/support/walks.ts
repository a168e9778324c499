import { baseEstate, Plan, USUAL } from '../../support/oracle/base-estate';
import {
  Endpoint,
  Estate,
  idOf,
  ID_TYPES,
  Network,
  OriginOf,
  Reference,
  REQUEST_TYPES,
  Route,
  SecurityRule,
  Subnet,
  Subscription,
  SUBSCRIPTION_IDS,
} from '../../support/oracle/estate';
import { follow, verdictOf } from '../../support/oracle/walker';

const SIGNS = { allowed: '+', denied: '-' };

/** What becomes of client, server, REST and trace in a changed estate: allowed, denied, or open. */
export function signs(
  layout: Plan['layout'],
  plan: Partial<Plan>,
  change: (estate: Estate) => void,
  origin: OriginOf,
): string {
  const estate = baseEstate({ ...USUAL, layout, ...plan });
  change(estate);
  const verdicts = REQUEST_TYPES.map((type) => verdictOf(follow(estate, origin, type)));
  return verdicts.map((verdict) => (verdict ? SIGNS[verdict] : '?')).join(' ');
}

/** Takes the links away, and the public endpoint where that is asked for. */
export function unlinked(estate: Estate, publicAccess: boolean = true): void {
  estate.zoneLinks = [];
  estate.service.publicAccess = publicAccess;
}

export function near(estate: Estate): Network {
  return estate.networks[0];
}

export function far(estate: Estate): Network {
  return estate.networks[1];
}

export function appSubnet(estate: Estate): Subnet {
  return subnetOf(estate, 'app');
}

export function endpointSubnet(estate: Estate): Subnet {
  return subnetOf(estate, 'pe');
}

/** The id of a network or endpoint of a subscription. */
export function byId(item: Network | Endpoint, subscription: Subscription): Reference {
  const type = 'addressSpace' in item ? ID_TYPES.network : ID_TYPES.endpoint;
  return { id: idOf(SUBSCRIPTION_IDS[subscription], item.group, `${type}/${item.name}`) };
}

/** Gives a subnet a security group. */
export function secured(estate: Estate, key: string, ...rules: SecurityRule[]): void {
  const group = `nsg-${key}`;
  estate.securityGroups.push({ key: group, name: group, group: 'rg', subscription: 'a', form: 'inline', rules });
  subnetOf(estate, key).securityGroup = { to: group };
}

export function denyAll(direction: SecurityRule['direction']): SecurityRule {
  return { ...ruleOf(direction, 'deny'), priority: 4000, access: 'Deny', protocol: '*', ports: ['*'] };
}

/** A rule that lets TCP pass on one port. */
export function letIn(direction: SecurityRule['direction'], port: string): SecurityRule {
  return { ...ruleOf(direction, 'allow'), priority: 100, access: 'Allow', protocol: 'Tcp', ports: [port] };
}

/** Gives the subnet of apps a route. */
export function route(estate: Estate, prefix: string, nextHop: Route['nextHop']): void {
  const routes = [{ key: 'route', prefix, nextHop }];
  estate.routeTables.push({ key: 'table', name: 'rt', group: 'rg', subscription: 'a', form: 'inline', routes });
  appSubnet(estate).routeTable = { to: 'table' };
}

function ruleOf(direction: SecurityRule['direction'], key: string) {
  return { key, direction, from: ['*'], to: ['*'] };
}

function subnetOf({ networks }: Estate, key: string): Subnet {
  return networks.flatMap(({ subnets }) => subnets).find((subnet) => subnet.key === key)!;
}

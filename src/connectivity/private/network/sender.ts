import { allowed, denied, Step, unknown } from './step';
import { Flow } from './traffic';
import { Certainty } from '../../../core/internal/certainty';
import { Ipv4Cidr } from '../../../core/internal/ipv4-cidr';
import { Target } from '../../../model/target';
import { liesIn, rangeOf } from '../../../topology/network/addresses';
import { targetLabel } from '../../../topology/network/label';

/** Sender: apps that call out through a subnet, or else machines anywhere in a network. */
export interface Sender {
  /** Name in messages. */
  readonly label: string;
  /** Key of the network; `undefined` where it is not known. */
  readonly network?: string;
  readonly subnet?: Target;
  /** States whether all that is sent takes the subnet, and not only what goes to private addresses. */
  readonly routesAll: Certainty;
}

const RFC_1918: Ipv4Cidr[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => rangeOf(text) ?? []);

/**
 * Reports whether traffic to an address in a network enters the subnet of an app. Without Route All, only what goes to
 * addresses of
 * RFC 1918 does, whatever addresses the network has.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration#application-routing
 */
export function entersSubnet(subnet: Target, routesAll: Certainty, { traffic, to }: Flow): Step {
  const label = targetLabel('subnet', subnet);
  const isPrivate = liesIn(to.ranges, RFC_1918);
  const isKept = Certainty.all([isPrivate.not, routesAll.not, traffic.obeysRouteAll]);
  if (isKept.isNo) return allowed(`traffic to ${to.label} enters ${label}`);
  const narrow = `without vnet_route_all_enabled only traffic to RFC 1918 addresses enters ${label}`;
  if (isKept.isYes) return denied('network/not-routed', `${narrow}, and ${to.label} has another one`);
  const address = isPrivate.isNo ? `${to.label} has another one` : `the address of ${to.label} is not known`;
  const decides = isKept.because === undefined ? '' : `; ${isKept.because} decides`;
  return unknown(`${narrow}, and ${address}${decides}`);
}

import { IConstruct } from 'constructs';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { keyOf, registry } from '../../core/internal/registry';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet } from '../../network';
import { ipv6Of } from '../../network/internal/ipv6-networks';
import { useSubnet } from '../../network/internal/subnet-use';
import { AppKind } from '../internal/app-kind';
import { environmentProblems } from '../internal/app-plan-problems';
import { IServicePlan } from '../service-plan';

/** Azure's smallest subnets for the apps of one plan, and of several. */
const NARROWEST_PREFIX = 28;
const NARROWEST_SHARED_PREFIX = 26;

/**
 * Reports why the app of a plan cannot join a subnet; unknown facts about the subnet are not judged.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration#subnet-requirements
 */
export function integrationSubnetProblems(
  app: IConstruct,
  kind: AppKind,
  plan: IServicePlan,
  subnet: ISubnet,
): Problem[] {
  const ofEnvironment = plan.environment && environmentProblems(plan, subnet);
  return [
    ...(ofEnvironment ?? [...delegationProblems(kind, subnet), ...sizeProblems(subnet, plansIn(app, plan, subnet))]),
    ...useSubnet(app, subnet, 'apps'),
    ...ipv6Problems(app, subnet),
  ];
}

/** https://github.com/MicrosoftDocs/azure-docs/issues/76919 */
function ipv6Problems(app: IConstruct, subnet: ISubnet): Problem[] {
  const range = ipv6Of(app, subnet.virtualNetworkId);
  if (range === undefined) return [];
  const message = `the network of subnet ${subnet.node.path} has the IPv6 range ${range}, and App Service supports networks with IPv4 only; use another network`;
  return [{ code: 'appservice/ipv6-network', message }];
}

function delegationProblems(kind: AppKind, subnet: ISubnet): Problem[] {
  if (!subnet.delegation || subnet.delegation.serviceName === kind.delegation) return [];
  const message = `subnet ${subnet.node.path} is delegated to ${subnet.delegation.serviceName || 'no service'}; delegate it to ${kind.delegation}`;
  return [{ code: 'network/integration-subnet-delegation', message }];
}

function sizeProblems(subnet: ISubnet, plans: number): Problem[] {
  const range = isKnown(subnet.addressPrefix) ? Ipv4Cidr.parse(subnet.addressPrefix) : undefined;
  if (typeof range !== 'object') return [];
  const [narrowest, whose] = plans > 1 ? [NARROWEST_SHARED_PREFIX, `${plans} plans`] : [NARROWEST_PREFIX, 'one plan'];
  if (range.prefixLength <= narrowest) return [];
  const message = `subnet ${subnet.node.path} is a /${range.prefixLength}; apps of ${whose} need /${narrowest} or wider`;
  return [{ code: 'network/integration-subnet-size', message }];
}

/** Counts the plans that have apps in the subnet, including this one. */
function plansIn(app: IConstruct, plan: IServicePlan, subnet: ISubnet): number {
  const plansBySubnet = registry<Set<string>>(app, 'plans in subnet');
  const plans = plansBySubnet.get(keyOf(subnet.subnetId)) ?? new Set<string>();
  plansBySubnet.set(keyOf(subnet.subnetId), plans.add(keyOf(plan.servicePlanId)));
  return plans.size;
}

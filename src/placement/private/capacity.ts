import { addTo } from '../../core/internal/add-to';
import { KEPT_ADDRESSES } from '../../core/internal/subnet-addresses';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { FLEX_APP } from '../../topology/apps/app-types';
import { mostInstancesOf } from '../../topology/apps/plans';
import { targetLabel } from '../../topology/network/label';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

interface Use {
  readonly resource: ModelResource;
  readonly subnet: Target;
  readonly addresses: number;
}

/**
 * A subnet has an address for each of those that are in it, and for each instance that the apps which join it may have.
 */
export function capacityFindings(topology: Topology): Finding[] {
  const bySubnet = new Map<string, Use[]>();
  [...topology.joiners, ...planUses(topology)].forEach((use) => addTo(bySubnet, use.subnet.key!, use));
  return [...bySubnet.values()].flatMap((uses) => judge(topology, uses));
}

function judge({ subnets }: Topology, uses: readonly Use[]): Finding[] {
  const [{ subnet }] = uses;
  const ranges = subnets.prefixesOf(subnet);
  if (!ranges) return [];
  const free = ranges.reduce((sum, { size }) => sum + size - KEPT_ADDRESSES, 0);
  const needed = uses.reduce((sum, { addresses }) => sum + addresses, 0);
  if (needed <= free) return [];
  const users = uses.map(({ resource }) => resource);
  const message = `${targetLabel('subnet', subnet)} has ${free} addresses in ${ranges.join(', ')}, since Azure reserves five of a range, but ${needed} are needed by ${listed(users)}; give the subnet a wider range`;
  return [findingOf('network/subnet-full', message, ...users)];
}

/**
 * Each instance of a plan takes an address, for all apps of the plan together.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration#subnet-requirements
 */
function planUses({ apps, integrations, autoscaleSettings }: Topology): Use[] {
  const uses = new Map<string, Use>();
  for (const app of apps.all) {
    const subnet = integrations.subnetOf(app.path);
    const plan = apps.planOf(app);
    // Flex Consumption shares addresses between instances.
    if (subnet?.key === undefined || plan.key === undefined || app.type === FLEX_APP || !app.presence.isYes) continue;
    const { resource = app } = plan;
    const addresses = plan.resource ? mostInstancesOf(plan.resource, autoscaleSettings.to(plan.key)) : 1;
    uses.set(`${subnet.key} ${plan.key}`, { resource, subnet, addresses });
  }
  return [...uses.values()];
}

function listed(resources: readonly ModelResource[]): string {
  const paths = resources.slice(0, 3).map(({ path }) => path);
  const others = resources.length - paths.length;
  return others > 0 ? `${paths.join(', ')} and ${others} others` : paths.join(' and ');
}

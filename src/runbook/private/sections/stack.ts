import { escaped, table } from '../../../core/internal/markdown';
import { Target } from '../../../model/target';
import { registrationOf } from '../../../topology/dns/registration';
import { insightsOf } from '../../../topology/observability/log-routes';
import { subnetOf } from '../../../topology/privatelink/endpoint-facts';
import { Inventory } from '../inventory';
import { Place, shown } from '../place';

/** The section on what there is: services, apps, and what is between them. */
export function stackSection(inventory: Inventory): string[] {
  const rows = new Map<string, string[]>();
  const add = (what: string, { key, name, group, slot, isDefined }: Place, says: string = '') => {
    const own = slot ? `${shown(name)}/${shown(slot)}` : shown(name);
    if (!rows.has(key)) rows.set(key, [what, own, shown(group), isDefined ? key : `${key} (exists elsewhere)`, says]);
  };
  const { services, apps, endpoints, holders, places, model, topology } = inventory;
  services.forEach(({ place, service: { hostname } }) => add('SignalR service', place, hostname));
  apps.forEach(({ place, system, services: called }) =>
    add(place.slot ? 'slot' : 'app', place, [system, `calls ${nameAll(called)}`].filter(Boolean).join(', ')),
  );
  const subnets = new Map<string, Target>();
  const keep = (subnet: Target | undefined) => subnet?.key !== undefined && subnets.set(subnet.key, subnet);
  apps.forEach(({ subnet }) => keep(subnet));
  endpoints.forEach((endpoint) => keep(subnetOf(endpoint, topology.subnets)));
  subnets.forEach((subnet) => {
    const network = inventory.networkOf(subnet);
    const name = inventory.subnetName(subnet);
    const ranges = topology.subnets.prefixesOf(subnet)?.join(', ');
    if (network) add('network', network);
    const isDefined = topology.subnets.isManaged(subnet);
    if (network) add('subnet', { ...network, key: subnet.key!, name, isDefined }, ranges);
  });
  endpoints.forEach((endpoint) => add('private endpoint', places.of(endpoint, 'ENDPOINT')));
  endpoints
    .flatMap((endpoint) => registrationOf(endpoint, topology.zones).zones)
    .forEach((zone) => add('private DNS zone', places.zone(zone, topology.zones.resourceOf(zone))));
  holders
    .flatMap((holder) => inventory.identitiesOf(holder))
    .forEach((identity) => add('identity', places.of(identity, 'IDENTITY')));
  for (const holder of holders) {
    const insights = insightsOf(holder, model);
    if (insights) add('Application Insights', places.of(insights.insights, 'INSIGHTS'));
    for (const workspace of inventory.workspacesOf(holder)) {
      add('workspace', places.target(workspace, 'WORKSPACE', `the workspace of ${holder.path}`));
    }
  }
  return [
    '## 1. What this is',
    table(['What', 'Name in Azure', 'Resource group', 'Construct', 'Facts'], [...rows.values()]),
    ...unplaced(inventory),
  ];
}

/** Apps whose settings name no service. */
function unplaced({ apps, isAssumed }: Inventory): string[] {
  if (isAssumed && apps.length > 0) {
    return [
      'No settings that are known at synth name the service, so the checks below take each app for one that calls it.',
    ];
  }

  const lost = apps.filter(({ services }) => services.length === 0).map(({ label }) => label);
  if (lost.length === 0) return [];
  return [
    `The settings of ${lost.map(escaped).join(', ')} name no SignalR service that is known at synth, so the checks below leave these apps out.`,
  ];
}

function nameAll(called: readonly { readonly label: string }[]): string {
  return called.map(({ label }) => label).join(', ') || 'no service that is known at synth';
}

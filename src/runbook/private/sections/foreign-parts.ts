import { registrationOf } from '../../../topology/dns/registration';
import { subnetOf } from '../../../topology/privatelink/endpoint-facts';
import { sharedLinkOf } from '../../../topology/signalr/shared-links';
import { Inventory } from '../inventory';
import { Place, shown } from '../place';

/** Rows for what the configuration uses and does not define: looked up, or referred to by id. */
export function foreignParts(inventory: Inventory): string[][] {
  const { services, apps, endpoints, holders, places, topology, model } = inventory;
  const rows = new Map<string, string[]>();
  const add = (what: string, place: Place, decides: string) => {
    const name = place.slot ? `${shown(place.name)}/${shown(place.slot)}` : shown(place.name);
    if (!place.isDefined) {
      rows.set(`${what} ${place.key}`, [what, `${name} (${place.key})`, `its owner decides about ${decides}`]);
    }
  };
  services.forEach(({ place }) => add('SignalR service', place, 'access list, keys and roles'));
  apps.forEach(({ place }) => add('app', place, 'settings, integration and logs'));
  const subnets = [
    ...apps.flatMap(({ subnet }) => subnet ?? []),
    ...endpoints.map((endpoint) => subnetOf(endpoint, topology.subnets)),
  ];
  subnets.forEach((subnet) => {
    const network = inventory.networkOf(subnet);
    if (network) add('network', network, 'DNS servers, peerings, security groups and routes');
  });
  endpoints
    .flatMap((endpoint) => registrationOf(endpoint, topology.zones).zones)
    .forEach((zone) =>
      add('private DNS zone', places.zone(zone, topology.zones.resourceOf(zone)), 'links and records'),
    );
  for (const { service } of services) {
    topology.sharedLinks.to(service.key).forEach((link) => {
      const { target } = sharedLinkOf(link, model);
      add('target of a link', places.target(target, 'TARGET', `the target of ${link.path}`), 'approvals and secrets');
    });
  }
  holders.forEach((holder) => {
    inventory
      .identitiesOf(holder)
      .forEach((identity) => add('identity', places.of(identity, 'IDENTITY'), 'who else signs in with it'));
    inventory
      .workspacesOf(holder)
      .forEach((workspace) =>
        add('workspace', places.target(workspace, 'WORKSPACE', `the workspace of ${holder.path}`), 'who may query it'),
      );
  });
  apps.forEach(({ app }) => {
    const plan = topology.apps.planOf(app);
    if (plan.isUnknown || plan.resource?.path === app.path) return;
    add('plan', places.target(plan, 'PLAN', `the plan of ${app.path}`), 'size and number of workers');
  });
  return [...rows.values()];
}

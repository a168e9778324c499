import { ModelResource } from '../../../core/private/model/model-resource';
import { TerraformModel } from '../../../core/private/model/terraform-model';
import { RuleContext } from '../rule-context';
import { routeTablesOfSubnets } from './subnets';
import { targetOf } from './target-index';
import { Block } from './values';

const TABLE = ['azurerm_route_table'];
const TUNNELS = ['VirtualAppliance', 'VirtualNetworkGateway', 'None'];

/** Whether routes send everything that leaves a subnet through a firewall or gateway, or nowhere. */
export function hasForcedTunnel(subnet: ModelResource, context: RuleContext): boolean {
  const associated = context.derive(routeTablesOfSubnets).of(subnet);
  const ids = [...associated.map((association) => association.at('route_table_id')), subnet.at('route_table_id_wo')];
  const tunnels = context.derive(separateTunnels);
  return ids.some((id) => {
    const table = targetOf(context.model, id, TABLE).resource;
    return table !== undefined && (tunnels.has(table.path) || (table.blocks('route') ?? []).some(isTunnel));
  });
}

/** Paths of the tables that get such a route from a resource of its own. */
function separateTunnels(model: TerraformModel): ReadonlySet<string> {
  const tables = new Map(model.resources(...TABLE).map((table) => [`${table.group}/${table.name}`, table.path]));
  const routes = model.resources('azurerm_route').filter(isTunnel);
  return new Set(
    routes.flatMap((route) => {
      const name = route.at('route_table_name');
      return name.resource?.path ?? tables.get(`${route.group}/${name.knownText}`) ?? [];
    }),
  );
}

function isTunnel(route: Block): boolean {
  return route.at('address_prefix').is('0.0.0.0/0') && TUNNELS.includes(route.at('next_hop_type').text);
}

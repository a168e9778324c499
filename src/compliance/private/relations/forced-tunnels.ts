import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { RuleContext } from '../rule-context';
import { Referrers } from './referrers';
import { routeTablesOfSubnets } from './subnets';
import { namedTarget, targetOf } from './targets';
import { Block } from './values';

const TABLE = 'azurerm_route_table';
const TUNNELS = ['VirtualAppliance', 'VirtualNetworkGateway', 'None'];

/** Whether routes send everything that leaves a subnet through a firewall or gateway, or nowhere. */
export function hasForcedTunnel(subnet: ModelResource, context: RuleContext): boolean {
  const associated = context.derive(routeTablesOfSubnets).of(subnet);
  const ids = [...associated.map((association) => association.at('route_table_id')), subnet.at('route_table_id_wo')];
  const tunnels = context.derive(separateTunnels);
  return ids.some((id) => {
    const table = targetOf(context.model, id, [TABLE]).resource;
    return table !== undefined && [...tunnels.of(table), ...(table.blocks('route') ?? []).filter(isTunnel)].length > 0;
  });
}

/** Such routes that are resources of their own. */
function separateTunnels(model: TerraformModel): Referrers {
  const routes = model.resources('azurerm_route').filter(isTunnel);
  return new Referrers(routes, (route) =>
    namedTarget(model, route, 'route_table_name', TABLE, 'Microsoft.Network/routeTables'),
  );
}

function isTunnel(route: Block): boolean {
  return route.at('address_prefix').is('0.0.0.0/0') && TUNNELS.includes(route.at('next_hop_type').text);
}

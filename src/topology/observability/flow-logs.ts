import { TerraformModel } from '../../model/terraform-model';
import { VirtualNetworks } from '../network/virtual-networks';
import { Referrers } from '../referrers';

const NETWORK = 'azurerm_virtual_network';

/** The flow logs of whole networks. */
export function flowLogs(model: TerraformModel, networks: VirtualNetworks): Referrers {
  return new Referrers(
    model.resources('azurerm_network_watcher_flow_log'),
    (log) => {
      const id = log.at('target_resource_id');
      const isElsewhere = id.isAbsent || (id.resource && id.resource.type !== NETWORK);
      return isElsewhere ? undefined : networks.target(id);
    },
    (path) => `whose traffic ${path} records`,
  );
}

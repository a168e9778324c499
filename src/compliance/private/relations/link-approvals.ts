import { ModelResource } from '../../../core/private/model/model-resource';
import { TerraformModel } from '../../../core/private/model/terraform-model';

const LINK = 'azurerm_signalr_shared_private_link_resource';
const LINK_ADDRESS = new RegExp(`(?:\\$\\{([^{}:"]+)::)?\\b(${LINK}\\.[\\w-]+)`, 'g');

/**
 * The shared private links that resources of azapi approve: those that set the state of connections and name the link,
 * in whatever expression.
 */
export function approvedLinks(model: TerraformModel): Set<ModelResource> {
  const links = new Map(model.resources(LINK).map((link) => [`${link.place.stack} ${link.place.address}`, link]));
  const approvals = model.resources('azapi_update_resource', 'azapi_resource', 'azapi_resource_action');
  return new Set(
    approvals.flatMap((approval) => {
      const text = JSON.stringify(approval.names.map((name) => approval.at(name).json));
      if (!text.includes('privateEndpointConnections')) return [];
      return [...text.matchAll(LINK_ADDRESS)].flatMap(
        ([, stack = approval.place.stack, address]) => links.get(`${stack} ${address}`) ?? [],
      );
    }),
  );
}

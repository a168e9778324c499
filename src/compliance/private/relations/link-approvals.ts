import { ModelResource } from '../../../core/private/model/model-resource';
import { TerraformModel } from '../../../core/private/model/terraform-model';

const LINK = 'azurerm_signalr_shared_private_link_resource';
const LINK_ADDRESS = new RegExp(`(?:\\$\\{([^{}:"]+)::)?\\b(${LINK}\\.[\\w-]+)`, 'g');

/** What becomes of the connections of shared private links. */
export interface LinkApprovals {
  readonly approved: ReadonlySet<ModelResource>;
  /** Whether a connection is approved of which only Terraform will know whose it is. */
  readonly hasUnknown: boolean;
}

/**
 * The shared private links that resources of azapi approve: those that set the state of connections and name the link,
 * in whatever expression.
 */
export function linkApprovals(model: TerraformModel): LinkApprovals {
  const links = new Map(model.resources(LINK).map((link) => [`${link.place.stack} ${link.place.address}`, link]));
  const approved = new Set<ModelResource>();
  let hasUnknown = false;
  for (const approval of model.resources('azapi_update_resource', 'azapi_resource', 'azapi_resource_action')) {
    const text = JSON.stringify(approval.names.map((name) => approval.at(name).json));
    if (!text.includes('privateEndpointConnections')) continue;
    const named = [...text.matchAll(LINK_ADDRESS)];
    for (const [, stack = approval.place.stack, address] of named) {
      const link = links.get(`${stack} ${address}`);
      if (link) approved.add(link);
    }
    hasUnknown ||= named.length === 0 && approval.at('resource_id').isUnknown;
  }
  return { approved, hasUnknown };
}

import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZAPI_TYPES } from '../azapi-types';

const LINK = 'azurerm_signalr_shared_private_link_resource';
const LINK_ADDRESS = new RegExp(`(?:\\$\\{([^{}:"]+)::)?\\b(${LINK}\\.[\\w-]+)`, 'g');
/** In a body that is an object, or a text of JSON as azapi 1 takes it. */
const APPROVED = /\\?"status\\?"\s*:\s*\\?"Approved\\?"/;

/** What becomes of the connections of shared private links. */
export interface LinkApprovals {
  /** The resource of azapi that approves a link. */
  readonly byLink: ReadonlyMap<ModelResource, ModelResource>;
  /** Whether only Terraform will know of some approval whose connection it approves, or whether it does. */
  readonly hasUnknown: boolean;
}

/**
 * The shared private links that resources of azapi approve. azurerm has no resource for it, and Azure names a
 * connection after itself, so an approval finds its connection by an expression that names the link.
 */
export function linkApprovals(model: TerraformModel): LinkApprovals {
  const links = new Map(model.resources(LINK).map((link) => [`${link.place.stack} ${link.place.address}`, link]));
  const byLink = new Map<ModelResource, ModelResource>();
  let hasUnknown = false;
  for (const approval of model.resources(...AZAPI_TYPES)) {
    const type = approval.at('type');
    if (!type.isUnknown && !type.text.includes('privateEndpointConnections')) continue;
    const body = approval.at('body');
    const isApproved = APPROVED.test(JSON.stringify(body.json ?? ''));
    if (!isApproved && (body.isAbsent || body.known !== undefined)) continue;
    const ids = ['resource_id', 'name'].map((name) => approval.at(name));
    const named = ids.flatMap(({ text }) => [...text.matchAll(LINK_ADDRESS)]);
    const isCertain = isApproved && !type.isUnknown && approval.presence.isYes;
    hasUnknown ||= named.length > 0 ? !isCertain : ids.some((id) => id.isUnknown);
    for (const [, stack = approval.place.stack, address] of isCertain ? named : []) {
      const link = links.get(`${stack} ${address}`);
      if (link) byLink.set(link, approval);
    }
  }
  return { byLink, hasUnknown };
}

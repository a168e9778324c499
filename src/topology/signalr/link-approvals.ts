import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZAPI_TYPES } from '../azapi-types';

const LINK = 'azurerm_signalr_shared_private_link_resource';
/** Behind its modules, and with the key of its instance, as plans name them. */
const LINK_ADDRESS = new RegExp(
  `(?:\\$\\{([^{}:"]+)::)?((?:module\\.[\\w-]+(?:\\[[^\\]{}]*\\])?\\.)*\\b${LINK}\\.[\\w-]+(?:\\[(?:"[^"\\]]*"|\\d+)\\])?)`,
  'g',
);
/** In a body that is an object, or a text of JSON as azapi 1 takes it. */
const APPROVED = /\\?"status\\?"\s*:\s*\\?"Approved\\?"/;

/** State of the connections of shared private links. */
export interface LinkApprovals {
  /**
   * Resource that approves each link: a resource of azapi, or the link itself where Azure already reports the approval.
   */
  readonly byLink: ReadonlyMap<ModelResource, ModelResource>;
  /** Reports whether, for some approval, only Terraform knows the connection or the decision. */
  readonly hasUnknown: boolean;
}

/**
 * The shared private links that resources of azapi approve. azurerm has no resource for it, and Azure names a
 * connection after itself, so an approval finds its connection by an expression that names the link. In a state, where
 * expressions are gone, the connection of a link has its request message.
 */
export function linkApprovals(model: TerraformModel): LinkApprovals {
  const all = model.resources(LINK);
  const links = new Map(all.map((link) => [`${link.place.stack} ${link.place.address}`, link]));
  const byLink = new Map(all.filter((link) => link.at('status').is('Approved')).map((link) => [link, link]));
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
    if (!isCertain) continue;
    const found = named.map(([, stack = approval.place.stack, address]) => links.get(`${stack} ${address}`));
    const approved = [...found, ...all.filter((link) => isConnectionOf(link, approval))];
    // A message that is not known may be that of any link.
    hasUnknown ||= body.known === undefined && !approved.some(Boolean);
    approved.forEach((link) => {
      if (link) byLink.set(link, approval);
    });
  }
  return { byLink, hasUnknown };
}

/** Reports whether a connection whose id is known belongs to a link: it has the link's target and message. */
function isConnectionOf(link: ModelResource, approval: ModelResource): boolean {
  const [target, message] = ['target_resource_id', 'request_message'].map((name) => link.at(name).knownText);
  const connection = approval.at('resource_id').knownText;
  if (target === undefined || message === undefined || connection === undefined) return false;
  const isAtTarget = connection.toLowerCase().startsWith(`${target}/privateEndpointConnections/`.toLowerCase());
  return isAtTarget && JSON.stringify(approval.at('body').json ?? '').includes(JSON.stringify(message).slice(1, -1));
}

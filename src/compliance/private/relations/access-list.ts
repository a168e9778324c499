import { Block, lists } from './values';
import { ModelResource } from '../../../model/model-resource';

/**
 * Whether an access control list of a SignalR service lets requests of a type in; `undefined` where only Terraform knows.
 *
 * Decides as Azure does: first the lists of the network that a request comes from, then the default action.
 *
 * @param network block of the public network or of a private endpoint; `undefined` where the list has none for it
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control
 */
export function admits(acl: ModelResource, network: Block | undefined, requestType: string): boolean | undefined {
  const isDenied = network ? lists(network.at('denied_request_types'), requestType) : false;
  if (isDenied !== false) return isDenied ? false : undefined;
  const isAllowed = network ? lists(network.at('allowed_request_types'), requestType) : false;
  if (isAllowed !== false) return isAllowed;
  const action = acl.at('default_action');
  if (action.is('Allow')) return true;
  return action.is('Deny') ? false : undefined;
}

/** The same for requests that come over the public network. */
export function admitsPublicly(acl: ModelResource, requestType: string): boolean | undefined {
  const networks = acl.blocks('public_network');
  return networks && admits(acl, networks[0], requestType);
}

import { withHash } from '../../core/internal/fitted-names';
import { isKnown } from '../../core/internal/violations';
import { IVirtualNetwork } from '../ivirtual-network';

const MAX_LENGTH = 80;

/**
 * The name of what others make too for networks of their groups, stacks and repositories, such as links to a shared
 * zone: two networks may have one name, and Azure accepts each name once there.
 */
export function sharedName(prefix: string, network: IVirtualNetwork, networkName: string): string {
  const { virtualNetworkId, node } = network;
  const origin = isKnown(virtualNetworkId) ? virtualNetworkId.toLowerCase() : node.path;
  return withHash(`${prefix}-${networkName}`, origin, MAX_LENGTH);
}

/**
 * The same, without a hash for a network in the group of what gets the name: networks of one group have different
 * names.
 */
export function nameFor(prefix: string, network: IVirtualNetwork, resourceGroupName: string): string {
  const name = network.virtualNetworkName;
  return network.resourceGroupName === resourceGroupName ? `${prefix}-${name}` : sharedName(prefix, network, name);
}

import { withHash } from '../../core/internal/fitted-names';
import { isKnown } from '../../core/internal/violations';
import { IVirtualNetwork } from '../../network';

const MAX_LENGTH = 80;

/**
 * The name of a link to a zone that networks of other groups, stacks and repositories may share: two of them may have
 * one name, and Azure takes each name of a link once in a zone.
 */
export function sharedLinkName(network: IVirtualNetwork, networkName: string): string {
  const { virtualNetworkId, node } = network;
  const origin = isKnown(virtualNetworkId) ? virtualNetworkId.toLowerCase() : node.path;
  return withHash(`link-${networkName}`, origin, MAX_LENGTH);
}

import { IVirtualNetwork } from '../../network';
import { sharedName } from '../../network/internal/shared-name';

/** The name of a link to a zone that networks of other groups, stacks and repositories may share. */
export function sharedLinkName(network: IVirtualNetwork, networkName: string): string {
  return sharedName('link', network, networkName);
}

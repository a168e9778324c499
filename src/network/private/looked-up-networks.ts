import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { registry } from '../../core/internal/registry';

/** Identifies a virtual network that is looked up by name. */
export interface LookedUpNetwork {
  readonly virtualNetworkName: string;
  readonly resourceGroupName: string;
  readonly provider?: TerraformProvider;
}

/**
 * The id of a looked-up network: of all look-ups of one network in a stack, the id that the first one found.
 *
 * Data sources of one network give different tokens for the same id, but constructs are compared by these tokens.
 */
export function lookedUpNetworkId(scope: IConstruct, network: LookedUpNetwork, found: string): string {
  const { virtualNetworkName, resourceGroupName, provider } = network;
  const stack = TerraformStack.of(scope).node.path;
  const key = [stack, provider?.fqn ?? '', resourceGroupName.toLowerCase(), virtualNetworkName.toLowerCase()].join(' ');
  const ids = registry<string>(scope, 'looked-up virtual network');
  if (!ids.has(key)) ids.set(key, found);
  return ids.get(key)!;
}

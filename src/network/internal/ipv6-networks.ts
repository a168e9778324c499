import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { IVirtualNetwork } from '../ivirtual-network';

const TOPIC = 'IPv6 ranges of existing networks';

/** Remembers an IPv6 range of a network that exists, which stands nowhere in the configuration. */
export function rememberIpv6(network: IVirtualNetwork): void {
  const range = network.addressSpace?.find((text) => text.includes(':'));
  if (range !== undefined) registry<string>(network, TOPIC).set(keyOf(network.virtualNetworkId), range);
}

/** An IPv6 range of a network; `undefined` where none is known. */
export function ipv6Of(scope: IConstruct, virtualNetworkId: string): string | undefined {
  return registry<string>(scope, TOPIC).get(keyOf(virtualNetworkId));
}

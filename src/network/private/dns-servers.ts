import { IConstruct } from 'constructs';
import { registry } from '../../core/private/registry';

/** What tells the DNS servers of a network. */
export interface NetworkWithDnsServers extends IConstruct {
  readonly virtualNetworkId: string;
  /** The network's own servers; empty for Azure's, `undefined` where they are not known. */
  readonly dnsServers?: string[];
}

/** Tells which DNS servers the machines of a network ask. */
export function tellDnsServers(network: NetworkWithDnsServers): void {
  if (network.dnsServers) serversByNetwork(network).set(network.virtualNetworkId, network.dnsServers);
}

/** The own DNS servers of a network; none where it asks Azure's, or where they are not known. */
export function ownDnsServers(scope: IConstruct, virtualNetworkId: string): string[] {
  return serversByNetwork(scope).get(virtualNetworkId) ?? [];
}

function serversByNetwork(scope: IConstruct): Map<string, string[]> {
  return registry<string[]>(scope, 'dns servers of network');
}

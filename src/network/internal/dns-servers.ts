import { IConstruct } from 'constructs';
import { AZURE_DNS } from '../../core/internal/azure-dns';
import { isIpv4Address } from '../../core/internal/ipv4-cidr';
import { keyOf, registry } from '../../core/internal/registry';
import { isKnown, Problem } from '../../core/internal/violations';

/** What tells the DNS servers of a network. */
export interface NetworkWithDnsServers extends IConstruct {
  readonly virtualNetworkId: string;
  /** The network's own servers; empty for Azure's, `undefined` where they are not known. */
  readonly dnsServers?: string[];
}

/** What is wrong with the addresses of DNS servers. */
export function dnsServerProblems(servers: readonly string[]): Problem[] {
  const malformed = servers.filter((server) => isKnown(server) && !isIpv4Address(server));
  return malformed.map((server) => ({
    code: 'network/dns-server',
    message: `"${server}" is not an IPv4 address; give that of a DNS server, as 10.0.0.4`,
  }));
}

/** Tells which DNS servers the machines of a network ask. */
export function tellDnsServers(network: NetworkWithDnsServers): void {
  const own = network.dnsServers?.filter((server) => isKnown(server) && server !== AZURE_DNS);
  if (own) serversByNetwork(network).set(keyOf(network.virtualNetworkId), own);
}

/** The own DNS servers of a network; none where it asks Azure's, or where they are not known. */
export function ownDnsServers(scope: IConstruct, virtualNetworkId: string): string[] {
  return serversByNetwork(scope).get(keyOf(virtualNetworkId)) ?? [];
}

function serversByNetwork(scope: IConstruct): Map<string, string[]> {
  return registry<string[]>(scope, 'dns servers of network');
}

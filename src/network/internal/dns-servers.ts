import { isIpv4Address } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem } from '../../core/internal/violations';

/** Problems with the addresses of DNS servers. */
export function dnsServerProblems(servers: readonly string[]): Problem[] {
  const malformed = servers.filter((server) => isKnown(server) && !isIpv4Address(server));
  return malformed.map((server) => ({
    code: 'network/dns-server',
    message: `"${server}" is not an IPv4 address; give the address of a DNS server, such as 10.0.0.4`,
  }));
}

import type { Code } from '../../core/internal/codes/codes';
import { addressRefusal } from '../../core/internal/subnet-addresses';
import { targetLabel } from '../../topology/network/label';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

const OWN_CODES: Readonly<Record<string, Code>> = {
  azurerm_private_endpoint: 'privatelink/static-ip',
  azurerm_private_dns_resolver_inbound_endpoint: 'dns/static-ip',
};

/** A fixed address is in its subnet, and is not one of the five that Azure reserves. */
export function addressFindings({ joiners, subnets }: Topology): Finding[] {
  return joiners.flatMap(({ resource, kind, subnet, given }) => {
    const ranges = subnets.prefixesOf(subnet);
    if (!ranges) return [];
    return given.flatMap(({ knownText }) => {
      const refusal = knownText && addressRefusal(knownText, ranges, targetLabel('subnet', subnet));
      const code = OWN_CODES[resource.type] ?? 'network/static-ip';
      return refusal ? [findingOf(code, `the ${kind.title} ${resource.path}: ${refusal}`, resource)] : [];
    });
  });
}

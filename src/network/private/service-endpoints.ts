import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { Lazy, Token } from 'cdktf';
import { isKnown, Problem } from '../../core/internal/violations';
import { writeForAzurerm5 } from '../../engine/azurerm-major';

const ATTRIBUTE = 'service_endpoints';
const BLOCK = 'service_endpoint';

export function serviceEndpointProblems(serviceEndpoints: readonly string[]): Problem[] {
  const malformed = serviceEndpoints.filter((name) => isKnown(name) && !/^Microsoft\.\w+(\.\w+)?$/.test(name));
  return malformed.map((name) => ({
    code: 'network/service-endpoint',
    message: `"${name}" is not a service endpoint; give the name of a service, such as Microsoft.KeyVault`,
  }));
}

/** Writes the service endpoints of a subnet as blocks, which azurerm 5 has in place of a set of names. */
export function writeServiceEndpoints(subnet: Subnet): void {
  if (Token.isUnresolved(subnet.serviceEndpointsInput)) {
    // Only Terraform knows how many there are.
    const block = { for_each: subnet.serviceEndpointsInput, content: { service: `\${${BLOCK}.value}` } };
    writeForAzurerm5(subnet, [ATTRIBUTE], { [`dynamic.${BLOCK}`]: block });
  } else {
    const blocks = () => [...new Set(subnet.serviceEndpointsInput)].map((service) => ({ service }));
    writeForAzurerm5(subnet, [ATTRIBUTE], { [BLOCK]: Lazy.anyValue({ produce: blocks }, { omitEmptyArray: true }) });
  }
}

import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { Lazy, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { unknownNames } from './known-services';
import { ENDPOINT_SERVICES } from './subnet-services';
import { Problem } from '../../core/internal/violations';
import { writeForAzurerm5 } from '../../engine/azurerm-major';

const ATTRIBUTE = 'service_endpoints';
const BLOCK = 'service_endpoint';

const STORAGE = ['Microsoft.Storage', 'Microsoft.Storage.Global'];

/** Reports what Azure or azurerm would reject in the service endpoints of a subnet. */
export function serviceEndpointProblems(scope: IConstruct, serviceEndpoints: readonly string[]): Problem[] {
  const what = 'a service with service endpoints';
  const messages = unknownNames(scope, serviceEndpoints, ENDPOINT_SERVICES, what, 'Microsoft.KeyVault');
  // https://learn.microsoft.com/azure/storage/common/storage-network-security#azure-storage-cross-region-service-endpoints
  if (STORAGE.every((form) => serviceEndpoints.includes(form))) {
    messages.push(
      `${STORAGE.join(' and ')} given, of which a subnet accepts one; leave one out: the global one serves accounts of all regions`,
    );
  }
  return messages.map((message) => ({ code: 'network/service-endpoint', message }));
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

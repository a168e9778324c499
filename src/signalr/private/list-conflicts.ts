import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { isKnown, Problem } from '../../core/internal/violations';

interface Lists {
  readonly allowedRequestTypes?: string[];
  readonly deniedRequestTypes?: string[];
}

/** Origins that were given both lists on the provider's resource by hand; azurerm accepts one list for each origin. */
export function listConflictProblems(list: SignalrServiceNetworkAcl): Problem[] {
  const { publicNetworkInput, privateEndpointInput } = list;
  const endpoints = Array.isArray(privateEndpointInput) ? privateEndpointInput : [];
  const origins: [string, Lists | undefined][] = [
    ['the public network', publicNetworkInput],
    ...endpoints.map((endpoint, index): [string, Lists] => [`private endpoint ${index + 1} of the list`, endpoint]),
  ];
  return origins
    .filter(([, lists]) => isGiven(lists?.allowedRequestTypes) && isGiven(lists?.deniedRequestTypes))
    .map(([place]) => {
      const message = `${place} has an allow list and a deny list, and azurerm accepts one of them; give NetworkAccess or AccessRules in place of both`;
      return { code: 'nac/allow-and-deny', message };
    });
}

function isGiven(types: string[] | undefined): boolean {
  return isKnown(types) && types.length > 0;
}

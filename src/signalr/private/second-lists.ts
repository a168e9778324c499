import type { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { addTo } from '../../core/internal/add-to';
import { claim } from '../../core/internal/registry';
import { withoutPath } from '../../core/internal/violations';
import { resolved } from '../../engine/resolved';

/**
 * Sees to it that the stack of a service is searched for two access control lists of one service, once for all of its
 * services (lists in other stacks are not seen): azurerm neither finds a list that is there already nor keeps two apart, so each would overwrite the other.
 */
export function refuseSecondLists(service: IConstruct): void {
  const stack = TerraformStack.of(service);
  const isWatched = claim(service, 'stack without second access lists', stack.node.path) !== undefined;
  if (!isWatched) stack.node.addValidation({ validate: () => secondListProblems(stack) });
}

function secondListProblems(stack: TerraformStack): string[] {
  const pathsByService = new Map<string, string[]>();
  stack.node
    .findAll()
    .filter(isAccessList)
    .forEach((list) => {
      const service = String(resolved(list, list.signalrServiceIdInput)).toLowerCase();
      addTo(pathsByService, service, list.node.path);
    });
  return [...pathsByService.values()]
    .filter((paths) => paths.length > 1)
    .map((paths) => {
      const message = `${paths.join(' and ')} are access control lists of one service, and each overwrites the other; keep one, and give its rules as NetworkAccess`;
      return withoutPath({ code: 'nac/duplicate', message });
    });
}

function isAccessList(node: IConstruct): node is SignalrServiceNetworkAcl {
  return (
    TerraformResource.isTerraformResource(node) && node.terraformResourceType === 'azurerm_signalr_service_network_acl'
  );
}

import { TerraformResource } from 'cdktf';
import { referenceOf, resolvedJson } from '../../core/private/model/expressions';
import { RoleScope } from '../../identity';
import { ScopeLevel } from '../../identity/private/scope-level';

/** Makes a resource wait for the one that a scope is, where that is a single one of the same stack. */
export function waitForScope(resource: TerraformResource, scope: RoleScope): void {
  if (scope._level !== ScopeLevel.RESOURCE) return;
  const reference = referenceOf(String(resolvedJson(resource, scope.id)));
  if (!reference || reference.stack !== undefined) return;
  resource.dependsOn = [...(resource.dependsOn ?? []), reference.resource];
}

import { TerraformResource } from 'cdktf';
import { referenceOf } from '../../core/internal/expressions';
import { resolvedJson } from '../../engine/resolver';
import { RoleScope } from '../../identity';
import { ScopeLevel } from '../../identity/internal/scope-level';

/** Makes a resource wait for the one that a scope is, where that is a single one of the same stack. */
export function waitForScope(resource: TerraformResource, scope: RoleScope): void {
  if (scope._level !== ScopeLevel.RESOURCE) return;
  const reference = referenceOf(String(resolvedJson(resource, scope.id)));
  if (!reference || reference.stack !== undefined) return;
  resource.dependsOn = [...(resource.dependsOn ?? []), reference.resource];
}

import { Lazy, TerraformResource } from 'cdktf';
import { referenceOf } from '../../core/internal/expressions';
import { resolvedJson } from '../../engine/resolver';
import { RoleScope } from '../../identity';
import { ScopeLevel } from '../../identity/internal/scope-level';

/** Makes a resource wait for the one that a scope is, where that is a single one of the same stack. */
export function waitForScope(resource: TerraformResource, scope: RoleScope): void {
  if (scope._level !== ScopeLevel.RESOURCE) return;
  const referred = () => referenceOf(String(resolvedJson(resource, scope.id)));
  const reference = referred();
  if (!reference || reference.stack !== undefined) return;
  // The logical id may be overridden later.
  const address = Lazy.stringValue({ produce: () => referred()?.resource });
  resource.dependsOn = [...(resource.dependsOn ?? []), address];
}

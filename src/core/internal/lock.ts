import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { attachedTo } from './attachments';
import { isKnown, Problem } from './violations';

/**
 * Keeps Azure from deleting a resource.
 *
 * The lock covers everything that hangs on the resource, so it is created after all of it, and removed before.
 */
export function defineLock(
  scope: Construct,
  resourceId: string,
  provider: TerraformProvider | undefined,
  name: string = 'no-deletion',
): void {
  const lock = new ManagementLock(scope, 'Lock', {
    name,
    scope: resourceId,
    lockLevel: 'CanNotDelete',
    provider,
  });
  attachedTo(scope, resourceId).awaitedBy(lock);
}

/**
 * Reports what Azure would reject in the name of a lock.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftauthorization
 */
export function lockNameProblems(name: string | undefined): Problem[] {
  if (!isKnown(name) || /^[\w.()-]{0,89}[\w()-]$/.test(name)) return [];
  const message = `"${name}" is not the name of a lock; use 1 to 90 letters, digits, "-", "_", ".", "(" or ")", not ending with a period`;
  return [{ code: 'lock/name', message }];
}

import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { attachedTo } from './attachments';

/**
 * Keeps Azure from deleting a resource.
 *
 * The lock covers everything that hangs on the resource, so it is created after all of it, and removed before.
 */
export function defineLock(scope: Construct, resourceId: string, provider: TerraformProvider | undefined): void {
  const lock = new ManagementLock(scope, 'Lock', {
    name: 'no-deletion',
    scope: resourceId,
    lockLevel: 'CanNotDelete',
    provider,
  });
  attachedTo(scope, resourceId).awaitedBy(lock);
}

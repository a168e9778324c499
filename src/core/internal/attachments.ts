import { IConstruct } from 'constructs';
import { Prerequisites } from './ordering';
import { keyOf, registry } from './registry';

/**
 * Everything that hangs on an Azure resource, wherever it is defined. A lock of the resource covers it, so the lock is
 * created after all of it, and removed before.
 */
export function attachedTo(scope: IConstruct, resourceId: string): Prerequisites {
  const all = registry<Prerequisites>(scope, 'attached to resource');
  const attached = all.get(keyOf(resourceId)) ?? new Prerequisites();
  all.set(keyOf(resourceId), attached);
  return attached;
}

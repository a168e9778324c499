import { isKnown } from '../../core/internal/violations';

/** Data actions in a role definition. */
export interface DataPermissions {
  readonly dataActions: readonly string[];
  readonly notDataActions?: readonly string[];
}

/**
 * Reports whether a role permits a data action; `undefined` where that hangs on an action which only Terraform knows.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/role-definitions#dataactions
 */
export function permitsDataAction(permissions: DataPermissions, action: string): boolean | undefined {
  const { dataActions, notDataActions = [] } = permissions;
  if (notDataActions.some((pattern) => matches(pattern, action))) return false;
  if (dataActions.some((pattern) => matches(pattern, action))) return notDataActions.every(isKnown) ? true : undefined;
  return dataActions.every(isKnown) ? false : undefined;
}

/** An asterisk stands for any characters, slashes included; letter case does not count. */
function matches(pattern: string, action: string): boolean {
  if (!isKnown(pattern)) return false;
  const parts = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(action);
}

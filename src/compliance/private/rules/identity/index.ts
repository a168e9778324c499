import { appHasSignalRRole } from './app-has-signalr-role';
import { customRoleNoWildcard } from './custom-role-no-wildcard';
import { leastPrivilegeRole } from './least-privilege-role';
import { principalTypeSet } from './principal-type-set';
import { roleScopeIsResource } from './role-scope-is-resource';
import { Rule } from '../../rule';

/** Rules on roles and their assignments, in the order of their ids. */
export const IDENTITY_RULES: readonly Rule[] = [
  appHasSignalRRole,
  leastPrivilegeRole,
  roleScopeIsResource,
  principalTypeSet,
  customRoleNoWildcard,
];

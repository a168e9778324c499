export * from './app-host';
export * from './custom-role';
export * from './custom-role-props';
export * from './managed-identity';
export * from './principal';
export * from './role';
export * from './role-assignment';
export * from './role-scope';

export * from './app-host';
export * from './managed-identity';
export * from './principal';
export * from './role';
export * from './role-assignment';

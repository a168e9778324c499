export * from './compliance-status';
export * from './security-profile';
export * from './severity';

export * from './connectivity-data';
export * from './origin-kind';
export * from './resolution-kind';
export * from './verdict';

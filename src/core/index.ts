export * from './azure-cloud';
export * from './operation-timeouts';
export * from './regional-resource';
export * from './resource-group';
export * from './resource-lookup';

export * from './istorage-account';
export * from './storage-account';
export * from './storage-account-base';
export * from './storage-container';
export * from './storage-replication';
export * from './storage-service';

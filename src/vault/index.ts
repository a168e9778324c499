export * from './certificate-reference';
export * from './ikey-vault';
export * from './key-vault';
export * from './key-vault-base';
export * from './key-vault-sku';
export * from './secret-reference';

export * from './certificate-reference';
export * from './ikey-vault';
export * from './key-vault';
export * from './secret-reference';

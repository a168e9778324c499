export * from './ikey-vault';
export * from './key-vault';
export * from './secret-reference';

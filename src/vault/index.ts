export * from './ikey-vault';
export * from './key-vault';

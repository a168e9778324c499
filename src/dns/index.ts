export * from './a-record';
export * from './iprivate-dns-zone';
export * from './private-dns-zone';
export * from './private-link-zone';
export * from './resolution-policy';
export * from './virtual-network-link';

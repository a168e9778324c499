export * from './private-dns-zone';
export * from './private-link-zone';

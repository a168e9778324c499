export * from './dns-integration';
export * from './dns-record';
export * from './endpoint-approval';
export * from './iprivate-endpoint';
export * from './private-endpoint';
export * from './private-link-connection';
export * from './private-link-subresource';
export * from './private-link-target';

export * from './iprivate-endpoint';
export * from './private-endpoint';
export * from './private-link-target';

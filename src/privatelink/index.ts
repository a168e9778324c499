export * from './private-endpoint';
export * from './private-link-target';

export * from './access-rules';
export * from './network-access';
export * from './network-origin';
export * from './request-type';

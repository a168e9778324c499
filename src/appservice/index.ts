export * from './health-check';
export * from './linux-web-app';
export * from './os-type';
export * from './plan-sku';
export * from './runtime';
export * from './service-plan';

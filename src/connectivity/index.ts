export * from './connectivity-data';
export * from './connectivity-format';
export * from './connectivity-report';
export * from './connectivity-report-file';
export * from './origin';
export * from './origin-kind';
export * from './resolution-kind';
export * from './verdict';

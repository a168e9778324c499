export * from './application-insights';
export * from './diagnostic-setting';
export * from './log-categories';
export * from './log-destination';
export * from './log-workspace';

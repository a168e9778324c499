export * from './runbook-file';

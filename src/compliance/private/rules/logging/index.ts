import { appServiceDiagnostics } from './app-service-diagnostics';
import { liveTraceOff } from './live-trace-off';
import { signalrDiagnostics } from './signalr-diagnostics';
import { signalrResourceLogs } from './signalr-resource-logs';
import { Rule } from '../../rule';

/** Rules on logs, in the order of their ids. */
export const LOGGING_RULES: readonly Rule[] = [
  signalrDiagnostics,
  signalrResourceLogs,
  liveTraceOff,
  appServiceDiagnostics,
];

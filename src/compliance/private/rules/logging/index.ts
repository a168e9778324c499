import { appServiceDiagnostics } from './app-service-diagnostics';
import { insightsWorkspace } from './insights-workspace';
import { liveTraceOff } from './live-trace-off';
import { signalrDiagnostics } from './signalr-diagnostics';
import { signalrResourceLogs } from './signalr-resource-logs';
import { telemetryNoKeys } from './telemetry-no-keys';
import { telemetryNotPublic } from './telemetry-not-public';
import { workspaceRetention } from './workspace-retention';
import { Rule } from '../../rule';

/** Rules on logs, in the order of their ids. */
export const LOGGING_RULES: readonly Rule[] = [
  signalrDiagnostics,
  signalrResourceLogs,
  liveTraceOff,
  appServiceDiagnostics,
  insightsWorkspace,
  telemetryNoKeys,
  telemetryNotPublic,
  workspaceRetention,
];

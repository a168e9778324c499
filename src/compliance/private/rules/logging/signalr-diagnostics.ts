import { Severity } from '../../../severity';
import { judgeLogs } from '../../judge-logs';
import { Rule } from '../../rule';

export const signalrDiagnostics: Rule = {
  id: 'LOG1',
  name: 'SignalRDiagnostics',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['LT-3', 'LT-4'], policies: ['d9f1f9a9-8795-49f9-9e7b-e11db14caeb2'] },
  summary: 'The logs of a SignalR service are sent to a destination.',
  explanation:
    'Azure keeps no logs unless a diagnostic setting sends them, so none are there to investigate after an attack or a failure.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/monitor-signalr',
  fix: 'Add azurerm_monitor_diagnostic_setting with the category AllLogs and a destination; in this library signalr.sendLogsTo.',
  evaluate: (service, context) => judgeLogs(service, context, ['AllLogs', 'audit']),
};

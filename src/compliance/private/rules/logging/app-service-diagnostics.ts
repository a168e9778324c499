import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { judgeLogs } from '../../judge-logs';
import { Rule } from '../../rule';

export const appServiceDiagnostics: Rule = {
  id: 'LOG4',
  name: 'AppServiceDiagnostics',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['LT-3', 'LT-4'],
    policies: ['91a78b24-f231-4a8a-8da9-02c35b2b6510', 'd639b3af-a535-4bef-8dcf-15078cddf5e2'],
  },
  summary: 'The logs of apps are sent to a destination.',
  explanation:
    'Users sign in to the app and messages begin there; without its logs the logs of SignalR show only a part.',
  link: 'https://learn.microsoft.com/azure/app-service/troubleshoot-diagnostic-logs',
  fix: 'Add azurerm_monitor_diagnostic_setting with enabled_log and a destination; in this library sendLogsTo of the app.',
  evaluate: (app, context) => judgeLogs(app, context),
};

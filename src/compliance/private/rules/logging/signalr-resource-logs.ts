import { Severity } from '../../../severity';
import { addFlag, Judgement } from '../../judgement';
import { Rule } from '../../rule';

const LOGS: readonly [string, string, Severity][] = [
  ['Connectivity', 'connectivity_logs_enabled', Severity.ERROR],
  ['Messaging', 'messaging_logs_enabled', Severity.WARNING],
  ['HttpRequest', 'http_request_logs_enabled', Severity.WARNING],
];

export const signalrResourceLogs: Rule = {
  id: 'LOG2',
  name: 'SignalRResourceLogs',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['LT-3', 'LT-4'] },
  summary: 'A SignalR service records connections, messages and calls of its REST API.',
  explanation:
    'A diagnostic setting sends only what the service records, and by default it records nothing. Messaging logs trace each message, which costs performance.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-diagnostic-logs',
  fix: 'Set connectivity_logs_enabled, messaging_logs_enabled and http_request_logs_enabled to true; in this library logTypes of SignalRService, where all are the default. Acknowledge Log::Messaging where the service sends more messages than it can trace.',
  evaluate(service) {
    const judgement = new Judgement();
    for (const [name, attribute, severity] of LOGS) {
      addFlag(judgement, service, { attribute, wanted: true, byDefault: false }, { id: `Log::${name}`, severity });
    }
    return judgement.verdict('it records all logs');
  },
};

import { takesKeys, TELEMETRY } from '../../../../topology/observability/telemetry';
import { Severity } from '../../../severity';
import { judgeOff } from '../../judgement';
import { Rule } from '../../rule';

export const telemetryNoKeys: Rule = {
  id: 'LOG6',
  name: 'TelemetryNoKeys',
  severity: Severity.WARNING,
  types: TELEMETRY,
  controls: {
    benchmark: ['IM-1'],
    policies: ['199d5677-e4d9-4264-9465-efe1839c06bd', 'e15effd4-2278-4c65-a0da-4d6f6d1890e2'],
  },
  summary: 'Application Insights and workspaces accept telemetry from identities alone, and no keys.',
  explanation:
    'The instrumentation key is in every page and setting that sends telemetry. A person who has the key can send false events, which hide an attack or fill the quota.',
  link: 'https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication',
  fix: 'Set local_authentication_enabled to false, or local_authentication_disabled of azurerm_application_insights to true in azurerm 4, and give senders the role Monitoring Metrics Publisher; in this library ApplicationInsights and LogWorkspace accept no keys.',
  evaluate: (resource) => judgeOff(takesKeys(resource), 'it accepts no keys'),
};

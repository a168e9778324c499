import { Severity } from '../../../severity';
import { judgeLogs } from '../../judge-logs';
import { Rule } from '../../rule';

export const keyVaultLogs: Rule = {
  id: 'KV6',
  name: 'KeyVaultLogs',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault'],
  controls: {
    benchmark: ['LT-3', 'LT-4', 'DP-8'],
    policies: ['cf820ca0-f99e-4f3e-84fb-66e913812d21'],
    psRule: ['AZR-000119'],
  },
  summary: 'Azure logs who reads from a vault.',
  explanation: 'Only audit logs show who has read a secret.',
  link: 'https://learn.microsoft.com/azure/key-vault/general/logging',
  fix: 'Add azurerm_monitor_diagnostic_setting with the category AuditEvent, or the group audit or allLogs; in this library vault.sendLogsTo.',
  evaluate: (vault, context) => judgeLogs(vault, context, ['AuditEvent', 'audit', 'allLogs']),
};

import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule } from '../../rule';

export const purgeProtection: Rule = {
  id: 'KV1',
  name: 'PurgeProtection',
  severity: Severity.ERROR,
  types: ['azurerm_key_vault'],
  controls: {
    benchmark: ['DP-8', 'DP-6'],
    policies: ['0b60c0b2-2dc2-4e1c-b5c9-abbed971de53'],
    psRule: ['AZR-000125'],
    checkov: ['CKV_AZURE_42', 'CKV_AZURE_110'],
  },
  summary: 'Purge protection is on, so no one can purge a vault or its content before the retention ends.',
  explanation:
    'A purged certificate or secret cannot be recovered, and the custom domain or upstream of SignalR fails without it.',
  link: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview#purge-protection',
  fix: 'Set purge_protection_enabled to true; in this library vault.KeyVault always does.',
  evaluate: (vault) => judgeFlag(vault, { attribute: 'purge_protection_enabled', wanted: true, byDefault: false }),
};

import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule } from '../../rule';

const FLAG = 'https_traffic_only_enabled';

export const storageHttpsOnly: Rule = {
  id: 'STO2',
  name: 'StorageHttpsOnly',
  severity: Severity.ERROR,
  types: ['azurerm_storage_account'],
  controls: {
    benchmark: ['DP-3'],
    policies: ['404c3081-a854-4457-ae30-26a93ef643f9'],
    psRule: ['AZR-000196'],
    checkov: ['CKV_AZURE_3'],
  },
  differs: {
    CKV_AZURE_3: 'Reads enable_https_traffic_only, the name in azurerm 3, and so passes an account that accepts http.',
  },
  summary: 'A storage account accepts https only.',
  explanation: 'Over http anyone on the way can read the data, and the signatures that open the account.',
  link: 'https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer',
  fix: `Leave out ${FLAG}, or set it to true; in this library storage.StorageAccount always does.`,
  evaluate: (account) => judgeFlag(account, { attribute: FLAG, wanted: true, byDefault: true }),
};

import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule } from '../../rule';

const FLAG = 'shared_access_key_enabled';

export const storageNoSharedKeys: Rule = {
  id: 'STO4',
  name: 'StorageNoSharedKeys',
  severity: Severity.WARNING,
  types: ['azurerm_storage_account'],
  controls: {
    benchmark: ['IM-1'],
    policies: ['8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54'],
    checkov: ['CKV2_AZURE_40'],
  },
  summary: 'A storage account accepts no access keys, and no signatures that are made with them.',
  explanation:
    'The holder of a key may do everything with all data, no log names the holder, and azurerm writes the keys into the state.',
  link: 'https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent',
  fix: `Set ${FLAG} to false, and storage_use_azuread of the provider to true; in this library storage.StorageAccount accepts no keys.`,
  evaluate: (account) => judgeFlag(account, { attribute: FLAG, wanted: false, byDefault: true }),
};

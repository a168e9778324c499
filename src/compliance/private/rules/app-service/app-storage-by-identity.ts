import { FUNCTIONS } from '../../../../topology/apps/app-types';
import { storageKeysOf } from '../../../../topology/storage/accounts';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Rule } from '../../rule';

export const appStorageByIdentity: Rule = {
  id: 'APP15',
  name: 'AppStorageByIdentity',
  severity: Severity.ERROR,
  types: FUNCTIONS,
  controls: { benchmark: ['IM-3', 'IM-8'] },
  summary: 'Function apps and Logic Apps open their storage account with a managed identity.',
  explanation:
    'The key of the account opens everything in it, also the code of the app and the keys of its functions, and is in the Terraform state. A key that only a Key Vault holds is a warning.',
  link: 'https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity',
  fix: 'Set storage_uses_managed_identity to true in place of storage_account_access_key, storage_authentication_type of Flex Consumption to UserAssignedIdentity, and AzureWebJobsStorage__accountName in place of AzureWebJobsStorage; the function apps of this library always do. Acknowledge the finding where the type supports no identity, or the plan needs a content share, which supports none.',
  evaluate(app) {
    const judgement = new Judgement();
    for (const { name, isUsed, isInVault } of storageKeysOf(app)) {
      if (isUsed.isMaybe) judgement.cannotTell(runtimeOnly(name, isUsed.because));
      if (!isUsed.isYes) continue;
      const message = `${name} opens the storage account with a key${isInVault ? ' from a Key Vault' : ''}`;
      judgement.violates({ id: `Key::${name}`, message, ...(isInVault ? { severity: Severity.WARNING } : {}) });
    }
    return judgement.verdict('no attribute or setting holds a key of its storage account');
  },
};

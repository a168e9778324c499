import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { addFlag, Judgement, runtimeOnly } from '../../judgement';
import { Rule } from '../../rule';

const USERS = 'local_user_enabled';
const NAMESPACE = 'is_hns_enabled';

export const storageNoLocalUsers: Rule = {
  id: 'STO7',
  name: 'StorageNoLocalUsers',
  severity: Severity.WARNING,
  types: ['azurerm_storage_account'],
  controls: { benchmark: ['IM-1'], checkov: ['CKV_AZURE_244'] },
  summary: 'A storage account has no local users, and no SFTP, which only they sign in to.',
  explanation:
    'Local users have passwords and SSH keys of their own: Entra ID cannot manage or lock them. They need a hierarchical namespace.',
  link: 'https://learn.microsoft.com/azure/storage/blobs/secure-file-transfer-protocol-support',
  fix: `Set ${USERS} to false, and leave out sftp_enabled; in this library storage.StorageAccount has neither.`,
  evaluate(account) {
    const judgement = new Judgement();
    addFlag(judgement, account, { attribute: 'sftp_enabled', wanted: false, byDefault: false }, { id: 'Sftp' });
    const users = account.at(USERS);
    const hasNamespace = isOn(account.at(NAMESPACE), false);
    if (users.isAbsent && hasNamespace.isMaybe) {
      judgement.cannotTell(
        `${runtimeOnly(NAMESPACE, hasNamespace.because)}, and decides whether there can be local users`,
      );
    } else if (!users.isAbsent || hasNamespace.isYes) {
      addFlag(judgement, account, { attribute: USERS, wanted: false, byDefault: true }, { id: 'LocalUsers' });
    }
    return judgement.verdict('there can be no local users');
  },
};

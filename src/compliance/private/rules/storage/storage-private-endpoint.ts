import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

export const storagePrivateEndpoint: Rule = {
  id: 'STO6',
  name: 'StoragePrivateEndpoint',
  severity: Severity.WARNING,
  types: ['azurerm_storage_account'],
  controls: {
    benchmark: ['NS-2'],
    policies: ['6edd7eda-6dd8-40f7-810d-67160c639cd9'],
    checkov: ['CKV2_AZURE_33'],
  },
  differs: {
    CKV2_AZURE_33: 'Fails each account without a private endpoint, also one that you open in another way on purpose.',
  },
  summary: 'A storage account that is closed to the public network has a private endpoint.',
  explanation:
    'No caller reaches an account without a private endpoint that allows no range, subnet or trusted service.',
  link: 'https://learn.microsoft.com/azure/storage/common/storage-private-endpoints',
  fix: 'Add azurerm_private_endpoint with the subresource that is used, such as blob; in this library addPrivateEndpoint of storage.StorageAccount.',
  evaluate(account, { topology: { storage } }) {
    if (storage.endpoints.to(account.path).length > 0) {
      return RuleVerdict.compliant('a private endpoint connects to the account');
    }
    const isReached = storage.isReachedWithoutEndpoint(account);
    if (isReached.isYes) return RuleVerdict.notApplicable('callers reach the account without a private endpoint');
    const doubt = storage.endpoints.doubtOf(account.path);
    if (doubt !== undefined) return RuleVerdict.unknown(doubt);
    if (isReached.isMaybe) {
      return RuleVerdict.unknown(`whether the account is closed is not known: ${isReached.because}`);
    }
    return RuleVerdict.violated({ message: 'the account is closed, and no private endpoint connects to it' });
  },
};

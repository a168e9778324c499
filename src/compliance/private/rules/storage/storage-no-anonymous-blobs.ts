import { ModelResource } from '../../../../model/model-resource';
import { Severity } from '../../../severity';
import { judgeFlag, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const FLAG = 'allow_nested_items_to_be_public';
const ACCESS = 'container_access_type';
const CONTAINER = 'azurerm_storage_container';

export const storageNoAnonymousBlobs: Rule = {
  id: 'STO1',
  name: 'StorageNoAnonymousBlobs',
  severity: Severity.ERROR,
  types: ['azurerm_storage_account', CONTAINER],
  controls: {
    benchmark: ['NS-2'],
    policies: ['4fa4b6c0-31ca-4c0d-b10d-24b96f62a751'],
    psRule: ['AZR-000198', 'AZR-000199'],
    checkov: ['CKV_AZURE_190', 'CKV2_AZURE_47', 'CKV_AZURE_34'],
  },
  differs: Object.fromEntries(
    ['CKV_AZURE_190', 'CKV2_AZURE_47'].map((id) => [
      id,
      'Fails an account without the flag, which is unknown here: azurerm 4 then permits public containers, and azurerm 5 does not.',
    ]),
  ),
  summary: 'Reading blobs requires signing in.',
  explanation:
    'A public container shows its blobs, and with access type container also their names, to every caller who reaches the account. azurerm 4 permits public containers by default; azurerm 5 does not.',
  link: 'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent',
  fix: `Set ${FLAG} of azurerm_storage_account to false, and leave out ${ACCESS} of azurerm_storage_container; in this library storage.StorageAccount and addContainer do both.`,
  evaluate: (resource) => (resource.type === CONTAINER ? judgeContainer(resource) : judgeAccount(resource)),
};

function judgeAccount(account: ModelResource): RuleVerdict {
  return account.at(FLAG).isAbsent
    ? RuleVerdict.unknown(`${FLAG} is not set, which means true in azurerm 4 and false in azurerm 5`)
    : judgeFlag(account, { attribute: FLAG, wanted: false, byDefault: true });
}

function judgeContainer(container: ModelResource): RuleVerdict {
  const access = container.at(ACCESS);
  if (access.isUnknown) return RuleVerdict.unknown(runtimeOnly(ACCESS, access.decidedBy));
  return access.isAbsent || access.is('private')
    ? RuleVerdict.compliant(`${ACCESS} is private`)
    : RuleVerdict.violated({ message: `${ACCESS} is ${access.text}, which permits every caller to read blobs` });
}

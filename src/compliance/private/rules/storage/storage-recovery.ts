import { ModelResource } from '../../../../model/model-resource';
import { Severity } from '../../../severity';
import { addFlag, Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const BLOBS = 'blob_properties';
/** Kinds of accounts that have no blobs. */
const WITHOUT_BLOBS = ['FileStorage'];

export const storageRecovery: Rule = {
  id: 'STO8',
  name: 'StorageRecovery',
  severity: Severity.INFO,
  types: ['azurerm_storage_account'],
  controls: {
    benchmark: ['DP-8'],
    psRule: ['AZR-000197', 'AZR-000289'],
    checkov: ['CKV2_AZURE_38'],
  },
  differs: {
    CKV2_AZURE_38:
      'Fails accounts for files, which have no blobs, and does not require the retention of deleted containers.',
  },
  summary: 'Deleted blobs and containers can be recovered, and earlier versions of a Terraform state.',
  explanation:
    'A blob that is deleted or overwritten by mistake, or by an attacker, is lost at once. Each apply overwrites the Terraform state, so an account that stores a state also needs versions.',
  link: 'https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview',
  fix: `Set ${BLOBS}.delete_retention_policy, container_delete_retention_policy, and versioning_enabled for a state; in this library blobRetentionInDays, 7 by default, and blobVersioning.`,
  evaluate(account, { topology: { storage } }) {
    const kind = account.at('account_kind');
    if (kind.isUnknown) return RuleVerdict.unknown(runtimeOnly('account_kind', kind.decidedBy));
    if (WITHOUT_BLOBS.includes(kind.text)) return RuleVerdict.notApplicable(`${kind.text} accounts have no blobs`);
    const blocks = account.blocks(BLOBS);
    if (!blocks) return RuleVerdict.unknown(runtimeOnly(BLOBS));
    const judgement = new Judgement();
    judgePolicy(judgement, account, 'delete_retention_policy', 'Blobs');
    judgePolicy(judgement, account, 'container_delete_retention_policy', 'Containers');
    if (storage.holdsState(account)) {
      const flag = { attribute: `${BLOBS}.versioning_enabled`, wanted: true, byDefault: false };
      addFlag(judgement, account, flag, { id: 'Versions' });
    }
    return judgement.verdict('what is deleted can be recovered');
  },
};

/** azurerm turns soft delete off where its block is not given. */
function judgePolicy(judgement: Judgement, account: ModelResource, name: string, id: string): void {
  const [blobs] = account.blocks(BLOBS) ?? [];
  const policies = blobs ? blobs.blocks(name) : [];
  if (!policies) judgement.cannotTell(runtimeOnly(`${BLOBS}.${name}`));
  else if (policies.length === 0) judgement.violates({ id, message: `${BLOBS}.${name} is not set` });
}

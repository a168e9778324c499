import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ATTRIBUTE = 'min_tls_version';

export const storageMinTls12: Rule = {
  id: 'STO3',
  name: 'StorageMinTls12',
  severity: Severity.ERROR,
  types: ['azurerm_storage_account'],
  controls: {
    benchmark: ['DP-3'],
    policies: ['fe83a0eb-a853-422d-aac2-1bffd182c5d0'],
    psRule: ['AZR-000200'],
    checkov: ['CKV_AZURE_44'],
  },
  differs: { CKV_AZURE_44: 'Fails an account without the attribute; azurerm then sends TLS1_2.' },
  summary: 'A storage account accepts TLS 1.2 or newer only.',
  explanation: 'TLS 1.0 and 1.1 have known weaknesses.',
  link: 'https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version',
  fix: `Leave out ${ATTRIBUTE}, or set it to TLS1_2; in this library storage.StorageAccount always does.`,
  evaluate(account) {
    const version = account.at(ATTRIBUTE);
    if (version.isUnknown) return RuleVerdict.unknown(runtimeOnly(ATTRIBUTE, version.decidedBy));
    if (version.isAbsent) return RuleVerdict.compliant(`${ATTRIBUTE} is not set, which means TLS1_2`);
    return ['TLS1_0', 'TLS1_1'].includes(version.text)
      ? RuleVerdict.violated({ message: `${ATTRIBUTE} is ${version.text}` })
      : RuleVerdict.compliant(`${ATTRIBUTE} is ${version.text}`);
  },
};

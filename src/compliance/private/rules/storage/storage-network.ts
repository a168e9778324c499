import { ModelResource } from '../../../../model/model-resource';
import { NETWORK_RULES, StorageRules } from '../../../../topology/storage/accounts';
import { isOn } from '../../../../topology/values';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { onlyWhere, runtimeOnly, judgeRanges } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ACCESS = 'public_network_access_enabled';
const KEYS = 'shared_access_key_enabled';

export const storageNetwork: Rule = {
  id: 'STO5',
  name: 'StorageNetwork',
  severity: Severity.WARNING,
  types: ['azurerm_storage_account', NETWORK_RULES],
  controls: {
    benchmark: ['NS-2'],
    policies: ['34c877ad-507e-4c82-993e-3452a6e0ad3c'],
    psRule: ['AZR-000202'],
    checkov: ['CKV_AZURE_35'],
  },
  differs: {
    CKV_AZURE_35:
      'Passes an account whose ip_rules allow the internet, and fails one with default_action Allow whose public access is off.',
  },
  summary:
    'A storage account does not accept callers from the whole internet, in the isolated profile from none of it.',
  explanation:
    'A stolen key or token opens a public account from any network. An account that accepts no keys is advice with public clients, and a warning in the isolated profile; one that accepts keys is a warning, and there an error.',
  link: 'https://learn.microsoft.com/azure/storage/common/storage-network-security',
  fix: `Set ${ACCESS} to false, or default_action of network_rules or of azurerm_storage_account_network_rules to Deny, with ip_rules for the ranges that call; in this library publicNetworkAccess of storage.StorageAccount is false by default, and privateStorage closes the account of SecureServerlessSignalR.`,
  evaluate(account, { topology }, profile) {
    if (account.type === NETWORK_RULES) {
      const others = topology.storage.rulesOfOther(account);
      return others
        ? judgeRules(others, { profile, severity: Severity.WARNING })
        : RuleVerdict.notApplicable('it is judged with its account');
    }
    const isPublic = isOn(account.at(ACCESS), true);
    if (isPublic.isNo) return RuleVerdict.compliant(`${ACCESS} is false`);
    const rules = topology.storage.rulesOf(account);
    if (rules.doubt !== undefined) return RuleVerdict.unknown(rules.doubt);
    const verdict = judgeRules(rules, {
      profile,
      severity: severityOf(account, profile),
      unless: `${ACCESS} is not false, and `,
    });
    const keys = isOn(account.at(KEYS), true);
    const known = onlyWhere(
      keys,
      `${runtimeOnly(KEYS, keys.because)}, and decides how severe it is: ${verdict.reason}`,
      verdict,
    );
    return onlyWhere(isPublic, runtimeOnly(ACCESS, isPublic.because), known);
  },
};

/** By what rules are judged. */
interface Standard {
  readonly profile: SecurityProfile;
  readonly severity: Severity;
  /** Other way to close the account, where it is known. */
  readonly unless?: string;
}

function judgeRules(rules: StorageRules, { profile, severity, unless = '' }: Standard): RuleVerdict {
  const [action, ranges] = [rules.at('default_action'), rules.at('ip_rules')];
  const [actionName, rangesName] = [rules.nameOf('default_action'), rules.nameOf('ip_rules')];
  if (action.isUnknown) return RuleVerdict.unknown(runtimeOnly(actionName, action.decidedBy));
  if (!action.is('Deny')) {
    return RuleVerdict.violated({ message: `${unless}${actionName} is not Deny`, severity });
  }
  const otherwise = `${actionName} is Deny, and ${rangesName} does not open it to the internet`;
  return judgeRanges({ ranges, name: rangesName, otherwise, severity }, profile);
}

/** Without keys, every caller that comes in still needs a role. */
function severityOf(account: ModelResource, profile: SecurityProfile): Severity {
  const takesKeys = !isOn(account.at(KEYS), true).isNo;
  if (profile === SecurityProfile.ISOLATED) return takesKeys ? Severity.ERROR : Severity.WARNING;
  return takesKeys ? Severity.WARNING : Severity.INFO;
}

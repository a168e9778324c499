import { isOn, Value } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { onlyWhere, runtimeOnly, judgeRanges } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ACCESS = 'public_network_access_enabled';
const ACTION = 'network_acls.default_action';
const RANGES = 'network_acls.ip_rules';

export const keyVaultNetwork: Rule = {
  id: 'KV3',
  name: 'KeyVaultNetwork',
  severity: Severity.ERROR,
  types: ['azurerm_key_vault'],
  controls: {
    benchmark: ['NS-2', 'DP-8'],
    policies: ['55615ac9-af46-4a59-874e-391cc3dfb490'],
    psRule: ['AZR-000355'],
    checkov: ['CKV_AZURE_109'],
  },
  differs: {
    'AZR-000355':
      'Reads the default action alone; this rule also passes a vault without public access, and finds ip_rules that contain the internet.',
    CKV_AZURE_109:
      'Fails a vault that is closed by public_network_access_enabled alone, and passes any ip_rules; this rule reads both.',
  },
  summary: 'A vault does not accept callers from the whole internet, in the isolated profile from none of it.',
  explanation: 'A stolen token opens a public vault from any network.',
  link: 'https://learn.microsoft.com/azure/key-vault/general/network-security',
  fix: `Set ${ACCESS} to false, or ${ACTION} to Deny, with ip_rules for the ranges that call, and without ip_rules in the isolated profile; in this library vault.KeyVault does both by default.`,
  evaluate(vault, _, profile) {
    const isPublic = isOn(vault.at(ACCESS), true);
    if (isPublic.isNo) return RuleVerdict.compliant(`${ACCESS} is false`);
    const action = vault.at(ACTION);
    const otherwise = `${ACTION} is Deny, and ${RANGES} does not open it to the internet`;
    const verdict = action.is('Deny')
      ? judgeRanges({ ranges: vault.at(RANGES), name: RANGES, otherwise }, profile)
      : judgeAction(action);
    return onlyWhere(isPublic, runtimeOnly(ACCESS), verdict);
  },
};

function judgeAction(action: Value): RuleVerdict {
  return action.isUnknown
    ? RuleVerdict.unknown(runtimeOnly(ACTION))
    : RuleVerdict.violated({ message: `${ACCESS} is not false, and ${ACTION} is not Deny` });
}

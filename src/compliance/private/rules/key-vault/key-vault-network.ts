import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ACCESS = 'public_network_access_enabled';
const ACTION = 'network_acls.default_action';

export const keyVaultNetwork: Rule = {
  id: 'KV3',
  name: 'KeyVaultNetwork',
  severity: Severity.ERROR,
  types: ['azurerm_key_vault'],
  controls: {
    benchmark: ['NS-2', 'DP-8'],
    policies: ['405c5871-3e91-4644-8a63-58e19d68ff5b', '55615ac9-af46-4a59-874e-391cc3dfb490'],
    psRule: ['AZR-000355'],
    checkov: ['CKV_AZURE_109', 'CKV_AZURE_189'],
  },
  summary: 'A vault does not answer to the whole internet.',
  explanation: 'A stolen token opens a public vault from anywhere.',
  link: 'https://learn.microsoft.com/azure/key-vault/general/network-security',
  fix: `Set ${ACCESS} to false, or ${ACTION} to Deny; in this library vault.KeyVault does both by default.`,
  evaluate(vault) {
    const isPublic = isOn(vault.at(ACCESS), true);
    if (isPublic.isNo) return RuleVerdict.compliant(`${ACCESS} is false`);
    const action = vault.at(ACTION);
    if (action.is('Deny')) return RuleVerdict.compliant(`${ACTION} is Deny`);
    if (action.isUnknown) return RuleVerdict.unknown(runtimeOnly(ACTION));
    if (isPublic.isMaybe) return RuleVerdict.unknown(runtimeOnly(ACCESS));
    return RuleVerdict.violated({ message: `${ACCESS} is not false, and ${ACTION} is not Deny` });
  },
};

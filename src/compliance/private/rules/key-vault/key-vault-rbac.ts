import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule } from '../../rule';

const FLAG = 'rbac_authorization_enabled';

/** Its former name, which azurerm 4 still takes. */
const FORMER_FLAG = 'enable_rbac_authorization';

export const keyVaultRbac: Rule = {
  id: 'KV2',
  name: 'KeyVaultRbac',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault'],
  controls: {
    benchmark: ['PA-7', 'IM-1'],
    policies: ['12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5'],
    psRule: ['AZR-000388'],
  },
  summary: 'Azure roles, not access policies, permit access to a vault.',
  explanation:
    'A person who may change a vault can write an access policy for themselves; other people assign roles, if necessary for one secret.',
  link: 'https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy',
  fix: `Set ${FLAG} to true; in this library vault.KeyVault always does.`,
  evaluate(vault) {
    const attribute = vault.at(FLAG).isAbsent && !vault.at(FORMER_FLAG).isAbsent ? FORMER_FLAG : FLAG;
    return judgeFlag(vault, { attribute, wanted: true, byDefault: false });
  },
};

import { certificateRenewal } from './certificate-renewal';
import { certificateStrength } from './certificate-strength';
import { keyVaultLogs } from './key-vault-logs';
import { keyVaultNetwork } from './key-vault-network';
import { keyVaultPrivateEndpoint } from './key-vault-private-endpoint';
import { keyVaultRbac } from './key-vault-rbac';
import { purgeProtection } from './purge-protection';
import { secretHygiene } from './secret-hygiene';
import { serviceReadsVault } from './service-reads-vault';
import { Rule } from '../../rule';

/** Rules on vaults and secrets, in the order of their ids. */
export const KEY_VAULT_RULES: readonly Rule[] = [
  purgeProtection,
  keyVaultRbac,
  keyVaultNetwork,
  keyVaultPrivateEndpoint,
  secretHygiene,
  keyVaultLogs,
  serviceReadsVault,
  certificateRenewal,
  certificateStrength,
];

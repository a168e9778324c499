import { APP_SERVICE_RULES } from './app-service';
import { DNS_RULES } from './dns';
import { GOVERNANCE_RULES } from './governance';
import { IDENTITY_RULES } from './identity';
import { KEY_VAULT_RULES } from './key-vault';
import { LOGGING_RULES } from './logging';
import { NETWORK_RULES } from './network';
import { NETWORK_ACCESS_RULES } from './network-access';
import { OUTPUT_RULES } from './outputs';
import { PRIVATE_ENDPOINT_RULES } from './private-endpoint';
import { REGISTRY_RULES } from './registry';
import { RELIABILITY_RULES } from './reliability';
import { SHARED_PRIVATE_LINK_RULES } from './shared-private-link';
import { SIGNALR_RULES } from './signalr';
import { STORAGE_RULES } from './storage';
import { Rule } from '../rule';

/** All rules, in the order in which reports list them. */
export const CATALOGUE: readonly Rule[] = [
  ...SIGNALR_RULES,
  ...NETWORK_ACCESS_RULES,
  ...PRIVATE_ENDPOINT_RULES,
  ...DNS_RULES,
  ...NETWORK_RULES,
  ...APP_SERVICE_RULES,
  ...IDENTITY_RULES,
  ...KEY_VAULT_RULES,
  ...STORAGE_RULES,
  ...REGISTRY_RULES,
  ...LOGGING_RULES,
  ...SHARED_PRIVATE_LINK_RULES,
  ...OUTPUT_RULES,
  ...GOVERNANCE_RULES,
  ...RELIABILITY_RULES,
];

import { storageHttpsOnly } from './storage-https-only';
import { storageMinTls12 } from './storage-min-tls12';
import { storageNetwork } from './storage-network';
import { storageNoAnonymousBlobs } from './storage-no-anonymous-blobs';
import { storageNoLocalUsers } from './storage-no-local-users';
import { storageNoSharedKeys } from './storage-no-shared-keys';
import { storagePrivateEndpoint } from './storage-private-endpoint';
import { storageReachedByApps } from './storage-reached-by-apps';
import { storageRecovery } from './storage-recovery';
import { Rule } from '../../rule';

/** Rules on storage accounts, in the order of their ids. */
export const STORAGE_RULES: readonly Rule[] = [
  storageNoAnonymousBlobs,
  storageHttpsOnly,
  storageMinTls12,
  storageNoSharedKeys,
  storageNetwork,
  storagePrivateEndpoint,
  storageNoLocalUsers,
  storageRecovery,
  storageReachedByApps,
];

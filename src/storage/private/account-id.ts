import { ArmIdForm } from '../../core/internal/arm-id';

/** Form of the ids of storage accounts. */
export const ACCOUNT_ID = new ArmIdForm('Microsoft.Storage/storageAccounts', 'storage/account-id', 'a storage account');

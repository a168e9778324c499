import type { CodeRows } from './row';

/** Codes under the heading "Locks". */
export const LOCKS = {
  'lock/name': ['Azure rejects the name', 'use 1 to 90 letters, digits, or `- _ . ( )`'],
  'lock/notes': ['the notes are empty or too long', 'use 1 to 512 characters'],
  'lock/read-only': [
    'a ReadOnly lock keeps azurerm from refreshing the service, so plans fail',
    'use `LockLevel.CAN_NOT_DELETE`',
    'warning',
  ],
  'lock/scope': ['Azure does not lock management groups', 'lock the subscriptions below it'],
} satisfies CodeRows;

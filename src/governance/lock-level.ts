/**
 * Changes that a lock prevents.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 */
export enum LockLevel {
  /** Deletion. */
  CAN_NOT_DELETE = 'CanNotDelete',

  /** Deletion and changes, and requests that read but are sent as POST, such as those for keys. */
  READ_ONLY = 'ReadOnly',
}

/**
 * How often and where Azure keeps the data of a storage account. Not every region has every kind.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-redundancy
 */
export enum StorageReplication {
  /** Three times in one datacenter. */
  LRS = 'LRS',

  /** In three availability zones of the region. */
  ZRS = 'ZRS',

  /** As `LRS`, and in a second region. */
  GRS = 'GRS',

  /** As `GRS`; the second region can be read at any time. */
  RAGRS = 'RAGRS',

  /** As `ZRS`, and in a second region. */
  GZRS = 'GZRS',

  /** As `GZRS`; the second region can be read at any time. */
  RAGZRS = 'RAGZRS',
}

/**
 * Number and place of the copies that Azure keeps of a storage account's data. Not every region has every kind.
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

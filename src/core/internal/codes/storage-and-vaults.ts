import type { CodeRows } from './row';

/** Codes under the heading "Storage and vaults". */
export const STORAGE_AND_VAULTS = {
  'storage/account-id': ['the id is not that of a storage account', 'give the full resource ID'],
  'storage/blob-endpoint': [
    'the address is not that of the blobs of an account',
    'use the form of `https://NAME.blob.core.windows.net/`, with the final slash',
  ],
  'storage/container-name': ['Azure rejects the name', 'use 3 to 63 lower-case letters, digits or single inner dashes'],
  'storage/container-url': [
    'the address is not that of a container',
    'use the form of `https://NAME.blob.core.windows.net/CONTAINER`',
  ],
  'storage/duplicate-container': ['the account has a container of that name already', 'use another name', 'synth'],
  'storage/name': ['Azure rejects the name', 'use 3 to 24 lower-case letters or digits'],
  'storage/name-conflict': ['two accounts have one name, which is unique in all of Azure', 'use another name', 'synth'],
  'storage/retention': ['the days are out of range', 'use 1 to 365'],
  'vault/certificate-id': [
    'the address is not that of a certificate, or is one of another vault',
    'use the form of `https://VAULT/certificates/NAME`',
  ],
  'vault/certificate-name': ['Key Vault rejects the name', 'use 1 to 127 letters, digits or dashes'],
  'vault/certificate-version': ['the version is invalid', 'use 32 hexadecimal digits, or leave it out for the newest'],
  'vault/id': ['the id is not that of a Key Vault', 'give the full resource ID'],
  'vault/name': ['Azure rejects the name', 'use 3 to 24 letters, digits or inner dashes, beginning with a letter'],
  'vault/name-conflict': ['two vaults have one name, which is unique in all of Azure', 'use another name', 'synth'],
  'vault/retention': ['the days are out of range', 'use 7 to 90'],
  'vault/secret-name': ['Key Vault rejects the name', 'use 1 to 127 letters, digits or dashes'],
  'vault/secret-version': ['the version is invalid', 'use 32 hexadecimal digits, or leave it out for the newest'],
  'vault/tenant': ['the id is not a tenant id', 'use its GUID'],
  'vault/uri': ['the address is not that of a vault', 'use the form of `https://NAME.vault.azure.net/`'],
} satisfies CodeRows;

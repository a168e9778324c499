import type { CodeRows } from './row';

/** Codes under the heading "Storage and vaults". */
export const STORAGE_AND_VAULTS = {
  'storage/account-id': ['not the id of a storage account', 'give the whole Azure id'],
  'storage/blob-endpoint': [
    'not the address of the blobs of an account',
    '`https://NAME.blob.core.windows.net/`, with the final slash',
  ],
  'storage/container-name': ['Azure rejects the name', '3 to 63 lower-case letters, digits or single inner dashes'],
  'storage/container-url': ['not the address of a container', '`https://NAME.blob.core.windows.net/CONTAINER`'],
  'storage/duplicate-container': ['the account has such a container', 'another name', 'synth'],
  'storage/name': ['Azure rejects the name', '3 to 24 lower-case letters or digits'],
  'storage/name-conflict': ['two accounts get one name, which is unique in all of Azure', 'another name', 'synth'],
  'storage/retention': ['days out of range', '1 to 365'],
  'vault/certificate-id': [
    'not the address of a certificate, or one of another vault',
    '`https://VAULT/certificates/NAME`',
  ],
  'vault/certificate-name': ['Key Vault rejects the name', '1 to 127 letters, digits or dashes'],
  'vault/certificate-version': ['not a version', '32 hexadecimal digits, or none for the newest'],
  'vault/id': ['not the id of a Key Vault', 'give the whole Azure id'],
  'vault/name': ['Azure rejects the name', '3 to 24 letters, digits or inner dashes, beginning with a letter'],
  'vault/name-conflict': ['two vaults get one name, which is unique in all of Azure', 'another name', 'synth'],
  'vault/retention': ['days out of range', '7 to 90'],
  'vault/secret-name': ['Key Vault rejects the name', '1 to 127 letters, digits or dashes'],
  'vault/secret-version': ['not a version', '32 hexadecimal digits, or none for the newest'],
  'vault/tenant': ['not a tenant id', 'its GUID'],
  'vault/uri': ['not the address of a vault', '`https://NAME.vault.azure.net/`'],
} satisfies CodeRows;

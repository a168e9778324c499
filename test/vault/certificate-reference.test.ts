import { TerraformVariable } from 'cdktf';
import { CertificateReference, KeyVault } from '../../src/vault';
import { newStack } from '../support/synth';

const VERSION = '0123456789abcdef0123456789abcdef';
const ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-test';

function newVault(vaultUri = 'https://kv-test.vault.azure.net/', stack = newStack()) {
  return KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: ID, vaultUri });
}

describe('CertificateReference', () => {
  test('follows renewals, because its address names no version', () => {
    for (const uri of ['https://kv-test.vault.azure.net/', 'https://kv-test.vault.azure.net']) {
      const certificate = CertificateReference.of(newVault(uri), 'chat');
      expect(certificate.certificateUri).toBe('https://kv-test.vault.azure.net/certificates/chat');
      expect(certificate._problems()).toEqual([]);
    }
  });

  test('stays at one version when it is given', () => {
    const certificate = CertificateReference.of(newVault(), 'chat', VERSION);
    expect(certificate.certificateUri).toBe(`https://kv-test.vault.azure.net/certificates/chat/${VERSION}`);
    expect(certificate._problems()).toEqual([]);
  });

  test('knows names and versions that Key Vault does not take', () => {
    expect(CertificateReference.of(newVault(), 'chat.example.com', '1')._problems()).toEqual([
      {
        code: 'vault/certificate-name',
        message: '"chat.example.com" is not a certificate name; use 1 to 127 letters, digits or dashes',
      },
      {
        code: 'vault/certificate-version',
        message:
          '"1" is not the version of a certificate; use its 32 hexadecimal digits, or leave it out for the newest',
      },
    ]);
  });

  test.each([
    'https://kv-test.vault.azure.net/certificates/chat',
    `https://KV-test.vault.azure.net/certificates/chat/${VERSION}`,
  ])('takes the address %s', (uri) => {
    const certificate = CertificateReference.fromCertificateUri(newVault(), uri);
    expect(certificate.certificateUri).toBe(uri);
    expect(certificate._problems()).toEqual([]);
  });

  test.each([
    'https://kv-test.vault.azure.net/secrets/chat',
    'https://kv-test.vault.azure.net/certificates/chat/',
    'https://kv-test.vault.azure.net/certificates/chat/latest',
    'http://kv-test.vault.azure.net/certificates/chat',
    `${ID}/certificates/chat`,
  ])('refuses %s, which is not the address of a certificate', (uri) => {
    expect(CertificateReference.fromCertificateUri(newVault(), uri)._problems()).toEqual([
      {
        code: 'vault/certificate-id',
        message: `"${uri}" is not the address of a certificate; use https://VAULT/certificates/NAME, and neither the address of a secret nor an Azure resource id`,
      },
    ]);
  });

  test('refuses an address in another vault than the one whose roles are granted', () => {
    const uri = 'https://kv-other.vault.azure.net/certificates/chat';
    expect(CertificateReference.fromCertificateUri(newVault(), uri)._problems()).toEqual([
      {
        code: 'vault/certificate-id',
        message:
          '"https://kv-other.vault.azure.net/certificates/chat" is in another vault than https://kv-test.vault.azure.net/, in which roles are assigned; give the vault that holds the certificate',
      },
    ]);
  });

  test('does not judge addresses that only Terraform knows', () => {
    const stack = newStack();
    const unknown = new TerraformVariable(stack, 'uri', {}).stringValue;
    const uri = 'https://kv-other.vault.azure.net/certificates/chat';
    expect(CertificateReference.fromCertificateUri(newVault(undefined, stack), unknown)._problems()).toEqual([]);
    expect(CertificateReference.fromCertificateUri(newVault(unknown), uri)._problems()).toEqual([]);
    expect(CertificateReference.of(newVault(), unknown, unknown)._problems()).toEqual([]);
  });
});

import { Principal, PrincipalType } from '../../src/identity';
import { KeyVault, SecretReference } from '../../src/vault';
import { newStack, only, resources } from '../support/synth';

const ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-test';

function setUp(vaultUri = 'https://kv-test.vault.azure.net/') {
  const stack = newStack();
  return { stack, vault: KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: ID, vaultUri }) };
}

describe('SecretReference', () => {
  test('names the newest version, with or without a slash after the address of the vault', () => {
    for (const uri of ['https://kv-test.vault.azure.net/', 'https://kv-test.vault.azure.net']) {
      const secret = SecretReference.of(setUp(uri).vault, 'code');
      expect(secret.secretUri).toBe('https://kv-test.vault.azure.net/secrets/code');
    }
  });

  test('names one version', () => {
    const version = '0123456789abcdef0123456789ABCDEF';
    const secret = SecretReference.of(setUp().vault, 'code', version);
    expect(secret.secretUri).toBe(`https://kv-test.vault.azure.net/secrets/code/${version}`);
    expect(secret._problems()).toEqual([]);
  });

  test('knows names and versions that Key Vault does not take', () => {
    expect(SecretReference.of(setUp().vault, 'a_b', '7')._problems()).toEqual([
      { code: 'vault/secret-name', message: '"a_b" is not a secret name; use 1 to 127 letters, digits or dashes' },
      {
        code: 'vault/secret-version',
        message: '"7" is not the version of a secret; use its 32 hexadecimal digits, or leave it out for the newest',
      },
    ]);
  });
});

describe('KeyVault.grantSecretsUser', () => {
  test('assigns the role once, on the vault', () => {
    const { stack, vault } = setUp();
    const principalId = '11111111-2222-3333-4444-555555555555';
    const attributes = { principalId, principalType: PrincipalType.GROUP };
    const group = Principal.fromPrincipalAttributes(stack, 'Group', attributes);
    expect(vault.grantSecretsUser(group)).toBe(vault.grantSecretsUser(group));
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(1);
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: ID,
      principal_id: principalId,
      principal_type: 'Group',
      role_definition_id: expect.stringContaining('4633458b-17de-408a-b874-0445c86b69e6'),
    });
  });
});

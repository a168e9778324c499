import { TerraformOutput, TerraformVariable } from 'cdktf';
import { StorageAccount, StorageContainer, StorageService } from '../../src/storage';
import { newHub, providers } from '../support/hub';
import { armId } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, problemsOf, readable, synth } from '../support/synth';

const STORAGE_ID = armId('Microsoft.Storage/storageAccounts', 'stold');

function newAccount() {
  const { stack, resourceGroup } = newGroup();
  return { stack, resourceGroup, account: new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup }) };
}

describe('StorageContainer', () => {
  test('is private, and defined by the id of its account', () => {
    const { stack, account } = newAccount();
    const container = account.addContainer('Code', 'app-code');
    new TerraformOutput(stack, 'url', { value: container.containerUrl });
    expect(only(stack, 'azurerm_storage_container')).toEqual({
      name: 'app-code',
      storage_account_id: '${azurerm_storage_account.Storage.id}',
      container_access_type: 'private',
    });
    expect(readable(stack).output!.url.value).toBe(
      'https://${azurerm_storage_account.Storage.name}.blob.core.windows.net/${azurerm_storage_container.Storage_Code.name}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lives in the subscription of its account, whose lock covers it', () => {
    const { stack, resourceGroup } = newGroup();
    const provider = newHub(stack);
    const account = new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup, lock: true, provider });
    account.addContainer('Code', 'code');
    expect(providers(stack)).toMatchObject({ 'azurerm_storage_container.Storage_Code': 'azurerm.hub' });
    expect(only(stack, 'azurerm_management_lock').depends_on).toEqual(['azurerm_storage_container.Storage_Code']);
  });

  test('is added to an existing account', () => {
    const { stack } = newGroup();
    StorageAccount.fromStorageAccountAttributes(stack, 'Storage', {
      storageAccountId: STORAGE_ID,
      storageAccountName: 'stold',
    }).addContainer('Code', 'code');
    expect(only(stack, 'azurerm_storage_container')).toMatchObject({ storage_account_id: STORAGE_ID });
  });

  test('may exist already', () => {
    const { stack } = newGroup();
    const containerUrl = 'https://stold.blob.core.windows.net/code';
    const container = StorageContainer.fromStorageContainerAttributes(stack, 'Code', { containerUrl });
    expect(container.containerUrl).toBe(containerUrl);
  });

  test.each(['ab', 'a--b', '-ab', 'ab-', 'Abc', 'a_b', 'a'.repeat(64)])('fails for the name %s', (name) => {
    expect(messageOf(() => newAccount().account.addContainer('Code', name))).toBe(
      `Prod/Storage/Code: [storage/container-name] "${name}" is not a container name; use 3 to 63 lower-case letters, digits or single inner dashes`,
    );
  });

  test.each(['abc', 'a-b-1', 'a'.repeat(63)])('takes the name %s', (name) => {
    expect(() => newAccount().account.addContainer('Code', name)).not.toThrow();
  });

  test('does not judge a name that is only known when Terraform runs', () => {
    const { stack, account } = newAccount();
    account.addContainer('Code', new TerraformVariable(stack, 'name', { type: 'string' }).stringValue);
    expect(only(stack, 'azurerm_storage_container').name).toBe('${var.name}');
  });

  test('fails when the account has a container of that name, but another account may', () => {
    const { stack, resourceGroup, account } = newAccount();
    account.addContainer('Code', 'code');
    new StorageAccount(stack, 'Other', { name: 'stother', resourceGroup }).addContainer('Code', 'code');
    account.addContainer('Twin', 'code');
    expect(problemsOf(stack)).toEqual([
      '[storage/duplicate-container] Prod/Storage/Code/Resource and Prod/Storage/Twin/Resource are containers named "code" of one storage account; give one of them another name',
    ]);
  });
});

describe('StorageAccount.awaitedBy', () => {
  test('makes a resource wait for private endpoints before and after, and for nothing else', () => {
    const { stack, resourceGroup, endpointSubnet: subnet } = newNetwork();
    const account = new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup });
    const user = new StorageAccount(stack, 'User', { name: 'stuser', resourceGroup });
    account.addPrivateEndpoint('Blob', StorageService.BLOB, { name: 'pep-blob', resourceGroup, subnet });
    account.addContainer('Code', 'code');
    account.awaitedBy(user.resource);
    account.addPrivateEndpoint('Queue', StorageService.QUEUE, { name: 'pep-queue', resourceGroup, subnet });
    expect(readable(stack).resource!.azurerm_storage_account.User.depends_on).toEqual([
      'azurerm_private_endpoint.Storage_Blob',
      'azurerm_private_endpoint.Storage_Queue',
    ]);
  });
});

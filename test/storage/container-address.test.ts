import { StorageContainer } from '../../src/storage';
import { messageOf, newStack } from '../support/synth';

describe('a container', () => {
  test.each([
    ['https://stold.blob.core.windows.net/$web', true],
    ['https://stold.z1.blob.storage.azure.net/code', true],
    ['https://stold.blob.core.windows.net/', false],
    ['https://stold.blob.core.windows.net/co', false],
    ['https://stold.blob.core.windows.net/Code', false],
    ['https://stold.blob.core.windows.net/code/app.zip', false],
    ['https://stold.blob.core.windows.net/code?sig=x', false],
    ['http://stold.blob.core.windows.net/code', false],
    ['https://stold/code', false],
  ])('has the address %s: %s', (containerUrl, isOne) => {
    const refer = () => StorageContainer.fromStorageContainerAttributes(newStack(), 'Old', { containerUrl });
    if (isOne) expect(refer).not.toThrow();
    else expect(refer).toThrow('[storage/container-url]');
  });

  test('needs the id of its account and the address of its blobs', () => {
    const props = { name: 'code', storageAccountId: 'stold', blobEndpoint: 'https://stold.blob.core.windows.net' };
    expect(messageOf(() => new StorageContainer(newStack(), 'Code', props))).toBe(
      [
        `Prod/Code: [storage/account-id] "stold" is not the id of a storage account; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Storage/storageAccounts/NAME`,
        'Prod/Code: [storage/blob-endpoint] "https://stold.blob.core.windows.net" is not the address of blobs; use one such as https://NAME.blob.core.windows.net/, with the final slash',
      ].join('\n'),
    );
  });
});

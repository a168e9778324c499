import { appStorageByIdentity } from '../../../../src/compliance/private/rules/app-service/app-storage-by-identity';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const LINUX = 'azurerm_linux_function_app';
const SLOT = 'azurerm_windows_function_app_slot';
const FLEX = 'azurerm_function_app_flex_consumption';
const TEXT = 'DefaultEndpointsProtocol=https;AccountName=st;AccountKey=a2V5;EndpointSuffix=core.windows.net';
const KEY = '${azurerm_storage_account.Storage.primary_access_key}';
const BY_TYPE = 'storage_authentication_type';
const VAULT = '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/s)';

const given = (title: string, type: string, attributes: object, ...expected: string[]): Case => [
  `${type}: ${title}`,
  (s) => [add(s, 'azurerm_storage_account', 'Storage', { name: 'st' }), add(s, type, 'App', attributes)],
  expected.map((line) => `App: ${line}`),
];
const error = (name: string) => `error [Key::${name}] ${name} opens the storage account with a key`;
const inVault = (name: string) =>
  `warning [Key::${name}] ${name} opens the storage account with a key from a Key Vault`;
const settings = (app_settings: unknown) => ({ storage_uses_managed_identity: true, app_settings });
const runtime = (name: string) => `unknown, ${name} is var.x, which is only known when Terraform runs`;

checkRule(appStorageByIdentity, [
  ['a web app', (s) => add(s, 'azurerm_linux_web_app', 'App'), []],
  given('an identity', LINUX, { storage_account_name: 'st', storage_uses_managed_identity: true }, 'compliant'),
  ...[LINUX, SLOT, 'azurerm_function_app', 'azurerm_function_app_slot', 'azurerm_logic_app_standard'].flatMap(
    (type) => [
      given('a key', type, { storage_account_access_key: 'a2V5' }, error('storage_account_access_key')),
      given('a key by reference', type, { storage_account_access_key: KEY }, error('storage_account_access_key')),
      given('a variable', type, { storage_account_access_key: '${var.x}' }, runtime('storage_account_access_key')),
    ],
  ),
  given('a secret', SLOT, { storage_key_vault_secret_id: 'https://kv' }, inVault('storage_key_vault_secret_id')),
  given('an identity of its own', FLEX, { [BY_TYPE]: 'SystemAssignedIdentity' }, 'compliant'),
  given('a type with a key', FLEX, { [BY_TYPE]: 'StorageAccountConnectionString' }, error(BY_TYPE)),
  given(
    'a key',
    FLEX,
    { [BY_TYPE]: 'StorageAccountConnectionString', storage_access_key: KEY },
    error('storage_access_key'),
  ),
  given('a variable', FLEX, { [BY_TYPE]: '${var.x}' }, runtime(BY_TYPE)),
  given('a setting with a key', LINUX, settings({ azurewebjobsstorage: TEXT }), error('azurewebjobsstorage')),
  given(
    'a setting with a reference',
    LINUX,
    settings({ AzureWebJobsStorage: `AccountKey=${KEY}` }),
    error('AzureWebJobsStorage'),
  ),
  given(
    'a content share',
    LINUX,
    settings({
      WEBSITE_CONTENTAZUREFILECONNECTIONSTRING: '${azurerm_storage_account.Storage.primary_connection_string}',
    }),
    error('WEBSITE_CONTENTAZUREFILECONNECTIONSTRING'),
  ),
  given('a setting in a vault', LINUX, settings({ AzureWebJobsStorage: VAULT }), inVault('AzureWebJobsStorage')),
  given('settings of an identity', LINUX, settings({ AzureWebJobsStorage__accountName: 'st' }), 'compliant'),
  given('an empty setting', LINUX, settings({ AzureWebJobsStorage: '' }), 'compliant'),
  given('a variable as setting', LINUX, settings({ AzureWebJobsStorage: '${var.x}' }), runtime('AzureWebJobsStorage')),
  given('settings that only Terraform knows', LINUX, settings('${var.x}'), runtime('app_settings')),
]);

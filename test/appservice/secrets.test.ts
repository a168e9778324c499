import { LinuxWebApp as LinuxWebAppResource } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { RedisCache } from '@cdktf/provider-azurerm/lib/redis-cache';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { Fn, TerraformLocal, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { ExistingApp, PlanSku } from '../../src/appservice';
import { ResourceGroup } from '../../src/core';
import { KeyVault, SecretReference } from '../../src/vault';
import { setUpLinuxFunctions } from '../support/function-app';
import { armId, KEY_VAULT_ID } from '../support/ids';
import { messageOf, newStack, synth, warnings } from '../support/synth';
import { newIdentity, setUpLinux } from '../support/web-app';

const ADVICE =
  "sign in with the app's identity, refer to a Key Vault secret with secretSettings, or say in notSecret why it is no secret";
const refused = (what: string, path: string = 'Prod/App') => `${path}: [appservice/secret-setting] ${what}; ${ADVICE}`;
const atSynth = (what: string, path: string = 'Prod/App') => `[${path}] [appservice/secret-setting] ${what}; ${ADVICE}`;
const TOKEN = `ghp_${'a1'.repeat(18)}`;
const KEY = 'azurerm_storage_account.primary_access_key';

function storageIn(stack: TerraformStack): StorageAccount {
  return new StorageAccount(stack, 'Raw', {
    name: 'straw',
    resourceGroupName: 'rg',
    location: 'centralus',
    accountTier: 'Standard',
    accountReplicationType: 'LRS',
  });
}

describe('a setting with a secret in plain text', () => {
  test('is refused by its form or its name, which shows nothing of it', () => {
    expect(messageOf(() => setUpLinux().define({ appSettings: { A: TOKEN, DB_PASSWORD: 'hunter2', B: 'ok' } }))).toBe(
      [
        refused('the value of app setting A looks like a token of GitHub'),
        refused('app setting DB_PASSWORD is named like a secret, and its value is plain text'),
      ].join('\n'),
    );
  });

  test('is refused in function apps, slots, existing apps, and afterwards', () => {
    expect(messageOf(() => setUpLinuxFunctions().define({ appSettings: { ApiKey: 'abc' } }))).toContain(
      'app setting ApiKey is named like a secret',
    );
    const app = setUpLinux(PlanSku.P0V3).define();
    expect(messageOf(() => app.addSlot('Green', { name: 'green', appSettings: { A: TOKEN } }))).toBe(
      refused('the value of app setting A looks like a token of GitHub', 'Prod/App/Green'),
    );
    expect(messageOf(() => app.addAppSetting('AZURE_CLIENT_SECRET', 'abc'))).toContain(
      'app setting AZURE_CLIENT_SECRET is named like a secret',
    );
    const existing = existingIn(newStack());
    expect(messageOf(() => existing.addAppSetting('npm-token', 'abc'))).toBe(
      refused('app setting npm-token is named like a secret, and its value is plain text', 'Prod/Existing'),
    );
  });

  test.each<[string, (app: LinuxWebAppResource) => void, string]>([
    [
      'a setting',
      (app) => app.addOverride('app_settings.A', TOKEN),
      'the value of app setting A looks like a token of GitHub',
    ],
    [
      'a setting by its name',
      (app) => app.addOverride('app_settings.DB_PASSWORD', 'hunter2'),
      'app setting DB_PASSWORD is named like a secret, and its value is plain text',
    ],
    [
      'a connection string',
      (app) =>
        app.putConnectionString([{ name: 'Db', type: 'SQLAzure', value: 'Server=a;User ID=sa;Password=hunter2' }]),
      'the value of connection string Db looks like a connection string with a password',
    ],
    [
      'the password of a registry',
      (app) => app.addOverride('site_config.application_stack.docker_registry_password', 'hunter2'),
      'site_config.application_stack.docker_registry_password is given as plain text',
    ],
    [
      'the client secret of a sign-in',
      (app) => app.addOverride('auth_settings', [{ enabled: true, github: [{ client_id: 'a', client_secret: 'b' }] }]),
      'auth_settings.github.client_secret is given as plain text',
    ],
    [
      'the key of a second share',
      (app) =>
        app.putStorageAccount(
          ['${var.key}', 'hunter2'].map((accessKey) => ({
            name: 'a',
            type: 'AzureFiles',
            accountName: 'a',
            shareName: 's',
            accessKey,
          })),
        ),
      'storage_account.access_key is given as plain text',
    ],
    [
      'a key in the command',
      (app) => app.addOverride('site_config.app_command_line', 'run --AccountKey=abc'),
      'the value of site_config.app_command_line looks like a connection string with a key',
    ],
  ])('is reported at synth where an override puts %s there', (_, change, what) => {
    const { stack, define } = setUpLinux();
    change(define().resource);
    expect(messageOf(() => synth(stack))).toContain(atSynth(what));
  });
});

describe('a setting that refers to a secret', () => {
  test.each<[string, (account: StorageAccount, stack: TerraformStack) => string]>([
    ['an attribute', ({ primaryAccessKey }) => primaryAccessKey],
    ['a part of a text', ({ name, primaryAccessKey }) => `AccountName=${name};AccountKey=${primaryAccessKey}`],
    ['a function', ({ primaryAccessKey }) => Fn.base64encode(primaryAccessKey)],
    ['an expression', ({ fqn }) => `\${${fqn}.primary_access_key}`],
    ['an attribute in brackets', ({ fqn }) => `\${${fqn}["primary_access_key"]}`],
    ['a look-up in the resource', () => '${lookup(azurerm_storage_account.Raw, "primary_access_key", "")}'],
    ['a local', ({ primaryAccessKey }, stack) => new TerraformLocal(stack, 'key', primaryAccessKey).asString],
    [
      'a local of a local in a function',
      ({ primaryAccessKey }, stack) => {
        const inner = new TerraformLocal(stack, 'inner', `x${primaryAccessKey}`).asString;
        return Fn.upper(new TerraformLocal(stack, 'outer', inner).asString);
      },
    ],
    [
      'a local that is an object',
      ({ primaryAccessKey }, stack) =>
        Token.asString(Fn.lookup(new TerraformLocal(stack, 'all', { key: primaryAccessKey }).expression, 'key')),
    ],
  ])('is reported at synth by %s', (_, valueOf) => {
    const setting = setUpLinux();
    setting.define({ appSettings: { STORE: valueOf(storageIn(setting.stack), setting.stack) } });
    expect(messageOf(() => synth(setting.stack))).toContain(
      atSynth(`app setting STORE shows ${KEY}, which is a secret`),
    );
  });

  test('is reported for a local in plain text, for tags, connection strings, slots and existing apps', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const { primaryAccessKey } = storageIn(stack);
    const local = new TerraformLocal(stack, 'token', TOKEN).asString;
    const app = define({ appSettings: { A: local }, tags: { key: primaryAccessKey } });
    app.resource.putConnectionString([{ name: 'Store', type: 'Custom', value: primaryAccessKey }]);
    app.addSlot('Green', { name: 'green', tags: {}, appSettings: { STORE: primaryAccessKey } });
    existingIn(stack).addAppSetting('STORE', primaryAccessKey);
    const message = messageOf(() => synth(stack));
    for (const line of [
      atSynth('the value of app setting A looks like a token of GitHub'),
      atSynth(`tag key shows ${KEY}, which is a secret`),
      atSynth(`connection string Store shows ${KEY}, which is a secret`),
      atSynth(`app setting STORE shows ${KEY}, which is a secret`, 'Prod/App/Green'),
      atSynth(`app setting STORE shows ${KEY}, which is a secret`, 'Prod/Existing'),
    ]) {
      expect(message).toContain(line);
    }
  });

  test.each([
    ['${data.azurerm_key_vault_secret.db.value}', 'azurerm_key_vault_secret.value'],
    ['${random_password.db.result}', 'random_password.result'],
    [
      '${data.azurerm_function_app_host_keys.app.default_function_key}',
      'azurerm_function_app_host_keys.default_function_key',
    ],
    ['${azurerm_signalr_service.chat.primary_connection_string}', 'azurerm_signalr_service.primary_connection_string'],
    ['${jsonencode(azurerm_storage_account.x)}', 'all of azurerm_storage_account'],
  ])('is reported for %s', (value, shown) => {
    const { stack, define } = setUpLinux();
    define({ appSettings: { A: value } });
    expect(messageOf(() => synth(stack))).toContain(atSynth(`app setting A shows ${shown}, which is a secret`));
  });

  test('is reported for a resource of another type and another stack', () => {
    const { stack, define } = setUpLinux();
    const other = newStack('Other', undefined, stack.node.root);
    const cache = new RedisCache(other, 'Cache', {
      name: 'redis',
      resourceGroupName: 'rg',
      location: 'centralus',
      capacity: 1,
      family: 'C',
      skuName: 'Basic',
    });
    define({ appSettings: { CACHE: cache.primaryConnectionString } });
    expect(messageOf(() => synth(stack))).toContain(
      atSynth('app setting CACHE shows azurerm_redis_cache.primary_connection_string, which is a secret'),
    );
  });

  test('is not what is no secret, or not known', () => {
    const { stack, define } = setUpLinux();
    const account = storageIn(stack);
    const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
      keyVaultId: KEY_VAULT_ID,
      vaultUri: 'https://kv.vault.azure.net/',
    });
    define({
      appSettings: {
        DB_PASSWORD: new TerraformVariable(stack, 'password', { sensitive: true }).stringValue,
        STORE__blobServiceUri: account.primaryBlobEndpoint,
        STORE__credential: 'managedidentity',
        A: '${local.unknown}',
        B: '${module.store.primary_access_key}',
        C: '${azurerm_application_insights.x.connection_string}',
      },
      secretSettings: { API_KEY: SecretReference.of(vault, 'api-key') },
    });
    expect(() => synth(stack)).not.toThrow();
  });
});

describe('a setting that looks like a secret and is none', () => {
  const reason = 'browsers get this key from the page';

  test('passes with a reason, by any spelling of its name, in props, afterwards, by reference and by override', () => {
    const { stack, define } = setUpLinux();
    const app = define({
      appSettings: { A: TOKEN, STORE: storageIn(stack).primaryAccessKey },
      notSecret: { a: reason, CAPTCHA_API_KEY: reason, STORE: reason, late_password: reason },
    });
    app.addAppSetting('captcha_api_key', '6Le');
    app.resource.addOverride('app_settings.LATE_PASSWORD', 'hunter2');
    expect(() => synth(stack)).not.toThrow();
    expect(warnings(stack)).toEqual([]);
  });

  test('needs a reason that says something', () => {
    expect(messageOf(() => setUpLinux().define({ appSettings: { A: TOKEN }, notSecret: { A: ' because ' } }))).toBe(
      'Prod/App: [appservice/not-secret-reason] the reason why A is no secret is " because "; write at least 10 characters',
    );
  });

  test('is warned of once where nothing needs the reason, or the setting is that of the slot', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const app = define({ appSettings: { A: 'ok' }, notSecret: { A: reason, B: reason } });
    expect(messageOf(() => app.addSlot('Green', { name: 'green', appSettings: { A: TOKEN } }))).toContain(
      'the value of app setting A looks like a token of GitHub',
    );
    synth(stack);
    synth(stack);
    expect(warnings(stack)).toEqual(
      ['A', 'B'].map(
        (name) =>
          `[appservice/not-secret-unused] no setting ${name} looks like a secret; remove the reason from notSecret`,
      ),
    );
  });
});

describe('a tag with a secret', () => {
  test('is refused by its form alone', () => {
    const tags = { a: TOKEN, password: 'rotated weekly', digest: `${'A'.repeat(43)}=` };
    expect(messageOf(() => new ResourceGroup(newStack(), 'Group', { name: 'rg', location: 'centralus', tags }))).toBe(
      'Prod/Group: [core/secret-tag] the value of tag "a" looks like a token of GitHub, and all readers of the resource see it; remove it',
    );
    expect(messageOf(() => setUpLinux().define({ tags: { a: 'Server=a;Password=hunter2' } }))).toContain(
      '[core/secret-tag] the value of tag "a" looks like a connection string with a password',
    );
  });

  test('is reported at synth where an override puts it into an app', () => {
    const { stack, define } = setUpLinux();
    define().resource.addOverride('tags.a', TOKEN);
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/App] [core/secret-tag] the value of tag "a" looks like a token of GitHub',
    );
  });
});

function existingIn(stack: TerraformStack): ExistingApp {
  return ExistingApp.fromAppAttributes(stack, 'Existing', {
    appId: armId('Microsoft.Web/sites', 'app'),
    defaultHostname: 'app.azurewebsites.net',
    identity: newIdentity(stack, 'Other'),
  });
}

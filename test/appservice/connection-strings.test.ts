import { TerraformStack } from 'cdktf';
import { AppOptions, ConnectionString, ConnectionStringType, PlanSku } from '../../src/appservice';
import { KeyVault, SecretReference } from '../../src/vault';
import { setUpFlex, setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { KEY_VAULT_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, resources, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const { SQL_AZURE, REDIS_CACHE } = ConnectionStringType;
const vaultUri = 'https://kv.vault.azure.net/';
const secretIn = (stack: TerraformStack, name = 'main') =>
  SecretReference.of(
    stack.node.tryFindChild('Vault')
      ? (stack.node.findChild('Vault') as unknown as ReturnType<typeof KeyVault.fromKeyVaultAttributes>)
      : KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: KEY_VAULT_ID, vaultUri }),
    name,
  );
const sql = (stack: TerraformStack, name?: string) => ConnectionString.fromSecret(SQL_AZURE, secretIn(stack, name));
const reference = (name: string) => `@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${name})`;

describe.each(
  Object.entries({
    azurerm_linux_web_app: () => setUpLinux(PlanSku.P0V3),
    azurerm_windows_web_app: () => setUpWindows(),
    azurerm_linux_function_app: () => setUpLinuxFunctions(),
    azurerm_windows_function_app: () => setUpWindowsFunctions(),
  }),
)('a connection string of %s', (type, setUp) => {
  test('is fetched from a Key Vault, with the role for it', () => {
    const { stack, define } = setUp();
    const cache = ConnectionString.fromSecret(REDIS_CACHE, secretIn(stack, 'cache'));
    const app = define({ connectionStrings: { Main: sql(stack), Cache: cache } });
    const body = only(stack, type);
    expect(body.connection_string).toEqual([
      { name: 'Main', type: 'SQLAzure', value: reference('main') },
      { name: 'Cache', type: 'RedisCache', value: reference('cache') },
    ]);
    expect(body.sticky_settings).toBeUndefined();
    const onVault = resources(stack, 'azurerm_role_assignment').filter(({ scope }) => scope === KEY_VAULT_ID);
    expect(onVault).toHaveLength(1);
    expect(body.depends_on).toContainEqual(expect.stringContaining('Vault_SecretsUser'));
    expect(schemaViolations(synth(stack))).toEqual([]);
    app.addConnectionString('Other', sql(stack, 'other'));
    expect(only(stack, type).connection_string.map(({ name }: { name: string }) => name)).toEqual([
      'Main',
      'Cache',
      'Other',
    ]);
  });
});

describe('a sticky connection string', () => {
  test('stays with its slot, alone or with settings', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const app = define({ connectionStrings: { Main: sql(stack) }, stickyConnectionStrings: ['Main'] });
    const sticky = () => only(stack, 'azurerm_linux_web_app').sticky_settings;
    expect(sticky()).toEqual({ connection_string_names: ['Main'] });
    app.addStickyConnectionString('Cache');
    app.addStickyConnectionString('MAIN');
    expect(sticky()).toEqual({ connection_string_names: ['Main', 'Cache'] });
    app.addStickySetting('Mode');
    expect(sticky()).toEqual({ app_setting_names: ['Mode'], connection_string_names: ['Main', 'Cache'] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is kept beside those that are put on the resource by hand', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const app = define();
    app.resource.putStickySettings({ connectionStringNames: ['ByHand'] });
    app.addStickyConnectionString('Main');
    expect(only(stack, 'azurerm_linux_web_app').sticky_settings).toEqual({
      connection_string_names: ['ByHand', 'Main'],
    });
  });

  test('has a name', () => {
    const text = '[appservice/sticky-setting] sticky connection string "" has no name; name it or remove it';
    expect(messageOf(() => setUpLinux().define({ stickyConnectionStrings: [''] }))).toBe(`Prod/App: ${text}`);
    expect(messageOf(() => setUpLinux().define().addStickyConnectionString(''))).toBe(`Prod/App: ${text}`);
  });
});

test('a slot has connection strings of its own, and not those of its app', () => {
  const { stack, define } = setUpLinux(PlanSku.P0V3);
  const app = define({ connectionStrings: { Main: sql(stack) }, stickyConnectionStrings: ['Main'] });
  app.addSlot('Blue', { name: 'blue' });
  const slot = () => resources(stack, 'azurerm_linux_web_app_slot');
  expect(slot()[0].connection_string).toBeUndefined();
  app.addSlot('Green', { name: 'green', connectionStrings: { Main: sql(stack, 'green') } });
  expect(slot()[1].connection_string).toEqual([{ name: 'Main', type: 'SQLAzure', value: reference('green') }]);
  expect(schemaViolations(synth(stack))).toEqual([]);
});

describe('a connection string is refused', () => {
  const refusal = (
    options: (stack: TerraformStack) => AppOptions,
    setUp: () =>
      | ReturnType<typeof setUpLinux>
      | ReturnType<typeof setUpLinuxFunctions>
      | ReturnType<typeof setUpFlex> = setUpLinux,
  ) => {
    const { stack, define } = setUp();
    return messageOf(() => define(options(stack)));
  };

  test('on Flex Consumption, which cannot fetch it', () => {
    expect(refusal((stack) => ({ connectionStrings: { Main: sql(stack) } }), setUpFlex)).toBe(
      'Prod/App: [appservice/flex-secret] azurerm has no attribute for the identity with which a Flex Consumption function app fetches the connection string Main; let the code of the app fetch the secret, or use LinuxFunctionApp',
    );
  });

  test('with a name that no variable has, or a secret that has none', () => {
    expect(refusal((stack) => ({ connectionStrings: { '': sql(stack), 'a=b': sql(stack, 'a_b') } }))).toBe(
      [
        'Prod/App: [appservice/setting-name] connection string "" has no name; name it or remove it',
        'Prod/App: [appservice/setting-name] connection string "a=b" contains "=", which no environment variable accepts; use a_b',
        'Prod/App: [vault/secret-name] "a_b" is not a secret name; use 1 to 127 letters, digits or dashes',
      ].join('\n'),
    );
  });

  test('in two spellings', () => {
    expect(refusal((stack) => ({ connectionStrings: { 'A:Main': sql(stack), a__main: sql(stack) } }))).toBe(
      'Prod/App: [appservice/setting-conflict] connection strings A:Main and a__main are one; leave one out',
    );
  });

  test.each(['ConnectionStrings__Main', 'connectionstrings__MAIN', 'SQLAZURECONNSTR_Main', 'CUSTOMCONNSTR_main'])(
    'beside the app setting %s, by which .NET reads the same',
    (name) => {
      const conflict = `[appservice/setting-conflict] connection string Main and app setting ${name} are one to .NET; leave one of them out`;
      expect(refusal((stack) => ({ connectionStrings: { Main: sql(stack) }, appSettings: { [name]: 'x' } }))).toBe(
        `Prod/App: ${conflict}`,
      );
      const { stack, define } = setUpLinux();
      const app = define({ appSettings: { [name]: 'x' } });
      expect(messageOf(() => app.addConnectionString('Main', sql(stack)))).toBe(`Prod/App: ${conflict}`);
    },
  );

  test('afterwards, where a setting comes later', () => {
    const { stack, define } = setUpLinux();
    define({ connectionStrings: { Main: sql(stack) } }).addAppSetting('SQLAZURECONNSTR_Main', 'x');
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/App] [appservice/setting-conflict] app settings SQLAZURECONNSTR_Main and Main are one',
    );
  });

  test('where it is what the host of a function app sets', () => {
    expect(refusal((stack) => ({ connectionStrings: { AzureWebJobsStorage: sql(stack) } }), setUpLinuxFunctions)).toBe(
      'Prod/App: [appservice/reserved-setting] the app setting AzureWebJobsStorage is set by properties of the function app; leave it out',
    );
  });

  test('in plain text, on the resource', () => {
    const { stack, define } = setUpLinux();
    define().resource.putConnectionString([
      { name: 'Main', type: 'SQLAzure', value: 'Server=tcp:a.database.windows.net;User ID=sa;Password=secret;' },
    ]);
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/App] [appservice/secret-setting] the value of connection string Main looks like',
    );
  });

  test('as text in place of a secret', () => {
    const text = 'Server=a;Password=b' as unknown as SecretReference;
    expect(messageOf(() => ConnectionString.fromSecret(SQL_AZURE, text))).toBe(
      'ConnectionString.fromSecret: [core/prop-type] secret is a text of 19 characters; give a vault.SecretReference, such as SecretReference.of(vault, name)',
    );
  });
});

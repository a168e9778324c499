import { LinuxWebApp as LinuxWebAppResource } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { TerraformVariable } from 'cdktf';
import { AppHost, FunctionHost, SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { ExistingApp } from '../../src/appservice';
import { settingNameFault } from '../../src/core/internal/setting-names';
import { KeyVault, SecretReference } from '../../src/vault';
import { identityId } from '../support/ids';
import { messageOf, newStack, only, problemsOf } from '../support/synth';
import { newIdentity, setUpLinux, setUpWindows } from '../support/web-app';

const COLON = 'contains ":", which Azure rejects in names on Linux; use';
const VAULT = {
  keyVaultId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-test',
  vaultUri: 'https://kv-test.vault.azure.net/',
};

describe('Name of an app setting', () => {
  test.each([
    ['Azure:SignalR:ConnectionString', `${COLON} Azure__SignalR__ConnectionString`],
    ['MY SETTING', 'contains " ", which Azure rejects in names on Linux; use MY_SETTING'],
    [' PADDED ', 'contains " ", which Azure rejects in names on Linux; use PADDED'],
    ['A=B', 'contains "=", which Azure rejects in names on Linux; use A_B'],
    [
      'AzureWebJobs.my-function.Disabled',
      'contains "-", which Azure rejects in names on Linux; use AzureWebJobs.my_function.Disabled',
    ],
    ['Chat:Rooms[0]', 'contains ":" and "[" and "]", which Azure rejects in names on Linux; use Chat__Rooms_0_'],
    ['A/B', 'contains "/", which Azure rejects in names on Linux; use A_B'],
    ['LINE\nBREAK', 'contains "\n", which Azure rejects in names on Linux; use LINE_BREAK'],
    ['', 'has no name; name it or remove it'],
    ['  ', 'has no name; name it or remove it'],
  ])('is refused on Linux: %j', (name, fault) => {
    const types = ['azurerm_linux_web_app', 'azurerm_linux_function_app_slot', 'azurerm_function_app_flex_consumption'];
    expect(types.map((type) => settingNameFault(type, name))).toEqual([fault, fault, fault]);
  });

  test.each([['A'], ['Azure__SignalR__ConnectionString'], ['AzureWebJobs.chat.Disabled'], ['0'], ['_'], ['Größe']])(
    'is taken on Linux: %s',
    (name) => {
      expect(settingNameFault('azurerm_linux_web_app', name)).toBeUndefined();
    },
  );

  test.each([
    ['A=B', 'contains "=", which no environment variable accepts; use A_B'],
    ['', 'has no name; name it or remove it'],
    ['Azure:SignalR:ConnectionString', undefined],
    ['MY SETTING', undefined],
    ['my-setting', undefined],
  ])('is judged on Windows: %j', (name, fault) => {
    expect(settingNameFault('azurerm_windows_web_app', name)).toBe(fault);
    expect(settingNameFault('azurerm_windows_function_app_slot', name)).toBe(fault);
  });

  test('is not judged where only Terraform knows it', () => {
    const variable = new TerraformVariable(newStack(), 'name', {});
    expect(settingNameFault('azurerm_linux_web_app', `${variable.stringValue}:x`)).toBeUndefined();
    expect(settingNameFault('azurerm_linux_web_app', '${var.name}:x')).toBeUndefined();
  });
});

describe('Names of settings', () => {
  test('are refused with all else of an app: plain, secret and sticky ones', () => {
    const { stack, define } = setUpLinux();
    const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', VAULT);
    const settings = {
      appSettings: { 'A:B': '1' },
      secretSettings: { 'C D': SecretReference.of(vault, 'c') },
      stickySettings: ['A:B', ''],
    };
    expect(messageOf(() => define(settings))).toBe(
      [
        `Prod/App: [appservice/setting-name] app setting "A:B" ${COLON} A__B`,
        'Prod/App: [appservice/setting-name] app setting "C D" contains " ", which Azure rejects in names on Linux; use C_D',
        `Prod/App: [appservice/sticky-setting] sticky setting "A:B" ${COLON} A__B`,
        'Prod/App: [appservice/sticky-setting] sticky setting "" has no name; name it or remove it',
      ].join('\n'),
    );
  });

  test('are refused when they are added later', () => {
    const { stack, define } = setUpLinux();
    const app = define();
    const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', VAULT);
    const name = 'Chat:Hub';
    expect([
      messageOf(() => app.addAppSetting(name, '1')),
      messageOf(() => app.addSecretSetting(name, SecretReference.of(vault, 'c'))),
      messageOf(() => app.addStickySetting(name)),
    ]).toEqual([
      `Prod/App: [appservice/setting-name] app setting "Chat:Hub" ${COLON} Chat__Hub`,
      `Prod/App: [appservice/setting-name] app setting "Chat:Hub" ${COLON} Chat__Hub`,
      `Prod/App: [appservice/sticky-setting] sticky setting "Chat:Hub" ${COLON} Chat__Hub`,
    ]);
  });

  test('are taken as they are on Windows', () => {
    const { stack, define } = setUpWindows();
    const app = define({ appSettings: { 'A:B': '1' }, stickySettings: ['A:B'] });
    app.addAppSetting('C D', '2');
    expect(only(stack, 'azurerm_windows_web_app').app_settings).toEqual({ 'A:B': '1', 'C D': '2' });
  });

  test('are refused in slots and architectures', () => {
    const { define } = setUpLinux();
    const appSettings = { 'A:B': '1' };
    const problem = `[appservice/setting-name] app setting "A:B" ${COLON} A__B`;
    const location = 'centralus';
    const web = () =>
      new SecureSignalRApp(newStack(), 'Chat', { location, host: AppHost.linuxWebApp({ appSettings }) });
    const flex = () =>
      new SecureServerlessSignalR(newStack(), 'Chat', {
        location,
        host: FunctionHost.flexConsumption({ appSettings }),
      });
    const slot = () => define().addSlot('Staging', { name: 'staging', appSettings });
    expect(messageOf(web)).toBe(`Prod/Chat/WebApp: ${problem}`);
    expect(messageOf(flex)).toBe(`Prod/Chat/FunctionApp: ${problem}`);
    expect(messageOf(slot)).toContain(`Prod/App/Staging: ${problem}`);
  });

  test('of an existing app, whose system is not known, have no equals sign', () => {
    const stack = newStack();
    const app = ExistingApp.fromAppAttributes(stack, 'Old', {
      appId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/old',
      defaultHostname: 'old.azurewebsites.net',
      identity: newIdentity(stack),
    });
    app.addAppSetting('A:B', '1');
    expect(messageOf(() => app.addAppSetting('A=B', '1'))).toBe(
      'Prod/Old: [appservice/setting-name] app setting "A=B" contains "=", which no environment variable accepts; use A_B',
    );
  });

  test('are judged in apps that are written by hand, and in overrides', () => {
    const { stack, define } = setUpLinux();
    define().resource.addOverride('app_settings', { 'A:B': '1' });
    new LinuxWebAppResource(stack, 'Plain', {
      name: 'plain',
      location: 'centralus',
      resourceGroupName: 'rg',
      servicePlanId: identityId('plan'),
      siteConfig: {},
      appSettings: { 'C D': '1', E__F: '2' },
    });
    expect(problemsOf(stack)).toEqual([
      `[appservice/setting-name] app setting "A:B" of Prod/App/Resource ${COLON} A__B`,
      '[appservice/setting-name] app setting "C D" of Prod/Plain contains " ", which Azure rejects in names on Linux; use C_D',
    ]);
  });
});

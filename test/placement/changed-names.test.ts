import { TerraformVariable } from 'cdktf';
import { SecureSignalRApp } from '../../src';
import { AppCors, PlanSku } from '../../src/appservice';
import { KeyVault } from '../../src/vault';
import { messageOf, newStack, synth } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const changed = (path: string, now: string, label: string, holder: string, host: string) =>
  `[${path}] [core/changed-name] the name in the JSON is ${now}, but it was defined as ${label}, and ${holder} still name ${host}, which anyone may register; give the name in the props`;

describe('a name that is changed by hand', () => {
  test('of an app is reported where the list of origins of a service has the old one', () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location: 'centralus', workload: 'chat' });
    const { resource } = chat.linuxWebApp!;
    const label = resource.nameInput!;
    resource.name = 'app-other';
    expect(messageOf(() => synth(stack))).toContain(
      changed('Prod/Chat/WebApp', 'app-other', label, 'Prod/Chat/SignalR/Resource', `${label}.azurewebsites.net`),
    );
  });

  test('of an app or its slot is reported where another app lets the pages of the slot in', () => {
    for (const change of ['app', 'slot', 'override'] as const) {
      const { stack, define } = setUpLinux(PlanSku.P0V3);
      const app = define();
      const slot = app.addSlot('Green', { name: 'green' });
      app.addSlot('Blue', { name: 'blue', cors: AppCors.allowOrigins(slot.origin) });
      if (change === 'app') app.resource.name = 'app-other';
      if (change === 'slot') slot.resource.name = 'red';
      if (change === 'override') slot.resource.addOverride('name', 'red');
      expect(messageOf(() => synth(stack))).toContain(
        changed(
          'Prod/App/Green',
          change === 'app' ? 'app-other-green' : 'app-test-red',
          'app-test-green',
          'Prod/App/Blue/Resource',
          'app-test-green.azurewebsites.net',
        ),
      );
    }
  });

  test('of a vault is reported where a setting has its old host', () => {
    const { stack, resourceGroup, define } = setUpLinux();
    const vault = new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup, location: 'centralus' });
    define({ appSettings: { VAULT: `https://${vault.hostname}/`, URI: vault.vaultUri } });
    vault.resource.name = 'kv-other';
    expect(messageOf(() => synth(stack))).toContain(
      changed('Prod/Vault', 'kv-other', 'kv-chat', 'Prod/App/Resource', 'kv-chat.vault.azure.net'),
    );
  });

  test('is not reported where nothing was made of it, where it is the same, or not known', () => {
    const { stack, define } = setUpLinux();
    const app = define();
    app.resource.name = 'app-other';
    expect(() => synth(stack)).not.toThrow();
    const other = newStack();
    const { resource } = new SecureSignalRApp(other, 'Chat', { location: 'centralus', workload: 'chat' }).linuxWebApp!;
    resource.name = resource.nameInput!.toUpperCase();
    expect(() => synth(other)).not.toThrow();
    resource.name = new TerraformVariable(other, 'name', {}).stringValue;
    expect(() => synth(other)).not.toThrow();
  });

  test.each([
    ['https://my-app-test.azurewebsites.net', undefined],
    ['https://app-test.azurewebsites.net.example.com', undefined],
    ['https://App-Test.azurewebsites.net', 'app-test.azurewebsites.net'],
    ['see\napp-test.scm.azurewebsites.net.', 'app-test.scm.azurewebsites.net'],
  ])('of an app is compared with whole host names in %j', (text, host) => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const app = define();
    app.addSlot('Blue', { name: 'blue', appSettings: { TEXT: text } });
    app.resource.name = 'app-other';
    const message = host && changed('Prod/App', 'app-other', 'app-test', 'Prod/App/Blue/Resource', host);
    if (message) expect(messageOf(() => synth(stack))).toContain(message);
    else expect(() => synth(stack)).not.toThrow();
  });
});

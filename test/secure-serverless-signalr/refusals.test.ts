import { TerraformVariable } from 'cdktf';
import { AppDns, appservice, core, dns, FunctionHost, SecureServerlessSignalRProps, signalr, vault } from '../../src';
import { newChat } from '../support/serverless';
import { messageOf, newGroup } from '../support/synth';

const VAULT_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-old';

describe('SecureServerlessSignalR refuses', () => {
  test('everything that is wrong with its input at once', () => {
    const { stack: other, resourceGroup } = newGroup();
    const zone = new dns.PrivateDnsZone(other, 'Web', { zoneName: 'privatelink.example.com', resourceGroup });
    const message = messageOf(() =>
      newChat(
        {
          location: 'mars',
          sku: signalr.Sku.free(),
          networkAccess: signalr.NetworkAccess.custom({ publicNetwork: signalr.AccessRules.allow() }),
          host: FunctionHost.linux({ planSku: appservice.PlanSku.EP1, appSettings: { KEY: 'AccessKey=abc' } }),
          dns: AppDns.customServers(zone),
          functionKeySecret: 'a b',
        },
        other,
      ),
    );
    expect(message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'Prod/Chat: [core/location]',
      'Prod/Chat/SignalR: [signalr/free-tier-private-endpoint]',
      'Prod/Chat/FunctionApp: [appservice/secret-setting]',
      'Prod/Chat/FunctionApp: [appservice/content-share]',
      'Prod/Chat: [dns/zone-name]',
      'Prod/Chat: [dns/zone-name]',
      'Prod/Chat: [dns/zone-name]',
      'Prod/Chat: [dns/zone-name]',
      'Prod/Chat: [vault/secret-name]',
    ]);
    expect(message).not.toContain('abc');
    expect(message).toContain(
      'Prod/Chat: [dns/zone-name] zone Prod/Web (privatelink.example.com) belongs to no endpoint; leave the zone out',
    );
    expect(message).toContain(
      'Prod/Chat: [dns/zone-name] no zone privatelink.vaultcore.azure.net given, which an endpoint needs; also give this zone',
    );
  });

  test.each<[string, Partial<SecureServerlessSignalRProps>, string]>([
    [
      'an identity beside its own, with which it reads the key',
      { signalrSettings: { identity: signalr.ServiceIdentity.systemAssigned() } },
      'Prod/Chat/SignalR: [signalr/identity] signalrSettings.identity is given, but the service has signalrIdentity already, with which it reads the key of the function app; leave identity out',
    ],
    [
      'an upstream that matches nothing',
      { upstream: { hubs: [] } },
      'Prod/Chat/SignalR: [signalr/upstream-pattern] "https://func-chat-centralus-HASH.azurewebsites.net" is given no hubs; name some, or leave hubs out for all',
    ],
    [
      'a plan without networks',
      { host: FunctionHost.linux({ planSku: appservice.PlanSku.of('Y1') }) },
      'Prod/Chat/FunctionApp: [appservice/plan-without-vnet] apps on Y1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
    ],
  ])('%s', (_, props, message) => {
    expect(messageOf(() => newChat(props)).replace(/-[0-9a-f]{6}\./, '-HASH.')).toBe(message);
  });

  test('secret settings on Flex Consumption, together with everything else', () => {
    const { stack: other, resourceGroup } = newGroup();
    const attributes = { keyVaultId: VAULT_ID, vaultUri: 'https://kv-old.vault.azure.net/' };
    const secret = vault.SecretReference.of(vault.KeyVault.fromKeyVaultAttributes(other, 'Old', attributes), 'x');
    const host = FunctionHost.flexConsumption({ secretSettings: { X: secret } });
    const zones = ['privatelink.azurewebsites.net', 'privatelink.azurewebsites.net'].map((zoneName, index) => {
      const group = new core.ResourceGroup(other, `Group${index}`, { name: `rg-${index}`, location: 'centralus' });
      return new dns.PrivateDnsZone(other, `Zone${index}`, { zoneName, resourceGroup: group });
    });
    const message = messageOf(() => newChat({ host, resourceGroup, dns: AppDns.zones(...zones) }, other));
    expect(message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'Prod/Chat/FunctionApp: [appservice/flex-secret]',
      'Prod/Chat: [dns/zone-name]',
    ]);
    expect(message).toContain('Prod/Zone0 and Prod/Zone1 are both for privatelink.azurewebsites.net; give one of them');
  });

  test('a bad plan, too many tags for new zones and a bad secret name together', () => {
    const tags = Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`tag${n}`, 'x']));
    const host = FunctionHost.linux({ planSku: appservice.PlanSku.of('F1'), alwaysOn: true });
    const message = messageOf(() => newChat({ tags, host, functionKeySecret: 'a_b' }));
    expect(message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'Prod/Chat/SignalRPrivateDnsZone: [core/tags]',
      'Prod/Chat/FunctionApp: [appservice/plan-without-vnet]',
      'Prod/Chat/FunctionApp: [appservice/always-on]',
      'Prod/Chat: [vault/secret-name]',
    ]);
  });

  test('own DNS servers without a zone only for what has endpoints here', () => {
    const { stack: other, resourceGroup } = newGroup();
    const attributes = { keyVaultId: VAULT_ID, vaultUri: 'https://kv-old.vault.azure.net/' };
    const existing = vault.KeyVault.fromKeyVaultAttributes(other, 'Old', attributes);
    const zone = new dns.PrivateDnsZone(other, 'Zone', { zoneName: 'privatelink.azurewebsites.net', resourceGroup });
    expect(messageOf(() => newChat({ vault: existing, dns: AppDns.customServers(zone) }, other))).toBe(
      'Prod/Chat: [dns/zone-name] no zone privatelink.service.signalr.net given, which an endpoint needs; also give this zone',
    );
  });

  test('zones whose names only Terraform knows', () => {
    const { stack: other, resourceGroup } = newGroup();
    const zoneName = new TerraformVariable(other, 'Name', { type: 'string' }).stringValue;
    const zone = new dns.PrivateDnsZone(other, 'Zone', { zoneName, resourceGroup });
    expect(messageOf(() => newChat({ dns: AppDns.zones(zone) }, other))).toBe(
      'Prod/Chat: [dns/zone-name] the name of zone Prod/Zone is only known when Terraform runs, but zones are chosen by name at synth; give the name as plain text',
    );
  });
});

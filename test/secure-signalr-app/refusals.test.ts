import { TerraformVariable, Token } from 'cdktf';
import {
  AppHost,
  AppNetwork,
  appservice,
  core,
  network,
  observability,
  SecureSignalRAppProps,
  signalr,
} from '../../src';
import { newApp } from '../support/app';
import { messageOf, newStack } from '../support/synth';

const { NetworkAccess, AccessRules, RequestType, Sku } = signalr;

describe('SecureSignalRApp refuses', () => {
  test('a resource group in another cloud', () => {
    const stack = newStack();
    const resourceGroup = new core.ResourceGroup(stack, 'Group', { name: 'rg', location: 'westeurope' });
    const securityBaseline = false;
    expect(messageOf(() => newApp({ location: 'usgovvirginia', resourceGroup, securityBaseline }, stack))).toBe(
      'Prod/Chat: [core/location] the app is in usgovvirginia, but its resource group Prod/Group is in westeurope, in another cloud of Azure; use one cloud',
    );
  });

  test('everything that is wrong with its input at once', () => {
    const stack = newStack();
    const location = new TerraformVariable(stack, 'Region', { type: 'string' }).stringValue;
    const message = messageOf(() =>
      newApp(
        {
          location,
          environment: 'Prod!',
          nameSeed: location,
          tags: { 'a?b': '' },
          network: AppNetwork.define({
            addressSpace: ['10.0.0.0/27'],
            integrationPrefixLength: 29,
            dnsServers: ['dns'],
            integrationRules: [
              network.SecurityRule.deny({ name: 'Bad', priority: 1, direction: network.RuleDirection.OUTBOUND }),
            ],
          }),
          sku: Sku.free(),
          networkAccess: NetworkAccess.custom({
            publicNetworkAccess: false,
            publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
          }),
          allowedOrigins: ['*'],
          host: AppHost.linuxWebApp({
            planSku: appservice.PlanSku.of('X'),
            runtime: appservice.Runtime.python('2.7'),
            appSettings: { KEY: 'AccessKey=abc' },
          }),
          logs: observability.LogDestination.newWorkspace({ retentionInDays: 1 }),
        },
        stack,
      ),
    );
    expect(message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'Prod/Chat: [core/location]',
      'Prod/Chat: [core/name-part]',
      'Prod/Chat: [core/name-part]',
      'Prod/Chat: [core/tags]',
      'Prod/Chat/VirtualNetwork: [network/address-space-exhausted]',
      'Prod/Chat/VirtualNetwork: [network/dns-server]',
      'Prod/Chat/VirtualNetwork: [network/integration-subnet-size]',
      'Prod/Chat/SignalR: [signalr/free-tier-public-access]',
      'Prod/Chat/SignalR: [signalr/free-tier-private-endpoint]',
      'Prod/Chat/SignalR: [nac/dead-public-rule]',
      'Prod/Chat/SignalR: [signalr/cors]',
      'Prod/Chat/WebApp: [appservice/plan-sku]',
      'Prod/Chat/WebApp: [appservice/runtime-version]',
      'Prod/Chat/WebApp: [appservice/secret-setting]',
      'Prod/Chat/LogWorkspace: [logs/retention]',
    ]);
    expect(message).not.toContain('abc');
  });

  test.each<[string, Partial<SecureSignalRAppProps>, string]>([
    [
      'an unknown region',
      { location: 'centralua' },
      'Prod/Chat: [core/location] "centralua" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
    ],
    [
      'the Free tier, which has no private endpoints',
      { sku: Sku.free() },
      'Prod/Chat/SignalR: [signalr/free-tier-private-endpoint] Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher',
    ],
    [
      'more tags than a new zone takes, with the rest',
      { tags: Object.fromEntries([...Array(16).keys()].map((n) => [`t${n}`, ''])), sku: Sku.free() },
      [
        'Prod/Chat/PrivateDnsZone: [core/tags] 16 tags given; use at most 15 on this resource',
        'Prod/Chat/SignalR: [signalr/free-tier-private-endpoint] Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher',
      ].join('\n'),
    ],
    [
      'private clients where the access lets none in',
      { network: AppNetwork.define({ privateClients: network.RuleAddress.any() }) },
      'Prod/Chat/VirtualNetwork: [nac/private-clients] privateClients given, but the network access allows no ClientConnection through private endpoints; use NetworkAccess.privateOnly(), or leave privateClients out and give clients to addPrivateEndpoint(...) of the architecture, for an endpoint of the app or of another service',
    ],
    [
      'further rules that clash with those of the subnet',
      {
        network: AppNetwork.define({
          integrationRules: [
            network.SecurityRule.deny({ name: 'Mine', priority: 100, direction: network.RuleDirection.OUTBOUND }),
          ],
        }),
      },
      'Prod/Chat/VirtualNetwork: [network/rule-priority] rules AllowPrivateEndpointsOutbound and Mine share the outbound priority 100; give each its own',
    ],
    [
      'origins that are only known as a list when Terraform runs',
      { allowedOrigins: Token.asList('${var.origins}') },
      'Prod/Chat/SignalR: [signalr/cors] the list of allowedOrigins is only known when Terraform runs, but the origin of the app is added at synth; give a list, whose elements may be unknown',
    ],
    [
      'settings that are only known as a whole when Terraform runs',
      { host: AppHost.linuxWebApp({ appSettings: Token.asStringMap('${var.settings}') }) },
      'Prod/Chat/WebApp: [appservice/unknown-settings] the app settings are only known as a whole when Terraform runs, but services add their own at synth; give names, whose values may be unknown',
    ],
    [
      'a bad address space',
      { network: AppNetwork.define({ addressSpace: ['10.0.0.0/33'] }) },
      'Prod/Chat/VirtualNetwork: [network/cidr] "10.0.0.0/33" is not an IPv4 range; use one such as 10.0.0.0/24',
    ],
    [
      'a plan without VNet integration',
      { host: AppHost.linuxWebApp({ planSku: appservice.PlanSku.of('F1') }) },
      'Prod/Chat/WebApp: [appservice/plan-without-vnet] apps on F1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
    ],
  ])('%s', (_, props, message) => {
    expect(messageOf(() => newApp(props))).toBe(message);
  });
});

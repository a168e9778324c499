import { readFileSync } from 'fs';
import { join } from 'path';
import { TerraformStack, Testing } from 'cdktf';
import { CorpStack } from '../../examples/landing-zone/corp';
import { LandingZoneStack } from '../../examples/landing-zone/main';
import { OnlineStack } from '../../examples/landing-zone/online';
import { AppDns, AppNetwork, FunctionHost, Negotiation } from '../../src';
import { SubnetAttachments } from '../../src/network';
import { LogDestination } from '../../src/observability';
import { newApp } from '../support/app';
import { Archetype, outcomes, POLICIES } from '../support/landing-zones/policies';
import { requestsOf, secretRequest } from '../support/landing-zones/requests';
import { Major, schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { newStack, synth } from '../support/synth';

const PLAN_ID = '/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/ddosProtectionPlans/ddos';
const MAJORS: Major[] = [4, 5];

const outcomesOf = (archetype: Archetype, stack: TerraformStack) => outcomes(archetype, requestsOf(synth(stack)));

/** What the policies above all landing zones do with the network of an architecture. */
const OF_NETWORK = [
  'denied: Deny-Subnet-Without-Nsg: create azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet',
  'denied: Deny-Subnet-Without-Nsg: create azurerm_subnet.Chat_VirtualNetwork_PrivateEndpointSubnet',
  'denied: Deny-Subnet-Without-Nsg: destroy azurerm_subnet_network_security_group_association.Chat_VirtualNetwork_IntegrationSubnet_NetworkSecurityGroupAssociation',
  'denied: Deny-Subnet-Without-Nsg: destroy azurerm_subnet_network_security_group_association.Chat_VirtualNetwork_PrivateEndpointSubnet_NetworkSecurityGroupAssociation',
  'changed: Enable-DDoS-VNET: create azurerm_virtual_network.Chat_VirtualNetwork',
];
const logsOf = (part: string) =>
  `conflict: Deploy-Diag-LogsCat: create azurerm_monitor_diagnostic_setting.Chat_${part}_DiagnosticSetting`;
const zoneOf = (id: string) => `reported: Audit-PeDnsZones: create azurerm_private_dns_zone.Chat_${id}`;
const WEB_APP = 'denied: Deny-Public-Endpoints: AsDenyPublicIP: create azurerm_linux_web_app.Chat_WebApp';
const storageOf = (id: string) =>
  `denied: Deny-Public-Endpoints: StorageDenyPaasPublicIP: create azurerm_storage_account.Chat_${id}`;
const NEGOTIATION = ['AsDenyPublicIP', 'FunctionDenyPublicIP'].map(
  (policy) => `denied: Deny-Public-Endpoints: ${policy}: create azurerm_linux_function_app.Chat_NegotiationApp`,
);

describe('architectures without options, in Azure Landing Zones', () => {
  test.each<[string, TerraformStack, Archetype, string[]]>([
    ['SecureSignalRApp', newApp().stack, 'online', [logsOf('SignalR'), ...OF_NETWORK]],
    ['SecureSignalRApp', newApp().stack, 'corp', [WEB_APP, logsOf('SignalR'), zoneOf('PrivateDnsZone'), ...OF_NETWORK]],
    ['SecureServerlessSignalR', newChat().stack, 'online', [logsOf('SignalR'), logsOf('Vault'), ...OF_NETWORK]],
    [
      'SecureServerlessSignalR',
      newChat().stack,
      'corp',
      [
        ...NEGOTIATION,
        logsOf('SignalR'),
        logsOf('Vault'),
        zoneOf('FunctionAppPrivateDnsZone'),
        zoneOf('SignalRPrivateDnsZone'),
        zoneOf('VaultPrivateDnsZone'),
        storageOf('NegotiationStorage'),
        storageOf('Storage'),
        ...OF_NETWORK,
      ],
    ],
  ])('%s does not pass: %#', (_, stack, archetype, expected) => {
    expect(outcomesOf(archetype, stack)).toEqual(expected);
  });
});

describe.each(MAJORS)('azurerm %d: examples/landing-zone', (azurermMajor) => {
  const app = Testing.app({ context: { azurermMajor } });
  const [existing, corp, online] = [
    new LandingZoneStack(app, 'landing-zone'),
    new CorpStack(app, 'landing-zone-corp'),
    new OnlineStack(app, 'landing-zone-online'),
  ];

  test.each<Archetype>(['corp', 'online'])('corp.ts passes the policies of %s', (archetype) => {
    expect(outcomesOf(archetype, corp)).toEqual([]);
  });

  test('online.ts passes the policies of online', () => {
    expect(outcomesOf('online', online)).toEqual([]);
    expect(outcomesOf('corp', online)).toEqual([WEB_APP, zoneOf('PrivateDnsZone')]);
  });

  test('main.ts passes those of online where no policy sends logs to the same workspace', () => {
    expect(outcomesOf('online', existing)).toEqual([logsOf('SignalR')]);
    expect(outcomesOf('corp', existing)).toEqual([WEB_APP, logsOf('SignalR')]);
  });

  test('is accepted by the schema', () => {
    [existing, corp, online].forEach((stack) => expect(schemaViolations(synth(stack), azurermMajor)).toEqual([]));
  });
});

describe.each(MAJORS)('azurerm %d: SecureServerlessSignalR', (azurermMajor) => {
  const hosts = { linux: FunctionHost.linux(), windows: FunctionHost.windows(), flex: FunctionHost.flexConsumption() };

  test.each(Object.keys(hosts) as (keyof typeof hosts)[])('passes the policies of corp, on %s', (host) => {
    const { stack } = newChat(
      {
        host: hosts[host],
        network: AppNetwork.define({
          subnetAttachments: SubnetAttachments.AT_CREATION,
          ddosProtectionPlanId: PLAN_ID,
          dnsServers: ['10.100.1.4'],
        }),
        privateStorage: true,
        dns: AppDns.managedByPolicy(),
        logs: LogDestination.managedByPolicy(),
        negotiation: Negotiation.privateFunctionApp(),
      },
      newStack('Prod', { azurermMajor }),
    );
    expect(outcomesOf('corp', stack)).toEqual([]);
  });

  test('passes the policies of online with public negotiation', () => {
    const network = AppNetwork.define({
      subnetAttachments: SubnetAttachments.AT_CREATION,
      ddosProtectionPlanId: PLAN_ID,
    });
    const { stack } = newChat({ network, logs: LogDestination.managedByPolicy() }, newStack('Prod', { azurermMajor }));
    expect(outcomesOf('online', stack)).toEqual([]);
  });
});

test('the secret of the Serverless example passes the policies of all landing zones', () => {
  const readme = readFileSync(join(__dirname, '..', '..', 'examples', 'serverless', 'README.md'), 'utf8');
  const [command] = /az keyvault secret set (\\\n|.)*/.exec(readme)!;
  expect(outcomes('online', [secretRequest(command)])).toEqual([]);
  expect(outcomes('online', [secretRequest('az keyvault secret set --value "$key"')])).toEqual([
    'denied: Enforce-GR-KeyVault: Deny-Kv-Secret-Content-Type: az keyvault secret set',
    'denied: Enforce-GR-KeyVault: Deny-KV-Secrets-ValidityDays: az keyvault secret set',
  ]);
});

test('each policy finds the resource that breaks it', () => {
  const resource = {
    azurerm_subnet: { A: { name: 'apps' }, B: { name: 'GatewaySubnet' } },
    azurerm_virtual_network: { A: { name: 'vnet', subnet: [{ name: 'apps', security_group: null }] } },
    azurerm_network_security_rule: {
      A: {
        access: 'Allow',
        direction: 'Inbound',
        destination_port_range: '22',
        source_address_prefix: 'Internet',
      },
    },
    azurerm_storage_account: {
      A: { name: 'st', https_traffic_only_enabled: false, min_tls_version: 'TLS1_0' },
    },
    azurerm_linux_web_app: { A: { site_config: { minimum_tls_version: '1.1' } } },
    azurerm_linux_function_app: { A: {} },
    azurerm_linux_web_app_slot: { A: {} },
    azurerm_key_vault: { A: {} },
    azurerm_private_dns_zone: { A: { name: 'privatelink.service.signalr.net' }, B: { name: 'corp.contoso.com' } },
    azurerm_monitor_diagnostic_setting: {
      A: { target_resource_id: '${azurerm_key_vault.A.id}', log_analytics_workspace_id: '${data.x.y.id}' },
    },
  };
  const found = outcomes('corp', [...requestsOf({ resource } as any), secretRequest('')]);
  expect([...new Set(found.map((each) => each.split(': ').slice(1, -1).join(': ')))].sort()).toEqual(
    [...new Set(POLICIES.map(({ name }) => name))].sort(),
  );
  expect(found.filter((each) => each.endsWith('.B'))).toEqual([]);
});

import { TerraformStack, TerraformVariable } from 'cdktf';
import { armId, IDENTITY, KEY_VAULT_ID, NETWORK_ID, PLAN_ID, SUBNET_ID } from './support/ids';
import { messageOf, newStack } from './support/synth';
import { ExistingApp, ServicePlan } from '../src/appservice';
import { ResourceGroup } from '../src/core';
import {
  DnsForwardingRuleset,
  DnsResolverInboundEndpoint,
  DnsResolverOutboundEndpoint,
  PrivateDnsResolver,
  PrivateDnsZone,
} from '../src/dns';
import { CustomRole, ManagedIdentity } from '../src/identity';
import {
  ApplicationSecurityGroup,
  NatGateway,
  NetworkSecurityGroup,
  RouteTable,
  Subnet,
  SubnetDelegation,
  VirtualNetwork,
} from '../src/network';
import { ApplicationInsights } from '../src/observability';
import { PrivateEndpoint } from '../src/privatelink';
import { StorageAccount, StorageContainer } from '../src/storage';
import { KeyVault } from '../src/vault';

type Refer = (stack: TerraformStack, text: (right: string) => string) => unknown;

const ROLE_ID = '/providers/Microsoft.Authorization/roleDefinitions/11111111-2222-3333-4444-555555555555';
const idForm = (type: string) => `/subscriptions/ID/resourceGroups/NAME/providers/${type}`;
const location =
  '[core/location] "x y" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"';
const groupName =
  '[core/resource-group-name] "x y" is not a resource group name; use 1 to 90 letters, digits, dashes, underscores, periods or parentheses, not ending with a period';
const networkId = `[network/virtual-network-id] "x y" is not the id of a virtual network; use one such as ${idForm('Microsoft.Network/virtualNetworks/NAME')}`;

/** How each existing thing is referred to, with texts that are right, and what it is told when all of them are "x y". */
const EXISTING: [string, Refer, string[]][] = [
  [
    'resource group',
    (stack, text) =>
      ResourceGroup.fromResourceGroupAttributes(stack, 'Old', {
        resourceGroupId: text('/subscriptions/0/resourceGroups/rg'),
        resourceGroupName: text('rg'),
        location: text('Central US'),
      }),
    [
      '[core/resource-group-id] "x y" is not the id of a resource group; use one such as /subscriptions/ID/resourceGroups/NAME',
      groupName,
      location,
    ],
  ],
  [
    'virtual network',
    (stack, text) =>
      VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Old', {
        virtualNetworkId: text(NETWORK_ID),
        virtualNetworkName: text('vnet'),
        resourceGroupName: text('rg'),
        location: text('centralus'),
        addressSpace: [text('10.0.0.0/16'), 'fd00::/48'],
        dnsServers: [text('10.0.0.4')],
      }),
    [
      networkId,
      '[network/name] "x y" is not a virtual network name; use 2 to 64 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
      groupName,
      location,
      '[network/cidr] "x y" is not an IPv4 range; use one such as 10.0.0.0/24',
      '[network/dns-server] "x y" is not an IPv4 address; give the address of a DNS server, such as 10.0.0.4',
    ],
  ],
  [
    'subnet',
    (stack, text) =>
      Subnet.fromSubnetAttributes(stack, 'Old', {
        subnetId: text(SUBNET_ID),
        virtualNetworkId: text(NETWORK_ID),
        location: text('centralus'),
        delegation: SubnetDelegation.to(
          text('Microsoft.Web/serverFarms'),
          text('Microsoft.Network/networkinterfaces/*'),
        ),
      }),
    [
      `[network/subnet-id] "x y" is not the id of a subnet; use one such as ${idForm('Microsoft.Network/virtualNetworks/NAME/subnets/NAME')}`,
      networkId,
      location,
      '[network/delegation] "x y" is not a service that subnets are delegated to; use one such as Microsoft.ContainerInstance/containerGroups',
      '[network/delegation] "x y" is not an action; use one such as Microsoft.Network/virtualNetworks/subnets/join/action',
    ],
  ],
  [
    'network security group',
    (stack, text) =>
      NetworkSecurityGroup.fromNetworkSecurityGroupAttributes(stack, 'Old', {
        networkSecurityGroupId: text(armId('Microsoft.Network/networkSecurityGroups', 'nsg')),
      }),
    [
      `[network/security-group-id] "x y" is not the id of a network security group; use one such as ${idForm('Microsoft.Network/networkSecurityGroups/NAME')}`,
    ],
  ],
  [
    'application security group',
    (stack, text) =>
      ApplicationSecurityGroup.fromApplicationSecurityGroupAttributes(stack, 'Old', {
        applicationSecurityGroupId: text(armId('Microsoft.Network/applicationSecurityGroups', 'asg')),
      }),
    [
      `[network/application-security-group-id] "x y" is not the id of an application security group; use one such as ${idForm('Microsoft.Network/applicationSecurityGroups/NAME')}`,
    ],
  ],
  [
    'route table',
    (stack, text) =>
      RouteTable.fromRouteTableAttributes(stack, 'Old', {
        routeTableId: text(armId('Microsoft.Network/routeTables', 'rt')),
      }),
    [
      `[network/route-table-id] "x y" is not the id of a route table; use one such as ${idForm('Microsoft.Network/routeTables/NAME')}`,
    ],
  ],
  [
    'NAT gateway',
    (stack, text) =>
      NatGateway.fromNatGatewayAttributes(stack, 'Old', {
        natGatewayId: text(armId('Microsoft.Network/natGateways', 'ng')),
      }),
    [
      `[network/nat-gateway-id] "x y" is not the id of a NAT gateway; use one such as ${idForm('Microsoft.Network/natGateways/NAME')}`,
    ],
  ],
  [
    'private DNS zone',
    (stack, text) =>
      PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Old', {
        zoneId: text(armId('Microsoft.Network/privateDnsZones', 'corp.example')),
        zoneName: text('_msdcs.Corp.example'),
      }),
    [
      `[dns/zone-id] "x y" is not the id of a private DNS zone; use one such as ${idForm('Microsoft.Network/privateDnsZones/NAME')}`,
      '[dns/zone-name] "x y" is not a zone name; use one such as privatelink.service.signalr.net',
    ],
  ],
  [
    'private DNS resolver',
    (stack, text) =>
      PrivateDnsResolver.fromPrivateDnsResolverAttributes(stack, 'Old', {
        privateDnsResolverId: text(armId('Microsoft.Network/dnsResolvers', 'resolver')),
        virtualNetworkId: text(NETWORK_ID),
        location: text('centralus'),
      }),
    [
      `[dns/resolver-id] "x y" is not the id of a private DNS resolver; use one such as ${idForm('Microsoft.Network/dnsResolvers/NAME')}`,
      networkId,
      location,
    ],
  ],
  [
    'inbound endpoint',
    (stack, text) =>
      DnsResolverInboundEndpoint.fromDnsResolverInboundEndpointAttributes(stack, 'Old', {
        inboundEndpointId: text(armId('Microsoft.Network/dnsResolvers/inboundEndpoints', 'resolver', 'in')),
        ipAddress: text('10.0.0.4'),
      }),
    [
      `[dns/inbound-endpoint-id] "x y" is not the id of an inbound endpoint; use one such as ${idForm('Microsoft.Network/dnsResolvers/NAME/inboundEndpoints/NAME')}`,
      '[dns/static-ip] "x y" is not an IPv4 address; use one such as 10.0.0.4',
    ],
  ],
  [
    'outbound endpoint',
    (stack, text) =>
      DnsResolverOutboundEndpoint.fromDnsResolverOutboundEndpointAttributes(stack, 'Old', {
        outboundEndpointId: text(armId('Microsoft.Network/dnsResolvers/outboundEndpoints', 'resolver', 'out')),
        location: text('centralus'),
      }),
    [
      `[dns/outbound-endpoint-id] "x y" is not the id of an outbound endpoint; use one such as ${idForm('Microsoft.Network/dnsResolvers/NAME/outboundEndpoints/NAME')}`,
      location,
    ],
  ],
  [
    'forwarding ruleset',
    (stack, text) =>
      DnsForwardingRuleset.fromDnsForwardingRulesetAttributes(stack, 'Old', {
        dnsForwardingRulesetId: text(armId('Microsoft.Network/dnsForwardingRulesets', 'rules')),
      }),
    [
      `[dns/ruleset-id] "x y" is not the id of a DNS forwarding ruleset; use one such as ${idForm('Microsoft.Network/dnsForwardingRulesets/NAME')}`,
    ],
  ],
  [
    'private endpoint',
    (stack, text) =>
      PrivateEndpoint.fromPrivateEndpointAttributes(stack, 'Old', {
        privateEndpointId: text(armId('Microsoft.Network/privateEndpoints', 'pep')),
      }),
    [
      `[privatelink/endpoint-id] "x y" is not the id of a private endpoint; use one such as ${idForm('Microsoft.Network/privateEndpoints/NAME')}`,
    ],
  ],
  [
    'Application Insights resource',
    (stack, text) =>
      ApplicationInsights.fromApplicationInsightsAttributes(stack, 'Old', {
        applicationInsightsId: text(armId('Microsoft.Insights/components', 'appi')),
        connectionString: new TerraformVariable(stack, 'connection', { sensitive: true }).stringValue,
      }),
    [
      `[logs/insights-id] "x y" is not the id of an Application Insights resource; use one such as ${idForm('Microsoft.Insights/components/NAME')}`,
    ],
  ],
  [
    'Key Vault',
    (stack, text) =>
      KeyVault.fromKeyVaultAttributes(stack, 'Old', {
        keyVaultId: text(KEY_VAULT_ID),
        vaultUri: text('https://kv.vault.azure.net/'),
      }),
    [
      `[vault/id] "x y" is not the id of a Key Vault; use one such as ${idForm('Microsoft.KeyVault/vaults/NAME')}`,
      '[vault/uri] "x y" is not the address of a Key Vault; use one such as https://NAME.vault.azure.net/',
    ],
  ],
  [
    'storage account',
    (stack, text) =>
      StorageAccount.fromStorageAccountAttributes(stack, 'Old', {
        storageAccountId: text(armId('Microsoft.Storage/storageAccounts', 'stold')),
        storageAccountName: text('stold'),
      }),
    [
      `[storage/account-id] "x y" is not the id of a storage account; use one such as ${idForm('Microsoft.Storage/storageAccounts/NAME')}`,
      '[storage/name] "x y" is not a storage account name; use 3 to 24 lower-case letters or digits',
    ],
  ],
  [
    'container',
    (stack, text) =>
      StorageContainer.fromStorageContainerAttributes(stack, 'Old', {
        containerUrl: text('https://stold.blob.core.windows.net/code'),
      }),
    [
      '[storage/container-url] "x y" is not the address of a container; use one such as https://NAME.blob.core.windows.net/CONTAINER',
    ],
  ],
  [
    'service plan',
    (stack, text) =>
      ServicePlan.fromServicePlanAttributes(stack, 'Old', {
        servicePlanId: text(PLAN_ID),
        location: text('centralus'),
      }),
    [
      `[appservice/plan-id] "x y" is not the id of a service plan; use one such as ${idForm('Microsoft.Web/serverFarms/NAME')}`,
      location,
    ],
  ],
  [
    'app',
    (stack, text) =>
      ExistingApp.fromAppAttributes(stack, 'Old', {
        appId: text(armId('Microsoft.Web/sites', 'app')),
        defaultHostname: text('app.azurewebsites.net'),
        identity: ManagedIdentity.fromManagedIdentityAttributes(stack, 'Identity', IDENTITY),
        virtualNetworkId: text(NETWORK_ID),
      }),
    [
      `[appservice/app-id] "x y" is not the id of a web or function app; use one such as ${idForm('Microsoft.Web/sites/NAME')}`,
      '[appservice/hostname] "x y" is not a host name; use one without scheme, port and path, such as NAME.azurewebsites.net',
      networkId,
    ],
  ],
  [
    'custom role',
    (stack, text) =>
      CustomRole.fromCustomRoleAttributes(stack, 'Old', {
        name: 'Chat Sender',
        roleDefinitionId: text(ROLE_ID),
        dataActions: [text('Microsoft.SignalRService/SignalR/*')],
        notDataActions: [text('Microsoft.SignalRService/SignalR/hub/read')],
      }),
    [
      '[identity/role-definition] "x y" is not the id of a role definition; use one such as /subscriptions/.../providers/Microsoft.Authorization/roleDefinitions/GUID',
      '[identity/custom-role] "x y" is not a data action; use one such as Microsoft.SignalRService/SignalR/hub/send/action',
      '[identity/custom-role] "x y" is not a data action; use one such as Microsoft.SignalRService/SignalR/hub/send/action',
    ],
  ],
];

describe.each(EXISTING)('an existing %s', (_name, refer, messages) => {
  test('is taken by ids and names of Azure, in any letter case of the fixed segments', () => {
    expect(() => refer(newStack(), (right) => right)).not.toThrow();
    const lowered = (right: string) => right.replace(/^(\/.*)\/resourceGroups\//, '$1/resourcegroups/');
    expect(() => refer(newStack(), lowered)).not.toThrow();
  });

  test('tells everything that is wrong at once', () => {
    const expected = messages.map((message) => `Prod/Old: ${message}`).join('\n');
    expect(messageOf(() => refer(newStack(), () => 'x y'))).toBe(expected);
  });

  test('is not judged by what only Terraform knows', () => {
    const stack = newStack();
    let count = 0;
    const unknown = () => new TerraformVariable(stack, `unknown-${(count += 1)}`, {}).stringValue;
    expect(() => refer(stack, unknown)).not.toThrow();
  });
});

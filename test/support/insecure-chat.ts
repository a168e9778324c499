import { AppConfigurationKey } from '@cdktf/provider-azurerm/lib/app-configuration-key';
import { KeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { KeyVaultSecret } from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformOutput, TerraformStack } from 'cdktf';

/** A chat as it is put together from the examples in azurerm's documentation, each shortened or opened until it works. */
export function addInsecureChat(stack: TerraformStack): void {
  const group = new ResourceGroup(stack, 'Group', { name: 'my-signalr', location: 'West US' });
  const inGroup = { resourceGroupName: group.name, location: group.location };
  const service = addService(stack, inGroup);
  addApp(stack, inGroup, service);
  addNetwork(stack, inGroup, service);
  addVault(stack, inGroup, service);
  new RoleAssignment(stack, 'Role', {
    scope: group.id,
    roleDefinitionName: 'Contributor',
    principalId: '11111111-1111-1111-1111-111111111111',
  });
  new AppConfigurationKey(stack, 'Configuration', {
    configurationStoreId: 'store',
    key: 'Azure:SignalR:ConnectionString',
    value: service.primaryConnectionString,
  });
  new TerraformOutput(stack, 'connection-string', { value: service.primaryConnectionString, sensitive: true });
}

interface InGroup {
  readonly resourceGroupName: string;
  readonly location: string;
}

function addService(stack: TerraformStack, inGroup: InGroup): SignalrService {
  const service = new SignalrService(stack, 'Service', {
    ...inGroup,
    name: 'tfex-signalr',
    sku: { name: 'Free_F1', capacity: 1 },
    cors: [{ allowedOrigins: ['*', 'http://www.example.com', 'http://localhost:3000'] }],
    connectivityLogsEnabled: true,
    serviceMode: 'Serverless',
    upstreamEndpoint: [
      {
        categoryPattern: ['connections', 'messages'],
        eventPattern: ['*'],
        hubPattern: ['hub1'],
        urlTemplate: 'http://foo.com/api?code=abc',
      },
    ],
    liveTraceEnabled: true,
  });
  new SignalrServiceNetworkAcl(stack, 'Acl', {
    signalrServiceId: service.id,
    defaultAction: 'Allow',
    publicNetwork: { deniedRequestTypes: ['Trace'] },
  });
  return service;
}

function addApp(stack: TerraformStack, inGroup: InGroup, service: SignalrService): void {
  const plan = new ServicePlan(stack, 'Plan', { ...inGroup, name: 'example', osType: 'Linux', skuName: 'F1' });
  new LinuxWebApp(stack, 'App', {
    ...inGroup,
    name: 'example',
    servicePlanId: plan.id,
    siteConfig: { alwaysOn: false, remoteDebuggingEnabled: true, ftpsState: 'AllAllowed', minimumTlsVersion: '1.0' },
    appSettings: { Azure__SignalR__ConnectionString: service.primaryConnectionString, WEBSITE_DNS_SERVER: '8.8.8.8' },
  });
}

function addNetwork(stack: TerraformStack, inGroup: InGroup, service: SignalrService): void {
  const network = new VirtualNetwork(stack, 'Network', { ...inGroup, name: 'example', addressSpace: ['10.0.0.0/16'] });
  const subnet = new Subnet(stack, 'Subnet', {
    name: 'internal',
    resourceGroupName: inGroup.resourceGroupName,
    virtualNetworkName: network.name,
    addressPrefixes: ['10.0.2.0/24'],
  });
  new NetworkSecurityGroup(stack, 'SecurityGroup', {
    ...inGroup,
    name: 'example',
    securityRule: [
      {
        name: 'test123',
        priority: 100,
        direction: 'Inbound',
        access: 'Allow',
        protocol: '*',
        sourcePortRange: '*',
        destinationPortRange: '*',
        sourceAddressPrefix: '*',
        destinationAddressPrefix: '*',
      },
    ],
  });
  new PrivateEndpoint(stack, 'Endpoint', {
    ...inGroup,
    name: 'example',
    subnetId: subnet.id,
    privateServiceConnection: {
      name: 'example',
      isManualConnection: true,
      requestMessage: 'please',
      privateConnectionResourceId: service.id,
      subresourceNames: ['signalR'],
    },
  });
  new PrivateDnsZone(stack, 'Zone', {
    name: 'service.signalr.net',
    resourceGroupName: inGroup.resourceGroupName,
  });
}

function addVault(stack: TerraformStack, inGroup: InGroup, service: SignalrService): void {
  const vault = new KeyVault(stack, 'Vault', {
    ...inGroup,
    name: 'examplekeyvault',
    tenantId: '22222222-2222-2222-2222-222222222222',
    skuName: 'standard',
  });
  new KeyVaultSecret(stack, 'Secret', { name: 'signalr', value: service.primaryAccessKey, keyVaultId: vault.id });
}

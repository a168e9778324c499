import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { NetworkSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { App, Fn, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

const location = 'centralus';
const APP_RANGE = '10.0.0.0/26';
const ENDPOINT_RANGE = '10.0.0.64/27';

/** Names of the main example, whose globally unique ones end in a hash. */
export interface PlainNames {
  readonly workload: string;
  readonly hash: string;
}

export const NAMES_OF_EXAMPLE: PlainNames = { workload: 'chat', hash: '4e39fc' };

/** The 25 resources and three outputs of examples/quick-start, written by hand with the provider alone. */
export class PlainChatStack extends TerraformStack {
  constructor(scope: Construct, id: string, { workload, hash }: PlainNames = NAMES_OF_EXAMPLE) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    const name = (prefix: string, part: string = '') => `${prefix}-${workload}${part}-prod-${location}`;
    const uniqueName = (prefix: string) => `${name(prefix)}-${hash}`;

    const group = new ResourceGroup(this, 'group', { name: name('rg'), location });
    const inGroup = { resourceGroupName: group.name, location };

    const network = new VirtualNetwork(this, 'network', {
      ...inGroup,
      name: name('vnet'),
      addressSpace: ['10.0.0.0/24'],
    });
    const appSubnet = new Subnet(this, 'app-subnet', {
      name: name('snet', '-app'),
      resourceGroupName: group.name,
      virtualNetworkName: network.name,
      addressPrefixes: [APP_RANGE],
      delegation: [
        {
          name: 'delegation',
          serviceDelegation: {
            name: 'Microsoft.Web/serverFarms',
            actions: ['Microsoft.Network/virtualNetworks/subnets/action'],
          },
        },
      ],
    });
    const endpointSubnet = new Subnet(this, 'endpoint-subnet', {
      name: name('snet', '-endpoints'),
      resourceGroupName: group.name,
      virtualNetworkName: network.name,
      addressPrefixes: [ENDPOINT_RANGE],
      privateEndpointNetworkPolicies: 'Enabled',
      defaultOutboundAccessEnabled: false,
    });

    const appGroup = new NetworkSecurityGroup(this, 'app-nsg', { ...inGroup, name: name('nsg', '-app') });
    const endpointGroup = new NetworkSecurityGroup(this, 'endpoint-nsg', {
      ...inGroup,
      name: name('nsg', '-endpoints'),
    });
    const appAssociation = new SubnetNetworkSecurityGroupAssociation(this, 'app-nsg-association', {
      subnetId: appSubnet.id,
      networkSecurityGroupId: appGroup.id,
    });
    const endpointAssociation = new SubnetNetworkSecurityGroupAssociation(this, 'endpoint-nsg-association', {
      subnetId: endpointSubnet.id,
      networkSecurityGroupId: endpointGroup.id,
    });
    addRules(this, group, appGroup, endpointGroup);

    const service = new SignalrService(this, 'signalr', {
      ...inGroup,
      name: uniqueName('sigr'),
      sku: { name: 'Standard_S1', capacity: 1 },
      serviceMode: 'Default',
      aadAuthEnabled: true,
      localAuthEnabled: false,
      publicNetworkAccessEnabled: true,
      connectivityLogsEnabled: true,
      httpRequestLogsEnabled: true,
      messagingLogsEnabled: true,
      liveTrace: {
        enabled: false,
        connectivityLogsEnabled: false,
        httpRequestLogsEnabled: false,
        messagingLogsEnabled: false,
      },
      cors: [{ allowedOrigins: [`https://${uniqueName('app')}.azurewebsites.net`] }],
    });

    const zone = new PrivateDnsZone(this, 'zone', {
      name: 'privatelink.service.signalr.net',
      resourceGroupName: group.name,
    });
    const link = new PrivateDnsZoneVirtualNetworkLink(this, 'zone-link', {
      name: `link-${name('vnet')}`,
      resourceGroupName: group.name,
      privateDnsZoneName: zone.name,
      virtualNetworkId: network.id,
      registrationEnabled: false,
    });
    const endpoint = new PrivateEndpoint(this, 'endpoint', {
      ...inGroup,
      name: name('pep', '-signalr'),
      subnetId: endpointSubnet.id,
      privateServiceConnection: {
        name: name('pep', '-signalr'),
        isManualConnection: false,
        privateConnectionResourceId: service.id,
        subresourceNames: ['signalr'],
      },
      privateDnsZoneGroup: { name: 'default', privateDnsZoneIds: [zone.id] },
      dependsOn: [endpointAssociation, link],
    });
    new SignalrServiceNetworkAcl(this, 'acl', {
      signalrServiceId: service.id,
      defaultAction: 'Deny',
      publicNetwork: { allowedRequestTypes: ['ClientConnection'] },
      privateEndpoint: [{ id: endpoint.id, allowedRequestTypes: ['ServerConnection', 'RESTAPI'] }],
    });

    const identity = new UserAssignedIdentity(this, 'identity', { ...inGroup, name: name('id') });
    const subscription = Fn.join('/', Fn.slice(Fn.split('/', service.id), 0, 3));
    const role = new RoleAssignment(this, 'role', {
      scope: service.id,
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7`,
    });

    const plan = new ServicePlan(this, 'plan', { ...inGroup, name: name('asp'), osType: 'Linux', skuName: 'P0v3' });
    const app = new LinuxWebApp(this, 'app', {
      ...inGroup,
      name: uniqueName('app'),
      servicePlanId: plan.id,
      virtualNetworkSubnetId: appSubnet.id,
      httpsOnly: true,
      publicNetworkAccessEnabled: true,
      ftpPublishBasicAuthenticationEnabled: false,
      webdeployPublishBasicAuthenticationEnabled: false,
      identity: { type: 'UserAssigned', identityIds: [identity.id] },
      keyVaultReferenceIdentityId: identity.id,
      siteConfig: {
        alwaysOn: true,
        applicationStack: { dotnetVersion: '10.0' },
        ftpsState: 'Disabled',
        http2Enabled: true,
        minimumTlsVersion: '1.2',
        scmMinimumTlsVersion: '1.2',
        use32BitWorker: false,
        vnetRouteAllEnabled: true,
        websocketsEnabled: true,
      },
      appSettings: {
        Azure__SignalR__ConnectionString: `Endpoint=https://${service.hostname};AuthType=azure.msi;ClientId=${identity.clientId};Version=1.0;`,
      },
      dependsOn: [appAssociation, role],
    });

    const workspace = new LogAnalyticsWorkspace(this, 'logs', {
      ...inGroup,
      name: name('log'),
      sku: 'PerGB2018',
      retentionInDays: 30,
      localAuthenticationEnabled: false,
    });
    new MonitorDiagnosticSetting(this, 'signalr-logs', {
      name: 'logs',
      targetResourceId: service.id,
      logAnalyticsWorkspaceId: workspace.id,
      enabledLog: [{ category: 'AllLogs' }],
      enabledMetric: [{ category: 'AllMetrics' }],
    });
    new MonitorDiagnosticSetting(this, 'app-logs', {
      name: 'logs',
      targetResourceId: app.id,
      logAnalyticsWorkspaceId: workspace.id,
      enabledLog: [{ categoryGroup: 'allLogs' }],
      enabledMetric: [{ category: 'AllMetrics' }],
    });

    new TerraformOutput(this, 'web-app-url', { value: `https://${app.defaultHostname}` });
    new TerraformOutput(this, 'signalr-hostname', { value: service.hostname });
    new TerraformOutput(this, 'signalr-private-ip', { value: endpoint.privateServiceConnection.privateIpAddress });
  }
}

function addRules(
  stack: TerraformStack,
  group: ResourceGroup,
  appGroup: NetworkSecurityGroup,
  endpointGroup: NetworkSecurityGroup,
): void {
  const inAppGroup = { resourceGroupName: group.name, networkSecurityGroupName: appGroup.name };
  const inEndpointGroup = { resourceGroupName: group.name, networkSecurityGroupName: endpointGroup.name };
  const https = { access: 'Allow', protocol: 'Tcp', sourcePortRange: '*', destinationPortRange: '443' };
  const denyInbound = {
    name: 'DenyAllInbound',
    description: 'Everything that no rule allows, also from the own network',
    direction: 'Inbound',
    access: 'Deny',
    priority: 4000,
    protocol: '*',
    sourcePortRange: '*',
    destinationPortRange: '*',
    sourceAddressPrefix: '*',
    destinationAddressPrefix: '*',
  };
  new NetworkSecurityRule(stack, 'app-to-endpoints', {
    ...inAppGroup,
    ...https,
    name: 'AllowPrivateEndpointsOutbound',
    description: 'Apps reach SignalR through its private endpoint',
    direction: 'Outbound',
    priority: 100,
    sourceAddressPrefix: APP_RANGE,
    destinationAddressPrefix: ENDPOINT_RANGE,
  });
  new NetworkSecurityRule(stack, 'app-deny', { ...inAppGroup, ...denyInbound });
  new NetworkSecurityRule(stack, 'endpoints-from-app', {
    ...inEndpointGroup,
    ...https,
    name: 'AllowAppsInbound',
    description: 'Apps reach the private endpoints',
    direction: 'Inbound',
    priority: 100,
    sourceAddressPrefix: APP_RANGE,
    destinationAddressPrefix: ENDPOINT_RANGE,
  });
  new NetworkSecurityRule(stack, 'endpoints-deny', { ...inEndpointGroup, ...denyInbound });
}

if (require.main === module) {
  const app = new App();
  new PlainChatStack(app, 'quick-start');
  app.synth();
}

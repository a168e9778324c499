import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Subnet, SubnetConfig } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

const location = 'centralus';
const appName = 'app-chat-contoso';

/** A subnet, and what has to be there before anything joins it. */
interface SecuredSubnet {
  readonly subnet: Subnet;
  readonly association: ITerraformDependable;
}

/** A SignalR service behind a web app, resource by resource, as teams write it without this library. */
export class PlainChat extends Construct {
  public readonly app: LinuxWebApp;

  private readonly inGroup: { readonly resourceGroupName: string; readonly location: string };
  private readonly network: VirtualNetwork;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const group = new ResourceGroup(this, 'group', { name: 'rg-chat', location });
    this.inGroup = { resourceGroupName: group.name, location };
    this.network = new VirtualNetwork(this, 'network', {
      ...this.inGroup,
      name: 'vnet-chat',
      addressSpace: ['10.0.0.0/24'],
    });

    const service = new SignalrService(this, 'signalr', {
      ...this.inGroup,
      name: 'sigr-chat-contoso',
      sku: { name: 'Standard_S1', capacity: 1 },
      serviceMode: 'Default',
      localAuthEnabled: false,
      connectivityLogsEnabled: true,
      httpRequestLogsEnabled: true,
      messagingLogsEnabled: true,
      cors: [{ allowedOrigins: [`https://${appName}.azurewebsites.net`] }],
    });
    const endpoint = this.addEndpoint(service);
    new SignalrServiceNetworkAcl(this, 'acl', {
      signalrServiceId: service.id,
      defaultAction: 'Deny',
      publicNetwork: { allowedRequestTypes: ['ClientConnection'] },
      privateEndpoint: [{ id: endpoint.id, allowedRequestTypes: ['ServerConnection', 'RESTAPI'] }],
    });
    this.app = this.addApp(service);

    const workspace = new LogAnalyticsWorkspace(this, 'logs', {
      ...this.inGroup,
      name: 'log-chat',
      retentionInDays: 30,
      localAuthenticationEnabled: false,
    });
    const logs = { name: 'logs', logAnalyticsWorkspaceId: workspace.id, enabledMetric: [{ category: 'AllMetrics' }] };
    new MonitorDiagnosticSetting(this, 'signalr-logs', {
      ...logs,
      targetResourceId: service.id,
      enabledLog: [{ category: 'AllLogs' }],
    });
    new MonitorDiagnosticSetting(this, 'app-logs', {
      ...logs,
      targetResourceId: this.app.id,
      enabledLog: [{ categoryGroup: 'allLogs' }],
    });
  }

  /** The private address of the service, and the zone in which the app finds it. */
  private addEndpoint(service: SignalrService): PrivateEndpoint {
    const { subnet, association } = this.addSubnet('endpoints', {
      addressPrefixes: ['10.0.0.64/27'],
      privateEndpointNetworkPolicies: 'Enabled',
      defaultOutboundAccessEnabled: false,
    });
    const zone = new PrivateDnsZone(this, 'zone', {
      name: 'privatelink.service.signalr.net',
      resourceGroupName: this.inGroup.resourceGroupName,
    });
    const link = new PrivateDnsZoneVirtualNetworkLink(this, 'zone-link', {
      name: 'link-chat',
      resourceGroupName: this.inGroup.resourceGroupName,
      privateDnsZoneName: zone.name,
      virtualNetworkId: this.network.id,
    });
    return new PrivateEndpoint(this, 'endpoint', {
      ...this.inGroup,
      name: 'pep-chat',
      subnetId: subnet.id,
      privateServiceConnection: {
        name: 'pep-chat',
        isManualConnection: false,
        privateConnectionResourceId: service.id,
        subresourceNames: ['signalr'],
      },
      privateDnsZoneGroup: { name: 'default', privateDnsZoneIds: [zone.id] },
      dependsOn: [association, link],
    });
  }

  /** The hub server, which signs in with its identity. */
  private addApp(service: SignalrService): LinuxWebApp {
    const { subnet, association } = this.addSubnet('app', {
      addressPrefixes: ['10.0.0.0/26'],
      delegation: [
        {
          name: 'app-service',
          serviceDelegation: {
            name: 'Microsoft.Web/serverFarms',
            actions: ['Microsoft.Network/virtualNetworks/subnets/action'],
          },
        },
      ],
    });
    const identity = new UserAssignedIdentity(this, 'identity', { ...this.inGroup, name: 'id-chat' });
    const role = new RoleAssignment(this, 'role', {
      scope: service.id,
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
      roleDefinitionName: 'SignalR App Server',
    });
    const plan = new ServicePlan(this, 'plan', { ...this.inGroup, name: 'asp-chat', osType: 'Linux', skuName: 'P0v3' });
    return new LinuxWebApp(this, 'app', {
      ...this.inGroup,
      name: appName,
      servicePlanId: plan.id,
      virtualNetworkSubnetId: subnet.id,
      httpsOnly: true,
      ftpPublishBasicAuthenticationEnabled: false,
      identity: { type: 'UserAssigned', identityIds: [identity.id] },
      siteConfig: {
        applicationStack: { dotnetVersion: '10.0' },
        ftpsState: 'Disabled',
        minimumTlsVersion: '1.2',
        scmMinimumTlsVersion: '1.2',
        vnetRouteAllEnabled: true,
      },
      appSettings: {
        Azure__SignalR__ConnectionString: `Endpoint=https://${service.hostname};AuthType=azure.msi;ClientId=${identity.clientId};Version=1.0;`,
      },
      dependsOn: [association, role],
    });
  }

  private addSubnet(
    name: string,
    options: Pick<SubnetConfig, 'addressPrefixes'> & Partial<SubnetConfig>,
  ): SecuredSubnet {
    const subnet = new Subnet(this, `${name}-subnet`, {
      ...options,
      name: `snet-${name}`,
      resourceGroupName: this.inGroup.resourceGroupName,
      virtualNetworkName: this.network.name,
    });
    const group = new NetworkSecurityGroup(this, `${name}-nsg`, { ...this.inGroup, name: `nsg-${name}` });
    const association = new SubnetNetworkSecurityGroupAssociation(this, `${name}-nsg-association`, {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
    });
    return { subnet, association };
  }
}

import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { CorpStack } from './corp';
import { OnlineStack } from './online';
import { AppNetwork, core, network, observability, privatelink, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** What the platform team has made for the workload. */
const PLATFORM = { resourceGroupName: 'rg-network-chat-prod', virtualNetworkName: 'vnet-chat-prod' };

/**
 * A chat in a landing zone: group, network and log workspace exist, and Azure Policy keeps the DNS records of private
 * endpoints. The stack defines no network, no zone and no workspace.
 */
export class LandingZoneStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    // The workspace is in another subscription, that of the platform team.
    const management = new AzurermProvider(this, 'management', {
      alias: 'management',
      features: [{}],
      subscriptionId: '00000000-0000-0000-0000-000000000000',
    });

    const resourceGroup = core.ResourceGroup.fromLookup(this, 'ResourceGroup', { name: 'rg-chat-prod' });
    const virtualNetwork = network.VirtualNetwork.fromLookup(this, 'Network', {
      name: PLATFORM.virtualNetworkName,
      resourceGroupName: PLATFORM.resourceGroupName,
    });
    const workspace = observability.LogWorkspace.fromLookup(this, 'Workspace', {
      name: 'log-platform',
      resourceGroupName: 'rg-management',
      provider: management,
    });

    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      environment: 'prod',
      resourceGroup,
      network: AppNetwork.existing({
        virtualNetwork,
        integrationSubnet: this.subnet('IntegrationSubnet', 'snet-apps'),
        privateEndpointSubnet: this.subnet('PrivateEndpointSubnet', 'snet-endpoints'),
      }),
      dns: privatelink.DnsIntegration.managedByPolicy(),
      logs: observability.LogDestination.workspace(workspace),
    });

    new TerraformOutput(this, 'web-app-url', { value: `https://${chat.webApp.defaultHostname}` });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'signalr-private-ip', { value: chat.privateEndpoint.privateIpAddress });
  }

  private subnet(id: string, name: string): network.ISubnet {
    return network.Subnet.fromLookup(this, id, { ...PLATFORM, name });
  }
}

/** A stack in a network that exists, and two with networks as the policies of `corp` and `online` want them. */
export function addLandingZones(app: App): void {
  new LandingZoneStack(app, 'landing-zone');
  new CorpStack(app, 'landing-zone-corp');
  new OnlineStack(app, 'landing-zone-online');
}

if (require.main === module) {
  const app = new App();
  addLandingZones(app);
  app.synth();
}

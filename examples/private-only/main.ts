import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppHost, AppNetwork, appservice, network, SecureSignalRApp, signalr } from 'cdktf-azure-secure-signalr';

const { AddressRange, RuleAddress, RuleDirection, RuleProtocol, SecurityRule } = network;

/** Addresses of the people who use the chat. */
const DESKTOPS = '10.9.0.0/26';

/** A chat that no one reaches over the internet: its clients are machines of a peered network. */
export class PrivateOnlyStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      environment: 'prod',
      networkAccess: signalr.NetworkAccess.privateOnly(),
      host: AppHost.linuxWebApp({ accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly() }),
      network: AppNetwork.define({
        privateClients: RuleAddress.cidr(DESKTOPS),
        // Not even the app itself calls out: its identity signs in through App Service.
        integrationRules: [
          SecurityRule.deny({
            name: 'DenyInternetOutbound',
            direction: RuleDirection.OUTBOUND,
            priority: 4000,
            protocol: RuleProtocol.ANY,
            destination: RuleAddress.serviceTag('Internet'),
          }),
        ],
      }),
    });
    // The app serves pages and the negotiation at a private address as well.
    const appEndpoint = chat.linuxWebApp!.addPrivateEndpoint('PrivateEndpoint', {
      name: 'pep-chat-app-prod-centralus',
      resourceGroup: chat.resourceGroup,
      subnet: chat.privateEndpointSubnet,
    });

    const desktops = this.addDesktops(chat);
    new network.VirtualNetworkPeering(this, 'Peering', {
      local: chat.virtualNetwork,
      localName: 'peer-desktops',
      remote: desktops,
      remoteName: 'peer-chat',
    });
    [chat.privateEndpoint, appEndpoint].forEach(({ dns }) =>
      dns!.privateDnsZone!.addVirtualNetworkLink('DesktopsLink', { name: 'link-desktops', virtualNetwork: desktops }),
    );

    new TerraformOutput(this, 'web-app-url', { value: `https://${chat.webApp.defaultHostname}` });
    new TerraformOutput(this, 'web-app-private-ip', { value: appEndpoint.privateIpAddress });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'signalr-private-ip', { value: chat.privateEndpoint.privateIpAddress });
  }

  /** The network in which the clients are. */
  private addDesktops({ resourceGroup }: SecureSignalRApp): network.VirtualNetwork {
    const desktops = new network.VirtualNetwork(this, 'Desktops', {
      name: 'vnet-desktops-prod-centralus',
      resourceGroup,
      addressSpace: ['10.9.0.0/24'],
    });
    desktops.addSubnet('Subnet', {
      name: 'snet-desktops',
      addressRange: AddressRange.cidr(DESKTOPS),
      networkSecurityGroup: new network.NetworkSecurityGroup(this, 'DesktopsSecurityGroup', {
        name: 'nsg-desktops-prod-centralus',
        resourceGroup,
        rules: [],
      }),
    });
    return desktops;
  }
}

if (require.main === module) {
  const app = new App();
  new PrivateOnlyStack(app, 'private-only');
  app.synth();
}

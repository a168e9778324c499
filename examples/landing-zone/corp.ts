import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  AppHost,
  AppNetwork,
  AppOutbound,
  appservice,
  network,
  observability,
  privatelink,
  SecureSignalRApp,
  signalr,
} from 'cdktf-azure-secure-signalr';

/** What the platform team has in the connectivity subscription. */
const HUB = {
  firewall: '10.100.0.4',
  dnsServers: ['10.100.1.4'],
  ddosProtectionPlanId:
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ddos/providers/Microsoft.Network/ddosProtectionPlans/ddos-hub',
};

/** A chat of employees in a new network of its own, as the policies of the archetype corp want it. */
export class CorpStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      workload: 'talk',
      environment: 'prod',
      networkAccess: signalr.NetworkAccess.privateOnly(),
      host: AppHost.linuxWebApp({ accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly() }),
      network: AppNetwork.define({
        addressSpace: ['10.20.0.0/24'],
        subnetAttachments: network.SubnetAttachments.AT_CREATION,
        ddosProtectionPlanId: HUB.ddosProtectionPlanId,
        dnsServers: HUB.dnsServers,
        outbound: AppOutbound.firewall(HUB.firewall),
      }),
      dns: privatelink.DnsIntegration.managedByPolicy(),
      logs: observability.LogDestination.managedByPolicy(),
    });
    // Employees open pages and negotiate at a private address, too.
    const appEndpoint = chat.addPrivateEndpoint('AppEndpoint', {
      name: 'pep-talk-app-prod-centralus',
      target: chat.linuxWebApp!,
      clients: network.RuleAddress.serviceTag('VirtualNetwork'),
    });

    new TerraformOutput(this, 'web-app-url', { value: `https://${chat.webApp.defaultHostname}` });
    new TerraformOutput(this, 'web-app-private-ip', { value: appEndpoint.privateIpAddress });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'signalr-private-ip', { value: chat.privateEndpoint.privateIpAddress });
  }
}

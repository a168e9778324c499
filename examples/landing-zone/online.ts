import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppNetwork, network, observability, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** The plan that the platform team has for all networks. */
const DDOS_PLAN_ID =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ddos/providers/Microsoft.Network/ddosProtectionPlans/ddos-hub';

/** A chat on the internet in a new network of its own, as the policies of the archetype online want it. */
export class OnlineStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      workload: 'support',
      environment: 'prod',
      network: AppNetwork.define({
        subnetAttachments: network.SubnetAttachments.AT_CREATION,
        ddosProtectionPlanId: DDOS_PLAN_ID,
      }),
      logs: observability.LogDestination.managedByPolicy(),
    });

    new TerraformOutput(this, 'web-app-url', { value: `https://${chat.webApp.defaultHostname}` });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'signalr-private-ip', { value: chat.privateEndpoint.privateIpAddress });
  }
}

import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Naming, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** The names that the estate has already; everything else is named by the pattern of its team. */
const NAMING = Naming.of(
  {
    resourceGroup: 'rg-signalr-poc',
    virtualNetwork: 'vnet-cus',
    integrationSubnet: 'public-subnet',
    privateEndpointSubnet: 'private-endpoint-subnet',
    signalr: 'signalr-poc-contoso',
    privateEndpoint: 'pe-signalr-poc',
    privateEndpointNetworkInterface: 'pe-signalr-poc-nic',
    webApp: 'webapp-poc-contoso',
  },
  Naming.pattern('{prefix}-{workload}-cus-{role}'),
);

/** A chat with the names of an estate. */
export class OwnNamesStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const chat = new SecureSignalRApp(this, 'Chat', { location: 'Central US', workload: 'poc', naming: NAMING });

    new TerraformOutput(this, 'web-app-url', { value: `https://${chat.webApp.defaultHostname}` });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'signalr-private-ip', { value: chat.privateEndpoint.privateIpAddress });
  }
}

if (require.main === module) {
  const app = new App();
  new OwnNamesStack(app, 'own-names');
  app.synth();
}

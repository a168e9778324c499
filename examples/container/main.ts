import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppHost, appservice, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** A chat in a container, whose image is in a registry that takes no calls from the internet. */
export class ContainerStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const registry = appservice.ContainerRegistry.fromLookup(this, 'Registry', {
      name: 'crcontoso',
      resourceGroupName: 'rg-registry',
    });
    const image = appservice.ContainerImage.inRegistry(registry, 'chat/hub', '1.4.2');
    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      environment: 'prod',
      host: AppHost.linuxWebApp({ runtime: appservice.Runtime.container(image) }),
    });
    chat.addPrivateEndpoint('RegistryEndpoint', { name: 'pep-registry-chat-prod-centralus', target: registry });

    new TerraformOutput(this, 'web-app-url', { value: `https://${chat.webApp.defaultHostname}` });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
  }
}

if (require.main === module) {
  const app = new App();
  new ContainerStack(app, 'container');
  app.synth();
}

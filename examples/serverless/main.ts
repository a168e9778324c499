import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { SecureServerlessSignalR } from 'cdktf-azure-secure-signalr';

/** A Serverless SignalR service with a public app at which clients negotiate; all that handles their events is private. */
export class ServerlessStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', {
      // Or the alert rule that Azure adds would keep the resource group from being destroyed.
      features: [{ applicationInsights: [{ disableGeneratedRule: true }] }],
      storageUseAzuread: true,
    });

    const chat = new SecureServerlessSignalR(this, 'Chat', { location: 'centralus', environment: 'prod' });

    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'negotiation-app-hostname', { value: chat.negotiationApp.defaultHostname });
    new TerraformOutput(this, 'function-app-hostname', { value: chat.functionApp.defaultHostname });
    new TerraformOutput(this, 'vault-uri', { value: chat.vault.vaultUri });
  }
}

if (require.main === module) {
  const app = new App();
  new ServerlessStack(app, 'serverless');
  app.synth();
}

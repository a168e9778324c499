import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { connectivity, SecureSignalRApp } from 'cdktf-azure-secure-signalr';
import { Construct } from 'constructs';

export class ChatStack extends TerraformStack {
  public readonly chat: SecureSignalRApp;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    this.chat = new SecureSignalRApp(this, 'Chat', { location: 'centralus', environment: 'test' });

    // Writes who reaches SignalR, over which path and why, next to the Terraform JSON.
    new connectivity.ConnectivityReportFile(this, 'Report');
    new TerraformOutput(this, 'web-app-url', { value: `https://${this.chat.webApp.defaultHostname}` });
  }
}

if (require.main === module) {
  const app = new App();
  new ChatStack(app, 'chat');
  app.synth();
}

import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, AzurermBackend, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { PlainChat } from './chat';
import { compliance, connectivity } from 'cdktf-azure-secure-signalr';

const { ReportFormat, SecurityBaseline } = compliance;

/** A chat that is written with the provider's own classes, and judged as it stands. */
export class PlainAzurermStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    new AzurermBackend(this, {
      resourceGroupName: 'rg-tfstate',
      storageAccountName: 'sttfstate',
      containerName: 'tfstate',
      key: 'plain-azurerm.tfstate',
      useAzureadAuth: true,
    });
    const chat = new PlainChat(this, 'Chat');

    // What the library adds: rules that fail synth, a report of who reaches the service, and a finding that is accepted.
    SecurityBaseline.attach(this, { reports: [ReportFormat.MARKDOWN, ReportFormat.SARIF] });
    new connectivity.ConnectivityReportFile(this, 'Connectivity');
    SecurityBaseline.acknowledge(chat.app, {
      rule: 'APP6[Scm]',
      reason: 'The build server still deploys with a publishing profile.',
      ticket: 'CHAT-31',
      expires: '2099-12-31',
    });
  }
}

if (require.main === module) {
  const app = new App();
  new PlainAzurermStack(app, 'plain-azurerm');
  app.synth();
}

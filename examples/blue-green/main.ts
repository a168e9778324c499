import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppHost, appservice, observability, SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** A chat whose next version runs next to it in a slot, and a second app: all on one SignalR service and one plan. */
export class BlueGreenStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      environment: 'prod',
      host: AppHost.linuxWebApp({
        healthCheck: appservice.HealthCheck.at('/healthz'),
        // The SDK of hub servers puts it before the names of its hubs.
        appSettings: { Azure__SignalR__ApplicationName: 'blue' },
      }),
    });
    const blue = chat.linuxWebApp!;

    // The slot takes plan, subnet, identity and options of the app, but not its settings.
    const green = blue.addSlot('Green', { name: 'green' });
    // The name of its hubs differs from that of the app, so a swap leaves it where it is. Without one the slot gets its own.
    chat.signalr.connectServer(green, { applicationName: 'green' });
    chat.signalr.addAllowedOrigins(green.origin);

    const admin = new appservice.LinuxWebApp(this, 'Admin', {
      name: 'app-chat-admin-prod-centralus',
      resourceGroup: chat.resourceGroup,
      servicePlan: chat.servicePlan!,
      identity: chat.identity,
      integrationSubnet: chat.integrationSubnet,
    });
    chat.signalr.connectServer(admin, { applicationName: 'admin' });
    chat.signalr.addAllowedOrigins(admin.origin);

    const logs = observability.LogDestination.workspace(chat.logWorkspace!);
    green.sendLogsTo(logs);
    admin.sendLogsTo(logs);

    new TerraformOutput(this, 'blue', { value: `https://${blue.defaultHostname}` });
    new TerraformOutput(this, 'green', { value: `https://${green.defaultHostname}` });
    new TerraformOutput(this, 'admin', { value: `https://${admin.defaultHostname}` });
  }
}

if (require.main === module) {
  const app = new App();
  new BlueGreenStack(app, 'blue-green');
  app.synth();
}

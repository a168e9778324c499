import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** The main example, without the security baseline and the check of connectivity. */
const app = new App();
const stack = new TerraformStack(app, 'quick-start');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
new SecureSignalRApp(stack, 'Chat', {
  location: 'centralus',
  environment: 'prod',
  securityBaseline: false,
  connectivityCheck: false,
});
app.synth();

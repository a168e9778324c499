import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  appservice,
  core,
  identity,
  network,
  observability,
  privatelink,
  signalr,
  vault,
} from 'cdktf-azure-secure-signalr';

const estate = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-estate';

/**
 * A Serverless service under a domain of its own, whose code, secrets and network exist already.
 *
 * Clients connect over the internet; everything else, also the service's own calls, stays private.
 */
export class CustomDomainStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });
    const objectId = (name: string) => new TerraformVariable(this, name, { type: 'string' }).stringValue;
    const location = 'centralus';
    const resourceGroup = new core.ResourceGroup(this, 'ResourceGroup', { name: 'rg-chat-prod-centralus', location });

    // What exists: the vault with key and certificate, and the function app with its identity.
    const secrets = vault.KeyVault.fromKeyVaultAttributes(this, 'Vault', {
      keyVaultId: `${estate}/providers/Microsoft.KeyVault/vaults/kv-estate`,
      vaultUri: 'https://kv-estate.vault.azure.net/',
    });
    const functionApp = appservice.ExistingApp.fromAppAttributes(this, 'FunctionApp', {
      appId: `${estate}/providers/Microsoft.Web/sites/func-estate`,
      defaultHostname: 'func-estate.azurewebsites.net',
      identity: identity.ManagedIdentity.fromLookup(this, 'FunctionIdentity', {
        name: 'id-func-estate',
        resourceGroupName: 'rg-estate',
      }),
    });

    const chat = new signalr.SignalRService(this, 'SignalR', {
      name: 'sigr-chat-prod-contoso',
      resourceGroup,
      sku: signalr.Sku.premium(1),
      serviceMode: signalr.ServiceMode.SERVERLESS,
      networkAccess: signalr.NetworkAccess.serverlessPublicClients(),
      cors: signalr.Cors.allowOrigins('https://www.contoso.com'),
      identity: signalr.ServiceIdentity.userAssigned(
        new identity.ManagedIdentity(this, 'Identity', { name: 'id-chat-prod-centralus', resourceGroup }),
      ),
    });
    chat.addPrivateEndpoint('PrivateEndpoint', {
      name: 'pep-chat-prod-centralus',
      resourceGroup,
      subnet: network.Subnet.fromLookup(this, 'EndpointSubnet', {
        name: 'snet-endpoints',
        virtualNetworkName: 'vnet-estate',
        resourceGroupName: 'rg-estate',
      }),
      location,
      dns: privatelink.DnsIntegration.managedByPolicy(),
    });

    // The service calls the function app with a key that it reads from the vault, both over links of its own.
    const key = vault.SecretReference.of(secrets, 'signalr-extension-key');
    chat.addUpstream(signalr.Upstream.to(signalr.UpstreamUrl.functionApp(functionApp.defaultHostname, key)));
    const approval = signalr.Approval.automatic();
    chat.addSharedPrivateLink('link-function-app', { target: functionApp, approval });
    chat.addSharedPrivateLink('link-vault', { target: secrets, approval });

    const certificate = chat.addCustomCertificate('Certificate', {
      name: 'chat-contoso-com',
      certificate: vault.CertificateReference.of(secrets, 'chat-contoso-com'),
    });
    chat.addCustomDomain('Domain', {
      name: 'chat-contoso-com',
      domainName: 'chat.contoso.com',
      certificate,
      dns: signalr.DomainDns.zone({ zoneName: 'contoso.com', resourceGroupName: 'rg-dns' }),
    });

    chat.connectNegotiator(functionApp);
    chat.connectMonitor(identity.Principal.group(this, 'Operators', objectId('operators-object-id')));
    chat.sendLogsTo(
      observability.LogDestination.several(
        observability.LogDestination.newWorkspace({ retentionInDays: 90 }),
        observability.LogDestination.storage(`${estate}/providers/Microsoft.Storage/storageAccounts/stestatelogs`),
      ),
    );
    const onCall = new observability.ActionGroup(this, 'OnCall', {
      name: 'ag-chat-prod-centralus',
      resourceGroup,
      receivers: [observability.AlertReceiver.email('on-call', 'on-call@contoso.com')],
    });
    chat.addRecommendedAlerts({ actionGroups: [onCall] });

    // The function app is not this stack's: its owner sets these.
    new TerraformOutput(this, 'function-app-settings', { value: functionApp.requiredAppSettings });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.hostname });
  }
}

if (require.main === module) {
  const app = new App();
  new CustomDomainStack(app, 'custom-domain');
  app.synth();
}

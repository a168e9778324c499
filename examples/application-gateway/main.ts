import { ApplicationGateway } from '@cdktf/provider-azurerm/lib/application-gateway';
import { DnsARecord } from '@cdktf/provider-azurerm/lib/dns-a-record';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { PublicIp } from '@cdktf/provider-azurerm/lib/public-ip';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  AppHost,
  AppNetwork,
  appservice,
  identity,
  network,
  privatelink,
  SecureSignalRApp,
  signalr,
  vault,
} from 'cdktf-azure-secure-signalr';

const { AddressRange, RuleAddress, RuleDirection, RuleProtocol, SecurityRule } = network;

/** What clients call: pages, negotiation and connections alike. */
const DOMAIN = 'chat.contoso.com';

/** Page of the app that answers with 200 while it is well. */
const HEALTH_PATH = '/healthz';

/** Addresses of the gateway, of which it takes one for each of its instances. */
const GATEWAY_RANGE = '10.0.0.128/26';

/** A chat that the internet reaches through an application gateway alone. */
export class ApplicationGatewayStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const gateways = RuleAddress.cidr(GATEWAY_RANGE);
    const chat = new SecureSignalRApp(this, 'Chat', {
      location: 'centralus',
      environment: 'prod',
      networkAccess: signalr.NetworkAccess.privateOnly(),
      allowedOrigins: [`https://${DOMAIN}`],
      network: AppNetwork.define({
        privateClients: gateways,
        integrationRules: [
          SecurityRule.deny({
            name: 'DenyInternetOutbound',
            direction: RuleDirection.OUTBOUND,
            priority: 4000,
            protocol: RuleProtocol.ANY,
            destination: RuleAddress.serviceTag('Internet'),
          }),
        ],
      }),
      host: AppHost.linuxWebApp({
        healthCheck: appservice.HealthCheck.at(HEALTH_PATH),
        accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly(),
      }),
    });
    const appEndpoint = chat.addPrivateEndpoint('AppEndpoint', {
      name: 'pep-chat-app-prod-centralus',
      target: chat.linuxWebApp!,
      clients: gateways,
    });
    // The app hands this address to clients when they negotiate, in place of the service's own, which they do not reach.
    chat.signalr.connectServer(chat.webApp, { clientEndpoint: `https://${DOMAIN}` });

    this.addGateway(chat, [chat.privateEndpoint, appEndpoint]);
    new TerraformOutput(this, 'url', { value: `https://${DOMAIN}` });
    new TerraformOutput(this, 'signalr-hostname', { value: chat.signalr.hostname });
    new TerraformOutput(this, 'web-app-hostname', { value: chat.webApp.defaultHostname });
  }

  /** The gateway, in a subnet of its own. */
  private addGateway(chat: SecureSignalRApp, endpoints: readonly privatelink.PrivateEndpoint[]): void {
    const { resourceGroup } = chat;
    const { resourceGroupName, location } = resourceGroup;
    const address = new PublicIp(this, 'Address', {
      name: 'pip-agw-chat-prod-centralus',
      resourceGroupName,
      location,
      allocationMethod: 'Static',
      sku: 'Standard',
      zones: ['1', '2', '3'],
    });
    new DnsARecord(this, 'Record', {
      name: 'chat',
      zoneName: 'contoso.com',
      resourceGroupName: 'rg-dns',
      ttl: 300,
      records: [address.ipAddress],
    });

    // The gateway reads its certificate from the vault of the estate with an identity of its own.
    const reader = new identity.ManagedIdentity(this, 'Identity', {
      name: 'id-agw-chat-prod-centralus',
      resourceGroup,
    });
    const certificates = vault.KeyVault.fromKeyVaultAttributes(this, 'Vault', {
      keyVaultId:
        '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-estate/providers/Microsoft.KeyVault/vaults/kv-estate',
      vaultUri: 'https://kv-estate.vault.azure.net/',
    });
    const role = certificates.grantSecretsUser(reader);

    const subnet = this.addSubnet(chat);
    const backend = {
      port: 443,
      protocol: 'Https',
      cookieBasedAffinity: 'Disabled',
      pickHostNameFromBackendAddress: true,
    };
    const probe = {
      protocol: 'Https',
      pickHostNameFromBackendHttpSettings: true,
      interval: 30,
      timeout: 30,
      unhealthyThreshold: 3,
    };
    const gateway = new ApplicationGateway(this, 'Gateway', {
      name: 'agw-chat-prod-centralus',
      resourceGroupName,
      location,
      zones: ['1', '2', '3'],
      sku: { name: 'Standard_v2', tier: 'Standard_v2' },
      autoscaleConfiguration: { minCapacity: 2, maxCapacity: 10 },
      gatewayIpConfiguration: [{ name: 'gateway', subnetId: subnet.subnetId }],
      frontendIpConfiguration: [{ name: 'public', publicIpAddressId: address.id }],
      frontendPort: [{ name: 'https', port: 443 }],
      identity: { type: 'UserAssigned', identityIds: [reader.identityId] },
      sslCertificate: [
        { name: 'chat', keyVaultSecretId: vault.SecretReference.of(certificates, 'chat-contoso-com').secretUri },
      ],
      sslPolicy: { policyType: 'Predefined', policyName: 'AppGwSslPolicy20220101' },
      httpListener: [
        {
          name: 'chat',
          frontendIpConfigurationName: 'public',
          frontendPortName: 'https',
          protocol: 'Https',
          hostName: DOMAIN,
          sslCertificateName: 'chat',
        },
      ],
      backendAddressPool: [
        { name: 'app', fqdns: [chat.webApp.defaultHostname] },
        { name: 'signalr', fqdns: [chat.signalr.hostname] },
      ],
      backendHttpSettings: [
        { ...backend, name: 'app', probeName: 'app', requestTimeout: 30 },
        // A client that has no WebSocket polls, and ASP.NET Core lets it wait for 90 seconds.
        { ...backend, name: 'signalr', probeName: 'signalr', requestTimeout: 120 },
      ],
      probe: [
        { ...probe, name: 'app', path: HEALTH_PATH },
        { ...probe, name: 'signalr', path: '/api/health' },
      ],
      urlPathMap: [
        {
          name: 'chat',
          defaultBackendAddressPoolName: 'app',
          defaultBackendHttpSettingsName: 'app',
          pathRule: [
            {
              name: 'clients',
              paths: ['/client', '/client/*'],
              backendAddressPoolName: 'signalr',
              backendHttpSettingsName: 'signalr',
            },
          ],
        },
      ],
      requestRoutingRule: [
        { name: 'chat', ruleType: 'PathBasedRouting', httpListenerName: 'chat', urlPathMapName: 'chat', priority: 100 },
      ],
      // The gateway keeps what a name resolves to, so it comes after the private endpoints and their records.
      dependsOn: [role.resource!, ...endpoints.map((endpoint) => endpoint.resource)],
    });
    subnet.awaitedBy(gateway);
  }

  /** The subnet of the gateway, which takes what Azure asks for, and HTTPS from everybody. */
  private addSubnet(chat: SecureSignalRApp): network.Subnet {
    const direction = RuleDirection.INBOUND;
    return chat.addSubnet('GatewaySubnet', {
      name: 'snet-gateway',
      addressRange: AddressRange.cidr(GATEWAY_RANGE),
      networkSecurityGroup: new network.NetworkSecurityGroup(this, 'GatewaySecurityGroup', {
        name: 'nsg-agw-chat-prod-centralus',
        resourceGroup: chat.resourceGroup,
        rules: [
          SecurityRule.allow({
            direction,
            name: 'AllowGatewayManagerInbound',
            priority: 100,
            source: RuleAddress.serviceTag('GatewayManager'),
            destinationPorts: ['65200-65535'],
          }),
          SecurityRule.allow({
            direction,
            name: 'AllowClientsInbound',
            priority: 110,
            source: RuleAddress.serviceTag('Internet'),
            destinationPorts: ['443'],
          }),
        ],
      }),
    });
  }
}

if (require.main === module) {
  const app = new App();
  new ApplicationGatewayStack(app, 'application-gateway');
  app.synth();
}

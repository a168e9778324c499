import { CdnFrontdoorEndpoint } from '@cdktf/provider-azurerm/lib/cdn-frontdoor-endpoint';
import { CdnFrontdoorOrigin } from '@cdktf/provider-azurerm/lib/cdn-frontdoor-origin';
import { CdnFrontdoorOriginGroup } from '@cdktf/provider-azurerm/lib/cdn-frontdoor-origin-group';
import { CdnFrontdoorProfile } from '@cdktf/provider-azurerm/lib/cdn-frontdoor-profile';
import { CdnFrontdoorRoute } from '@cdktf/provider-azurerm/lib/cdn-frontdoor-route';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  AppHost,
  AppNetwork,
  appservice,
  core,
  privatelink,
  SecureSignalRApp,
  signalr,
} from 'cdktf-azure-secure-signalr';

/** Page of the app that answers with 200 while it is well. */
const HEALTH_PATH = '/healthz';

/** A region, and the addresses of its network. */
interface Region {
  readonly id: string;
  readonly location: string;
  readonly addressSpace: string[];
}

const EAST: Region = { id: 'East', location: 'eastus2', addressSpace: ['10.1.0.0/24'] };
const WEST: Region = { id: 'West', location: 'westus2', addressSpace: ['10.2.0.0/24'] };

/**
 * A chat in two regions behind one address. Either region serves all users when the other one is down.
 *
 * Both are in one stack, because each app signs in to the service of the other region too.
 */
export class SeveralRegionsStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, 'azurerm', { features: [{}] });

    const resourceGroup = new core.ResourceGroup(this, 'ResourceGroup', {
      name: 'rg-chat-front',
      location: EAST.location,
    });
    const frontDoor = new CdnFrontdoorProfile(this, 'FrontDoor', {
      name: 'afd-chat-prod',
      resourceGroupName: resourceGroup.resourceGroupName,
      skuName: 'Standard_AzureFrontDoor',
    });
    const endpoint = new CdnFrontdoorEndpoint(this, 'FrontDoorEndpoint', {
      name: 'chat-prod',
      cdnFrontdoorProfileId: frontDoor.id,
    });

    const [east, west] = [EAST, WEST].map((region) => this.addRegion(region, frontDoor, endpoint));
    connect(east, west);
    connect(west, east);
    this.addRoute(frontDoor, endpoint, [east, west]);

    new TerraformOutput(this, 'url', { value: `https://${endpoint.hostName}` });
  }

  /** Everything of one region. Its app takes requests of this Front Door only. */
  private addRegion(
    { id, location, addressSpace }: Region,
    frontDoor: CdnFrontdoorProfile,
    endpoint: CdnFrontdoorEndpoint,
  ): SecureSignalRApp {
    return new SecureSignalRApp(this, id, {
      location,
      workload: 'chat',
      environment: 'prod',
      network: AppNetwork.define({ addressSpace }),
      allowedOrigins: [`https://${endpoint.hostName}`],
      host: AppHost.linuxWebApp({
        healthCheck: appservice.HealthCheck.at(HEALTH_PATH),
        accessRestrictions: appservice.AccessRestrictions.frontDoorOnly(frontDoor.resourceGuid),
      }),
    });
  }

  /** Sends each user to the nearest region that is healthy. */
  private addRoute(
    frontDoor: CdnFrontdoorProfile,
    endpoint: CdnFrontdoorEndpoint,
    regions: readonly SecureSignalRApp[],
  ): void {
    const group = new CdnFrontdoorOriginGroup(this, 'Apps', {
      name: 'apps',
      cdnFrontdoorProfileId: frontDoor.id,
      // A client talks to the SignalR service itself once it has negotiated, so any app may answer its next request.
      sessionAffinityEnabled: false,
      loadBalancing: {},
      healthProbe: { protocol: 'Https', path: HEALTH_PATH, requestType: 'GET', intervalInSeconds: 30 },
    });
    const origins = regions.map(
      ({ node, webApp }) =>
        new CdnFrontdoorOrigin(this, `${node.id}Origin`, {
          name: node.id.toLowerCase(),
          cdnFrontdoorOriginGroupId: group.id,
          hostName: webApp.defaultHostname,
          // App Service tells apps apart by this header.
          originHostHeader: webApp.defaultHostname,
          certificateNameCheckEnabled: true,
          // azurerm 4 creates an origin disabled where this is missing, and the next plan enables it.
          enabled: true,
        }),
    );
    new CdnFrontdoorRoute(this, 'Route', {
      name: 'apps',
      cdnFrontdoorEndpointId: endpoint.id,
      cdnFrontdoorOriginGroupId: group.id,
      cdnFrontdoorOriginIds: origins.map((origin) => origin.id),
      patternsToMatch: ['/*'],
      supportedProtocols: ['Http', 'Https'],
      httpsRedirectEnabled: true,
      forwardingProtocol: 'HttpsOnly',
    });
  }
}

/** Makes the app of one region a server of the service in the other region too, through an endpoint in its own network. */
function connect(local: SecureSignalRApp, remote: SecureSignalRApp): void {
  const name = remote.node.id.toLowerCase();
  remote.signalr.addPrivateEndpoint(`${local.node.id}Endpoint`, {
    name: `pep-chat-${name}`,
    resourceGroup: local.resourceGroup,
    subnet: local.privateEndpointSubnet,
    dns: privatelink.DnsIntegration.zone(local.privateDnsZone!),
  });
  // New clients are led to a secondary service only while the primary one is down; messages go to both.
  remote.signalr.connectServer(local.webApp, {
    settings: signalr.ConnectionSettings.aspNetCoreEndpoint(name, signalr.ServiceEndpointType.SECONDARY),
  });
}

if (require.main === module) {
  const app = new App();
  new SeveralRegionsStack(app, 'several-regions');
  app.synth();
}

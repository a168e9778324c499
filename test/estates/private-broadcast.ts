import { TerraformStack } from 'cdktf';
import { core, dns, network, observability, privatelink, signalr } from '../../src';

const ESTATE = { resourceGroupName: 'rg-aiutility' };

/** A service in which functions broadcast: workspace, subnet and zone are looked up, as in a module of a larger estate. */
export function privateBroadcast(stack: TerraformStack): void {
  const resourceGroup = core.ResourceGroup.fromLookup(stack, 'Group', { name: 'rg-aiutility' });
  const service = new signalr.SignalRService(stack, 'SignalR', {
    name: 'sigr-aiutility',
    resourceGroup,
    serviceMode: signalr.ServiceMode.SERVERLESS,
    networkAccess: signalr.NetworkAccess.custom({
      publicNetworkAccess: false,
      privateEndpoints: signalr.AccessRules.allow(
        signalr.RequestType.CLIENT_CONNECTION,
        signalr.RequestType.REST_API,
        signalr.RequestType.TRACE,
      ),
    }),
    liveTrace: [signalr.LogType.CONNECTIVITY, signalr.LogType.MESSAGING, signalr.LogType.HTTP_REQUEST],
    cors: signalr.Cors.allowOrigins('https://aiutility.example.com'),
  });
  service.addPrivateEndpoint('Endpoint', {
    name: 'sigr-aiutility-pe',
    connectionName: 'sigr-aiutility-psc',
    resourceGroup,
    subnet: network.Subnet.fromLookup(stack, 'Subnet', {
      ...ESTATE,
      name: 'snet-endpoints',
      virtualNetworkName: 'vnet-aiutility',
    }),
    dns: privatelink.DnsIntegration.zone(
      dns.PrivateDnsZone.fromLookup(stack, 'Zone', {
        zoneName: 'privatelink.service.signalr.net',
        resourceGroupName: 'rg-dns',
      }),
    ),
  });
  const workspace = observability.LogWorkspace.fromLookup(stack, 'Workspace', { ...ESTATE, name: 'log-aiutility' });
  service.sendLogsTo(observability.LogDestination.workspace(workspace), { name: 'sigr-aiutility-logs' });
}

import { TerraformStack } from 'cdktf';
import { core, dns, identity, network, privatelink, signalr } from '../../src';

const { AccessRules, LogType, RequestType } = signalr;
const NAME = 'avm-srssrmax';
const TAGS = { Environment: 'Non-Prod', Role: 'DeploymentValidation' };

/** A service with deny lists, after the test `max` of the Azure Verified Module for SignalR. */
export function denyLists(stack: TerraformStack): void {
  const resourceGroup = new core.ResourceGroup(stack, 'Group', {
    name: 'dep-avm-signalrservice.signalr-srssrmax-rg',
    location: 'westeurope',
  });
  const virtualNetwork = new network.VirtualNetwork(stack, 'Network', {
    name: 'dep-avm-vnet-srssrmax',
    resourceGroup,
    addressSpace: ['10.0.0.0/16'],
  });
  const zone = new dns.PrivateDnsZone(stack, 'Zone', { zoneName: 'privatelink.service.signalr.net', resourceGroup });
  zone.addVirtualNetworkLink('Link', { virtualNetwork, name: 'dep-avm-vnet-srssrmax-vnetlink' });

  const service = new signalr.SignalRService(stack, 'SignalR', {
    name: `${NAME}-001`,
    resourceGroup,
    sku: signalr.Sku.standard(2),
    networkAccess: signalr.NetworkAccess.custom({
      defaultAction: signalr.DefaultAction.ALLOW,
      publicNetwork: AccessRules.deny(RequestType.REST_API, RequestType.TRACE),
      privateEndpoints: AccessRules.deny(RequestType.SERVER_CONNECTION, RequestType.TRACE),
    }),
    cors: signalr.Cors.allowOrigins('https://www.example.com'),
    logTypes: [LogType.CONNECTIVITY],
    lockName: 'myCustomLockName',
    tags: TAGS,
  });
  service.addPrivateEndpoint('Endpoint', {
    name: `pep-${NAME}-001-signalr-0`,
    connectionName: `${NAME}-001-signalr-0`,
    resourceGroup,
    subnet: virtualNetwork.addSubnet('Subnet', {
      name: 'defaultSubnet',
      addressRange: network.AddressRange.cidr('10.0.0.0/16'),
    }),
    dns: privatelink.DnsIntegration.zone(zone),
    tags: TAGS,
  });
  const reader = new identity.ManagedIdentity(stack, 'Identity', { name: 'dep-avm-msi-srssrmax', resourceGroup });
  service.grant(reader, identity.Role.builtIn('Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'));
}

import { TerraformStack } from 'cdktf';
import { core, dns, network, privatelink, signalr } from '../../src';

const { AddressRange, SubnetDelegation } = network;

/** A SignalR service that a gateway calls, after nhatthaiquang-agilityio/azure-signalr-example, without the gateway. */
export function gatewayChat(stack: TerraformStack): void {
  const resourceGroup = core.ResourceGroup.fromLookup(stack, 'Group', { name: 'rg-signal-example' });
  const tags = { environment: 'test', project: 'signalr-example' };

  const virtualNetwork = new network.VirtualNetwork(stack, 'Network', {
    name: 'az-signalr-vn-vnet',
    resourceGroup,
    addressSpace: ['10.0.0.0/16'],
  });
  const networkSecurityGroup = new network.NetworkSecurityGroup(stack, 'SecurityGroup', {
    name: 'example-security-group',
    resourceGroup,
    rules: network.SecurityRules.forPrivateEndpoints({
      privateEndpoints: network.RuleAddress.cidr('10.0.2.0/24'),
      apps: network.RuleAddress.cidr('10.0.1.0/24'),
    }),
  });
  virtualNetwork.addSubnet('Internal', {
    name: 'subnet-int-az-signalr',
    addressRange: AddressRange.cidr('10.0.1.0/24'),
    delegation: SubnetDelegation.WEB_SERVER_FARMS,
    delegationName: 'example-delegation',
    serviceEndpoints: [
      'Microsoft.EventHub',
      'Microsoft.KeyVault',
      'Microsoft.ServiceBus',
      'Microsoft.Storage',
      'Microsoft.Web',
    ],
  });
  const subnet = virtualNetwork.addSubnet('PrivateEndpoints', {
    name: 'subnet-pe-az-signalr',
    addressRange: AddressRange.cidr('10.0.2.0/24'),
    networkSecurityGroup,
  });
  virtualNetwork.addSubnet('ApiManagement', {
    name: 'subnet-apim-az-signalr',
    addressRange: AddressRange.cidr('10.0.3.0/24'),
    serviceEndpoints: ['Microsoft.Storage', 'Microsoft.KeyVault', 'Microsoft.EventHub', 'Microsoft.ServiceBus'],
  });

  const service = new signalr.SignalRService(stack, 'SignalR', {
    name: 'signalr-test-example',
    resourceGroup,
    networkAccess: signalr.NetworkAccess.privateOnly(),
    cors: signalr.Cors.allowOrigins('http://localhost:4200'),
    tags,
  });
  const zone = new dns.PrivateDnsZone(stack, 'Zone', {
    zoneName: 'privatelink.service.signalr.net',
    resourceGroup,
    tags,
  });
  zone.addVirtualNetworkLink('Link', { virtualNetwork, name: 'signalr-dns-link' });
  service.addPrivateEndpoint('Endpoint', {
    name: 'pe-signalr-test-example',
    resourceGroup,
    subnet,
    networkInterfaceName: 'nic-signalr-test-example',
    ipConfigurationName: 'pv-endpoint-ip-config',
    staticIpAddress: '10.0.2.11',
    dns: privatelink.DnsIntegration.zone(zone),
    dnsZoneGroupName: 'signalr-dns-zone-group',
    tags,
  });
}

import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone } from '../../src/dns';
import { ManagedIdentity } from '../../src/identity';
import { NetworkSecurityGroup, Subnet, VirtualNetwork, VirtualNetworkPeering } from '../../src/network';
import { SignalRService } from '../../src/signalr';
import { KeyVault } from '../../src/vault';
import { add } from '../support/plain-azurerm';
import { inSubscription, newGroup, problemsOf, synth } from '../support/synth';

const ID = '/subscriptions/b/resourceGroups/rg-b/providers';

/** A stack that is deployed to subscription a, with a second provider, of b. */
function newParts(isKnown: boolean = true) {
  const { stack, resourceGroup } = newGroup();
  if (isKnown) inSubscription(stack, 'a');
  const provider = new AzurermProvider(stack, 'b', { alias: 'b', subscriptionId: 'b', features: [{}] });
  return { stack, resourceGroup, provider };
}

type Parts = ReturnType<typeof newParts>;

const network = ({ stack }: Parts, provider?: AzurermProvider) =>
  VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
    virtualNetworkId: `${ID}/Microsoft.Network/virtualNetworks/vnet`,
    virtualNetworkName: 'vnet',
    resourceGroupName: 'rg-b',
    location: 'centralus',
    provider,
  });

/** What is known to be in two subscriptions, with what it is told, and a fitting provider where that is `fits`. */
const MIXED: [what: string, problem: string, define: (parts: Parts, fits: boolean) => unknown][] = [
  [
    'a shared private link of a service of another subscription',
    '[sharedlink/subscription] Prod/Service/vault/Resource is deployed to subscription a, and azurerm looks for its service there, but signalr_service_id is in b; give the link the provider of b, for an existing service as provider in its attributes',
    ({ stack, resourceGroup, provider }, fits) => {
      const service = SignalRService.fromSignalRServiceAttributes(stack, 'Service', {
        serviceId: `${ID}/Microsoft.SignalRService/signalR/sigr`,
        hostname: 'sigr.service.signalr.net',
        provider: fits ? provider : undefined,
      });
      service.addSharedPrivateLink('vault', { target: new KeyVault(stack, 'Vault', { name: 'kv-x', resourceGroup }) });
    },
  ],
  [
    'a resource in a group that exists in another subscription',
    '[core/subscription] Prod/Nsg/Resource is deployed to subscription a, where azurerm looks up Prod/Existing by name, but its id is in b; give Prod/Nsg/Resource or Prod/Existing the provider of b',
    ({ stack, provider }, fits) => {
      const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Existing', {
        resourceGroupId: '/subscriptions/b/resourceGroups/rg-b',
        resourceGroupName: 'rg-b',
        location: 'centralus',
        provider: fits ? provider : undefined,
      });
      new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg', resourceGroup });
    },
  ],
  [
    'a subnet of a network that exists there',
    '[core/subscription] Prod/Subnet/Resource is deployed to subscription a, where azurerm looks up Prod/Network by name, but its id is in b; give Prod/Subnet/Resource or Prod/Network the provider of b',
    (parts, fits) => {
      const virtualNetwork = network(parts, fits ? parts.provider : undefined);
      new Subnet(parts.stack, 'Subnet', { name: 'subnet', virtualNetwork, addressPrefix: '10.9.0.0/26' });
    },
  ],
  [
    'a peering of a network that exists there',
    '[core/subscription] Prod/Peering/RemoteToLocal is deployed to subscription a, where azurerm looks up Prod/Network by name, but its id is in b; give Prod/Peering/RemoteToLocal or Prod/Network the provider of b',
    (parts, fits) => {
      const { stack, resourceGroup, provider } = parts;
      const local = new VirtualNetwork(stack, 'Own', { name: 'own', resourceGroup, addressSpace: ['10.0.0.0/24'] });
      const remote = network(parts);
      new VirtualNetworkPeering(stack, 'Peering', { local, remote, remoteProvider: fits ? provider : undefined });
    },
  ],
  [
    'a link to a zone that exists there',
    '[core/subscription] Prod/Zone/Link is deployed to subscription a, where azurerm looks up Prod/Zone by name, but its id is in b; give Prod/Zone/Link or Prod/Zone the provider of b',
    ({ stack, resourceGroup, provider }, fits) => {
      const zone = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
        zoneId: `${ID}/Microsoft.Network/privateDnsZones/privatelink.service.signalr.net`,
        zoneName: 'privatelink.service.signalr.net',
        provider: fits ? provider : undefined,
      });
      const virtualNetwork = new VirtualNetwork(stack, 'Own', {
        name: 'own',
        resourceGroup,
        addressSpace: ['10.0.0.0/24'],
      });
      zone.addVirtualNetworkLink('Link', { virtualNetwork });
    },
  ],
  [
    'an endpoint in a subnet that exists there',
    '[network/subscription] Prod/SignalR/Endpoint/Resource is deployed to subscription a, but the network of its subnet, network /subscriptions/b/resourcegroups/rg-b/providers/microsoft.network/virtualnetworks/vnet, is in b; use the provider of the network',
    ({ stack, resourceGroup, provider }, fits) => {
      const subnet = Subnet.fromSubnetAttributes(stack, 'Existing', {
        subnetId: `${ID}/Microsoft.Network/virtualNetworks/vnet/subnets/endpoints`,
        virtualNetworkId: `${ID}/Microsoft.Network/virtualNetworks/vnet`,
      });
      const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', {
        serviceId: `${ID}/Microsoft.SignalRService/signalR/sigr`,
        hostname: 'sigr.service.signalr.net',
      });
      const there = new ResourceGroup(stack, 'There', { name: 'rg-there', location: 'centralus', provider });
      const own = fits ? there : resourceGroup;
      service.addPrivateEndpoint('Endpoint', { name: 'pe', resourceGroup: own, subnet, location: 'centralus' });
    },
  ],
  [
    'a plain resource in a group that another provider defines',
    '[core/subscription] Prod/id is deployed to subscription a, where azurerm looks up the resource_group_name of Prod/group, which is in b; give both the same provider',
    ({ stack, resourceGroup, provider }, fits) => {
      new NetworkSecurityGroup(stack, 'Held', { name: 'nsg', resourceGroup });
      const group = add(stack, 'azurerm_resource_group', 'group', { name: 'rg-b', location: 'centralus' });
      group.provider = provider;
      const identity = add(stack, 'azurerm_user_assigned_identity', 'id', {
        name: 'id-b',
        location: 'centralus',
        resource_group_name: group.ref('name'),
      });
      if (fits) identity.provider = provider;
    },
  ],
  [
    'a security group on a subnet of a network that another provider defines',
    '[network/subscription] Prod/Nsg/Resource is deployed to subscription a, but the network of its subnet, network "vnet" (Prod/Net/Resource), is in b; use the provider of the network',
    ({ stack, resourceGroup, provider }, fits) => {
      const there = new ResourceGroup(stack, 'There', { name: 'rg-there', location: 'centralus', provider });
      const net = new VirtualNetwork(stack, 'Net', {
        name: 'vnet',
        resourceGroup: there,
        addressSpace: ['10.0.0.0/24'],
      });
      const own = fits ? there : resourceGroup;
      const networkSecurityGroup = new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg', resourceGroup: own });
      new Subnet(stack, 'Subnet', {
        name: 's',
        virtualNetwork: net,
        addressPrefix: '10.0.0.0/26',
        networkSecurityGroup,
      });
    },
  ],
];

describe.each(MIXED)('%s', (_, problem, define) => {
  test('is refused where both subscriptions are known', () => {
    const parts = newParts();
    define(parts, false);
    expect(problemsOf(parts.stack)).toEqual([problem]);
  });

  test('is accepted with the provider of that subscription, and where a subscription is not known', () => {
    const parts = newParts();
    define(parts, true);
    expect(() => synth(parts.stack)).not.toThrow();

    const open = newParts(false);
    define(open, false);
    expect(() => synth(open.stack)).not.toThrow();

    const byVariable = newParts(false);
    inSubscription(byVariable.stack, new TerraformVariable(byVariable.stack, 'subscription', {}).stringValue);
    define(byVariable, false);
    expect(() => synth(byVariable.stack)).not.toThrow();
  });
});

test('a resource that is removed finds nothing any more', () => {
  const { stack } = newParts();
  const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Existing', {
    resourceGroupId: '/subscriptions/b/resourceGroups/rg-b',
    resourceGroupName: 'rg-b',
    location: 'centralus',
  });
  const held = new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg', resourceGroup });
  new ManagedIdentity(stack, 'Identity', { name: 'id-x', resourceGroup });
  stack.node.tryRemoveChild('Identity');
  stack.node.tryRemoveChild(held.node.id);
  expect(() => synth(stack)).not.toThrow();
});

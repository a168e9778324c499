import { PrivateDnsResolver } from '@cdktf/provider-azurerm/lib/private-dns-resolver';
import { PrivateDnsResolverInboundEndpoint } from '@cdktf/provider-azurerm/lib/private-dns-resolver-inbound-endpoint';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { RouteTable } from '@cdktf/provider-azurerm/lib/route-table';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetRouteTableAssociation } from '@cdktf/provider-azurerm/lib/subnet-route-table-association';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { VirtualNetworkGateway } from '@cdktf/provider-azurerm/lib/virtual-network-gateway';
import { VirtualNetworkPeering } from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { OriginKind } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { codes, verdicts } from '../support/connectivity';
import { newPlainChat } from '../support/plain-chat';

type Chat = ReturnType<typeof newPlainChat>;

function addSubnet({ stack, group }: Chat, network: VirtualNetwork, id: string, prefix: string) {
  return new Subnet(stack, id, {
    name: id,
    resourceGroupName: group.name,
    virtualNetworkName: network.name,
    addressPrefixes: [prefix],
  });
}

function addResolver(chat: Chat, network: VirtualNetwork, prefix: string) {
  const { stack, group } = chat;
  const resolver = new PrivateDnsResolver(stack, 'Resolver', {
    name: 'dnspr',
    location: 'centralus',
    resourceGroupName: group.name,
    virtualNetworkId: network.id,
  });
  new PrivateDnsResolverInboundEndpoint(stack, 'Inbound', {
    name: 'in',
    location: 'centralus',
    privateDnsResolverId: resolver.id,
    ipConfigurations: { subnetId: addSubnet(chat, network, 'inbound', prefix).id },
  });
}

function addGateway(chat: Chat, network: VirtualNetwork, prefix: string) {
  const { stack, group } = chat;
  new VirtualNetworkGateway(stack, 'Gateway', {
    name: 'vgw',
    location: 'centralus',
    resourceGroupName: group.name,
    type: 'Vpn',
    sku: 'VpnGw1',
    ipConfiguration: [{ subnetId: addSubnet(chat, network, 'GatewaySubnet', prefix).id, publicIpAddressId: 'x' }],
  });
}

/** A hub that is peered with the network of the chat and linked to its zone. */
function addHub(chat: Chat, useRemoteGateways: boolean) {
  const { stack, group, network, zone } = chat;
  const resourceGroupName = group.name;
  const hub = new VirtualNetwork(stack, 'Hub', {
    name: 'vnet-hub',
    location: 'centralus',
    resourceGroupName,
    addressSpace: ['10.1.0.0/24'],
  });
  const peer = (id: string, from: VirtualNetwork, to: VirtualNetwork, options: object) =>
    new VirtualNetworkPeering(stack, id, {
      name: id,
      resourceGroupName,
      virtualNetworkName: from.name,
      remoteVirtualNetworkId: to.id,
      ...options,
    });
  peer('to-hub', network, hub, { useRemoteGateways });
  peer('to-spoke', hub, network, { allowGatewayTransit: true });
  new PrivateDnsZoneVirtualNetworkLink(stack, 'HubLink', {
    name: 'hub',
    resourceGroupName,
    privateDnsZoneName: zone.name,
    virtualNetworkId: hub.id,
  });
  return hub;
}

const line = (chat: Chat) => verdicts(chat.stack).find((text) => text.startsWith('on-premises'));

describe('from networks outside of Azure that ask a resolver', () => {
  test('an endpoint in its network is reached through a gateway there', () => {
    const chat = newPlainChat();
    addResolver(chat, chat.network, '10.0.0.128/28');
    expect(line(chat)).toBe('on-premises private - ? ? -');
    expect(codes(chat.stack, OriginKind.ON_PREMISES)[RequestType.SERVER_CONNECTION]).toBe('network/unknown');
    addGateway(chat, chat.network, '10.0.0.160/27');
    expect(line(chat)).toBe('on-premises private - + + -');
  });

  test("an endpoint in a spoke is reached where the spoke uses the hub's gateway", () => {
    const chat = newPlainChat();
    const hub = addHub(chat, true);
    addResolver(chat, hub, '10.1.0.0/28');
    addGateway(chat, hub, '10.1.0.32/27');
    expect(line(chat)).toBe('on-premises private - + + -');
  });

  test('and may not be where no peering says so', () => {
    const chat = newPlainChat();
    const hub = addHub(chat, false);
    addResolver(chat, hub, '10.1.0.0/28');
    addGateway(chat, hub, '10.1.0.32/27');
    expect(line(chat)).toBe('on-premises private - ? ? -');
  });

  test('the routes of the gateway may lead what enters to a firewall', () => {
    const chat = newPlainChat();
    const hub = addHub(chat, true);
    addResolver(chat, hub, '10.1.0.0/28');
    addGateway(chat, hub, '10.1.0.32/27');
    const table = new RouteTable(chat.stack, 'Routes', {
      name: 'rt',
      location: 'centralus',
      resourceGroupName: chat.group.name,
      route: [
        {
          name: 'to-spoke',
          addressPrefix: '10.0.0.0/24',
          nextHopType: 'VirtualAppliance',
          nextHopInIpAddress: '10.1.0.68',
        },
      ],
    });
    new SubnetRouteTableAssociation(chat.stack, 'GatewayRoutes', {
      subnetId: (chat.stack.node.findChild('GatewaySubnet') as Subnet).id,
      routeTableId: table.id,
    });
    expect(line(chat)).toBe('on-premises private - + + -');
    chat.endpointSubnet.privateEndpointNetworkPolicies = 'RouteTableEnabled';
    expect(line(chat)).toBe('on-premises private - ? ? -');
  });
});

import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ConnectivityReport } from '../../src/connectivity';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone as SharedZone } from '../../src/dns';
import { AddressRange, SubnetDelegation, VirtualNetwork } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { Cors, SignalRService } from '../../src/signalr';
import { answerOf, newStackIn, pathOf } from '../support/answers';
import { newPlainChat } from '../support/plain-chat';

const HERE = '0000000a-0000-0000-0000-00000000000a';
const THERE = '0000000b-0000-0000-0000-00000000000b';
const ZONE = 'privatelink.service.signalr.net';

const networkIn = (subscription: string, name: string = 'vnet-cus') =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`;
const zoneIn = (subscription: string, group: string = 'rg-dns') =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/privateDnsZones/${ZONE}`;

/** The plain architecture, whose zone is linked to nothing but the network with the id. */
function newChatLinkedTo(stack: TerraformStack, virtualNetworkId: string) {
  const chat = newPlainChat({ stack, hasLink: false });
  new PrivateDnsZoneVirtualNetworkLink(stack, 'Link', {
    name: 'link',
    resourceGroupName: 'rg',
    privateDnsZoneName: chat.zone.name,
    virtualNetworkId,
  });
  return chat;
}

describe('a link to the network of an id', () => {
  test.each<[string, string | undefined, string, string]>([
    ['of the same subscription is a link to the network of this stack', HERE, networkIn(HERE), 'allowed nac/allowed'],
    ['may be written in another letter case', HERE, networkIn(HERE).toUpperCase(), 'allowed nac/allowed'],
    ['of another subscription is no link to it', HERE, networkIn(THERE), 'denied dns/not-linked'],
    ['of another name is no link to it', HERE, networkIn(HERE, 'vnet-hub'), 'denied dns/not-linked'],
    [
      'of another name is no link to it, whatever the subscription',
      undefined,
      networkIn(THERE, 'x'),
      'denied dns/not-linked',
    ],
  ])('%s', (_, subscription, id, expected) => {
    const { app, service } = newChatLinkedTo(newStackIn(subscription), id);
    expect(answerOf(app, service)).toBe(expected);
  });

  test('is not known to be a link to the network of a provider without subscription', () => {
    const { app, service } = newChatLinkedTo(newStackIn(), networkIn(THERE));
    const { verdict, code, reason } = pathOf(app, service);
    expect([verdict, code]).toEqual(['unknown', 'dns/unknown']);
    expect(reason).toContain('subscription');
  });

  test('is not known to be a link where a variable names the subscription', () => {
    const stack = newStackIn();
    const variable = new TerraformVariable(stack, 'subscription', {});
    (stack.node.findChild('azurerm') as AzurermProvider).subscriptionId = variable.stringValue;
    const { app, service } = newChatLinkedTo(stack, networkIn(THERE));
    const { verdict, reason } = pathOf(app, service);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('var.subscription');
  });

  test.each([undefined, HERE])(
    'is one where the id names the subscription of the client, with provider %s',
    (given) => {
      const stack = newStackIn(given);
      const client = new DataAzurermClientConfig(stack, 'Client', {});
      const { app, service } = newChatLinkedTo(stack, networkIn(client.subscriptionId));
      expect(answerOf(app, service)).toBe('allowed nac/allowed');
    },
  );

  test.each([
    [HERE, 'denied dns/not-linked'],
    [THERE, 'allowed nac/allowed'],
  ])('of the provider of the network is one: %s', (subscription, expected) => {
    const stack = newStackIn(HERE);
    const there = new AzurermProvider(stack, 'there', { alias: 'there', subscriptionId: THERE, features: [{}] });
    const chat = newChatLinkedTo(stack, networkIn(subscription));
    [chat.network, chat.appSubnet, chat.endpointSubnet].forEach((resource) => (resource.provider = there));
    expect(answerOf(chat.app, chat.service)).toBe(expected);
  });
});

test('a network from attributes is not the network of this stack with the same group and name', () => {
  const stack = newStackIn(HERE);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
  const zone = new SharedZone(stack, 'Zone', { resourceGroup, zoneName: ZONE });
  zone.addVirtualNetworkLink('Link', {
    name: 'link',
    virtualNetwork: VirtualNetwork.fromVirtualNetworkAttributes(stack, 'There', {
      virtualNetworkId: networkIn(THERE, 'vnet-chat'),
      virtualNetworkName: 'vnet-chat',
      resourceGroupName: 'rg',
      location: 'centralus',
    }),
  });
  const virtualNetwork = new VirtualNetwork(stack, 'Here', {
    name: 'vnet-chat',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
  });
  const addressRange = AddressRange.prefixLength(26);
  const delegation = SubnetDelegation.WEB_SERVER_FARMS;
  const apps = virtualNetwork.addSubnet('Apps', { name: 'apps', addressRange, delegation });
  const subnet = virtualNetwork.addSubnet('Endpoints', { name: 'endpoints', addressRange });
  const service = new SignalRService(stack, 'Service', {
    name: 'chat',
    resourceGroup,
    cors: Cors.allowOrigins('https://example.com'),
  });
  service.addPrivateEndpoint('Endpoint', {
    name: 'pep',
    resourceGroup,
    subnet,
    dns: DnsIntegration.customServers(zone),
  });
  const { app } = appIn(stack, apps.subnetId);
  expect(() => ConnectivityReport.of(stack).expectPrivate(app, service)).toThrow('[dns/not-linked]');
});

describe('two zones of one group and name in two subscriptions', () => {
  /** The endpoint records its address in a zone with an id; the network is linked to a zone of a provider. */
  function newZones(recordIn: string, linkIn: string | undefined, azurermMajor: 4 | 5 = 4) {
    const stack = newStackIn(HERE, Testing.app({ context: { azurermMajor } }));
    const chat = newPlainChat({ stack, hasLink: false });
    stack.node.tryRemoveChild('Zone');
    chat.endpoint!.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [zoneIn(recordIn)] });
    const provider = new AzurermProvider(stack, 'hub', { alias: 'hub', subscriptionId: linkIn, features: [{}] });
    const link = new PrivateDnsZoneVirtualNetworkLink(stack, 'Link', {
      provider,
      name: 'link',
      resourceGroupName: 'rg-dns',
      privateDnsZoneName: ZONE,
      virtualNetworkId: chat.network.id,
    });
    if (azurermMajor === 5) {
      link.addOverride('resource_group_name', undefined);
      link.addOverride('private_dns_zone_name', undefined);
      link.addOverride('private_dns_zone_id', zoneIn(linkIn!));
    }
    return chat;
  }

  test.each([4, 5] as const)('are two zones with azurerm %d: the one without the record answers', (major) => {
    const { app, service } = newZones(HERE, THERE, major);
    const { verdict, code, resolution } = pathOf(app, service);
    expect([verdict, code, resolution.kind]).toEqual(['denied', 'dns/missing-record', 'nxdomain']);
  });

  test.each([4, 5] as const)('are one zone with azurerm %d where the subscription is the same', (major) => {
    const { app, service } = newZones(THERE, THERE.toUpperCase(), major);
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
  });

  test('are not known to be one where the provider names no subscription', () => {
    const { app, service } = newZones(HERE, undefined);
    expect(pathOf(app, service).verdict).toBe('unknown');
  });

  test('are two where this stack defines both, each with a provider of its own', () => {
    const stack = newStackIn(HERE);
    const chat = newPlainChat({ stack });
    const provider = new AzurermProvider(stack, 'hub', { alias: 'hub', subscriptionId: THERE, features: [{}] });
    const twin = new PrivateDnsZone(stack, 'Twin', { provider, name: ZONE, resourceGroupName: 'rg' });
    expect(answerOf(chat.app, chat.service)).toBe('allowed nac/allowed');
    chat.endpoint!.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [twin.id] });
    expect(answerOf(chat.app, chat.service)).toBe('denied dns/missing-record');
    chat.endpoint!.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [zoneIn(THERE, 'rg')] });
    expect(answerOf(chat.app, chat.service)).toBe('denied dns/missing-record');
    chat.endpoint!.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [zoneIn(HERE, 'rg')] });
    expect(answerOf(chat.app, chat.service)).toBe('allowed nac/allowed');
  });
});

/** A hand-written app in a subnet. */
function appIn(stack: TerraformStack, virtualNetworkSubnetId: string) {
  const app = new LinuxWebApp(stack, 'App', {
    name: 'app-chat',
    location: 'centralus',
    resourceGroupName: 'rg',
    servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
    siteConfig: { vnetRouteAllEnabled: true },
    virtualNetworkSubnetId,
  });
  return { app };
}

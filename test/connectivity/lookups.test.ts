import { DataAzurermSubnet } from '@cdktf/provider-azurerm/lib/data-azurerm-subnet';
import { DataAzurermVirtualNetwork } from '@cdktf/provider-azurerm/lib/data-azurerm-virtual-network';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { NetworkSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { PrivateDnsResolverVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-resolver-virtual-network-link';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { VirtualNetworkDnsServers } from '@cdktf/provider-azurerm/lib/virtual-network-dns-servers';
import { TerraformStack, Testing } from 'cdktf';
import { answerOf, newStackIn, pathOf } from '../support/answers';
import { newPlainChat, PlainChatOptions } from '../support/plain-chat';

const HERE = '0000000a-0000-0000-0000-00000000000a';
const THERE = '0000000b-0000-0000-0000-00000000000b';

/** The plain architecture in one stack, and another stack that looks things up by their names. */
function newPair(ofChat: string | undefined, ofOther: string | undefined, options: PlainChatOptions = {}) {
  const cdk = Testing.app();
  const chat = newPlainChat({ ...options, stack: newStackIn(ofChat, cdk, 'Chat') });
  return { ...chat, other: newStackIn(ofOther, cdk, 'Other') };
}

function lookUpNetwork(stack: TerraformStack, name: string = 'VNET-cus', resourceGroupName: string = 'RG') {
  return new DataAzurermVirtualNetwork(stack, 'Network_', { name, resourceGroupName });
}

function linkTo(stack: TerraformStack, virtualNetworkId: string): void {
  new PrivateDnsZoneVirtualNetworkLink(stack, 'LookedUpLink', {
    name: 'link',
    resourceGroupName: 'rg',
    privateDnsZoneName: 'privatelink.service.signalr.net',
    virtualNetworkId,
  });
}

describe('a network that is looked up', () => {
  test('is the network of this stack with the same group and name', () => {
    const { stack, app, service } = newPlainChat({ hasLink: false });
    linkTo(stack, lookUpNetwork(stack).id);
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
  });

  test('is the network of this stack whose group it names by a reference', () => {
    const { stack, app, service, group } = newPlainChat({ hasLink: false });
    linkTo(stack, lookUpNetwork(stack, 'vnet-cus', group.name).id);
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
  });

  test.each([
    ['vnet-cus', 'rg-hub'],
    ['vnet-hub', 'rg'],
  ])('is not the network of this stack where it is %s of %s', (name, group) => {
    const { stack, app, service } = newPlainChat({ hasLink: false });
    linkTo(stack, lookUpNetwork(stack, name, group).id);
    expect(answerOf(app, service)).toBe('denied dns/not-linked');
  });

  test.each([
    [HERE, HERE.toUpperCase(), 'allowed nac/allowed'],
    [HERE, THERE, 'denied dns/not-linked'],
    [HERE, undefined, 'unknown dns/unknown'],
    [undefined, undefined, 'unknown dns/unknown'],
  ])('is that of a stack in subscription %s as seen from %s: %s', (ofChat, ofOther, expected) => {
    const { app, service, other } = newPair(ofChat, ofOther, { hasLink: false });
    linkTo(other, lookUpNetwork(other).id);
    expect(answerOf(app, service)).toBe(expected);
  });

  test('says what decides where the subscription is not known', () => {
    const { app, service, other } = newPair(HERE, undefined, { hasLink: false });
    linkTo(other, lookUpNetwork(other).id);
    expect(pathOf(app, service).reason).toContain('Other/Network_ may look Chat/Network up');
  });

  test('has the DNS servers that it is given there', () => {
    const { app, service, other } = newPair(HERE, HERE);
    const servers = { virtualNetworkId: lookUpNetwork(other).id, dnsServers: ['10.9.0.4'] };
    new VirtualNetworkDnsServers(other, 'Servers', servers);
    expect(answerOf(app, service)).toBe('unknown dns/custom-servers');
  });

  test('asks the forwarding rules that it is linked to there', () => {
    const { app, service, other } = newPair(HERE, HERE);
    new PrivateDnsResolverVirtualNetworkLink(other, 'Rules', {
      name: 'rules',
      dnsForwardingRulesetId: 'any',
      virtualNetworkId: lookUpNetwork(other).id,
    });
    expect(answerOf(app, service)).toBe('unknown dns/unknown');
  });
});

/** An app of the other stack. */
function appIn(other: TerraformStack, virtualNetworkSubnetId: string): LinuxWebApp {
  return new LinuxWebApp(other, 'App', {
    name: 'app-other',
    location: 'centralus',
    resourceGroupName: 'rg',
    servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
    siteConfig: { vnetRouteAllEnabled: true },
    virtualNetworkSubnetId,
  });
}

const SAME_NETWORK = { virtualNetworkName: 'vnet-cus', resourceGroupName: 'rg' };
const OTHER_SUBSCRIPTIONS: readonly (readonly [string | undefined, string | undefined])[] = [
  [HERE, THERE],
  [HERE, undefined],
  [undefined, undefined],
];

describe('an app in a subnet that is looked up', () => {
  function answerFrom(ofChat: string | undefined, ofOther: string | undefined): string {
    const { other, service } = newPair(ofChat, ofOther);
    const subnet = new DataAzurermSubnet(other, 'Subnet', { ...SAME_NETWORK, name: 'public-subnet' });
    return answerOf(appIn(other, subnet.id), service);
  }

  test('calls out through the subnet of the stack that defines it', () => {
    expect(answerFrom(HERE, HERE)).toBe('allowed nac/allowed');
  });

  test.each(OTHER_SUBSCRIPTIONS)('of a stack in %s calls out through one that is not known, from %s', (...pair) => {
    expect(answerFrom(...pair)).toBe('unknown dns/unknown');
  });
});

describe('an app in a subnet that names its network', () => {
  function answerFrom(ofChat: string | undefined, ofOther: string | undefined): string {
    const { other, service } = newPair(ofChat, ofOther);
    const subnet = new Subnet(other, 'Subnet', { ...SAME_NETWORK, name: 'others', addressPrefixes: ['10.0.0.128/26'] });
    return answerOf(appIn(other, subnet.id), service);
  }

  test('is in that of the same subscription, also of another stack', () => {
    expect(answerFrom(HERE, HERE)).toBe('allowed nac/allowed');
  });

  test.each(OTHER_SUBSCRIPTIONS)('of a stack in %s is in one that is not known, from %s', (...pair) => {
    expect(answerFrom(...pair)).toBe('unknown dns/unknown');
  });
});

test.each([
  [HERE, 'allowed nac/allowed'],
  [THERE, 'unknown dns/unknown'],
])('a network outside of the configuration is that of the subscription of who names it: %s', (ofOther, expected) => {
  const { endpointSubnet, service, other, stack } = newPair(HERE, ofOther, { hasLink: false });
  const outside = { virtualNetworkName: 'outside', resourceGroupName: 'rg' };
  endpointSubnet.virtualNetworkName = outside.virtualNetworkName;
  const network = `/subscriptions/${HERE}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/outside`;
  linkTo(stack, network);
  new VirtualNetworkDnsServers(stack, 'Servers', { virtualNetworkId: network, dnsServers: [] });
  const subnet = new Subnet(other, 'Subnet', { ...outside, name: 'others', addressPrefixes: ['10.0.0.128/26'] });
  expect(answerOf(appIn(other, subnet.id), service)).toBe(expected);
});

test.each([
  [HERE, 'denied network/denied'],
  [THERE, 'allowed nac/allowed'],
  [undefined, 'unknown network/unknown'],
])(
  'a security rule of a stack in %s belongs to the group of that name in its subscription: %s',
  (ofOther, expected) => {
    const { stack, appSubnet, app, service, other } = newPair(HERE, ofOther);
    const group = new NetworkSecurityGroup(stack, 'Nsg', {
      name: 'nsg',
      resourceGroupName: 'rg',
      location: 'centralus',
    });
    new SubnetNetworkSecurityGroupAssociation(stack, 'Guards', {
      subnetId: appSubnet.id,
      networkSecurityGroupId: group.id,
    });
    new NetworkSecurityRule(other, 'Rule', {
      name: 'deny',
      resourceGroupName: 'rg',
      networkSecurityGroupName: 'nsg',
      priority: 100,
      direction: 'Outbound',
      access: 'Deny',
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix: '*',
      destinationAddressPrefix: '*',
    });
    expect(answerOf(app, service)).toBe(expected);
  },
);

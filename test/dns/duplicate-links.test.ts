import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { SecureSignalRApp } from '../../src';
import { IResourceGroup, ResourceGroup } from '../../src/core';
import { IPrivateDnsZone, PrivateDnsZone } from '../../src/dns';
import { VirtualNetwork } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { messageOf, newGroup, newStack, resources, synth } from '../support/synth';

const ZONE = 'privatelink.service.signalr.net';
const LINK = 'azurerm_private_dns_zone_virtual_network_link';
const HUB_ZONE = `/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones/${ZONE}`;

const hubZoneIn = (stack: TerraformStack, zoneId: string = HUB_ZONE) =>
  PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'HubZone', { zoneId, zoneName: ZONE });

/** The name of the link of a spoke to the hub's zone. */
function linkOf(stackId: string, id: string = 'Chat'): string {
  const stack = newStack(stackId, undefined, Testing.app());
  new SecureSignalRApp(stack, id, {
    location: 'centralus',
    workload: 'chat',
    resourceGroup: new ResourceGroup(stack, 'Group', { name: `rg-${stackId}`, location: 'centralus' }),
    dns: DnsIntegration.zone(hubZoneIn(stack)),
  });
  const names = resources(stack, LINK).map(({ name }) => name);
  expect(names).toHaveLength(1);
  return names[0];
}

describe('the link of a spoke to a zone that others share', () => {
  test('has another name in each stack, also where the networks have one name', () => {
    const names = ['orders', 'billing', 'support'].map((stack) => linkOf(stack));
    expect(new Set(names).size).toBe(3);
    names.forEach((name) => expect(name).toMatch(/^link-vnet-chat-centralus/));
  });

  test('has the same name each time', () => {
    expect(linkOf('orders')).toBe(linkOf('orders'));
  });

  test('has another name for each architecture of a stack', () => {
    const stack = newStack();
    const zone = hubZoneIn(stack);
    for (const id of ['One', 'Two']) {
      const resourceGroup = new ResourceGroup(stack, `${id}Group`, { name: `rg-${id}`, location: 'centralus' });
      const dns = DnsIntegration.zone(zone);
      new SecureSignalRApp(stack, id, { location: 'centralus', workload: 'chat', resourceGroup, dns });
    }
    const names = resources(stack, LINK).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(() => synth(stack)).not.toThrow();
  });
});

/** Two networks, and a zone of the stack. */
function newParts() {
  const { stack, resourceGroup } = newGroup();
  const networks = ['one', 'two'].map((name, index) => networkOf(stack, resourceGroup, name, index));
  const zone = new PrivateDnsZone(stack, 'Zone', { zoneName: ZONE, resourceGroup });
  return { stack, resourceGroup, networks, zone };
}

const networkOf = (stack: TerraformStack, resourceGroup: IResourceGroup, name: string, index: number) =>
  new VirtualNetwork(stack, name, { name: `vnet-${name}`, resourceGroup, addressSpace: [`10.${index}.0.0/24`] });

type Parts = ReturnType<typeof newParts>;

const link = (zone: IPrivateDnsZone, id: string, name: string, virtualNetwork: VirtualNetwork) =>
  zone.addVirtualNetworkLink(id, { name, virtualNetwork });
const plain = (stack: TerraformStack, id: string, name: string, zoneName: string, virtualNetworkId: string) =>
  new PrivateDnsZoneVirtualNetworkLink(stack, id, {
    name,
    privateDnsZoneName: zoneName,
    resourceGroupName: 'rg-test',
    virtualNetworkId,
  });

/** Synthesizes each stack of the app, with all validations. */
const synthAll = ({ node }: TerraformStack) =>
  node.root.node.children.filter(TerraformStack.isStack).forEach((each) => Testing.synth(each as TerraformStack, true));

const REFUSED: [what: string, define: (parts: Parts) => void][] = [
  ['by the library', ({ zone, networks }) => link(zone, 'Second', 'link-a', networks[1])],
  ['in another letter case', ({ zone, networks }) => link(zone, 'Second', 'LINK-A', networks[1])],
  [
    'by hand, with the zone by reference',
    ({ stack, zone, networks }) => plain(stack, 'Second', 'link-a', zone.zoneName, networks[1].virtualNetworkId),
  ],
  [
    'by hand, with the zone as text',
    ({ stack, networks }) => plain(stack, 'Second', 'Link-A', ZONE, networks[1].virtualNetworkId),
  ],
  [
    'in another stack of the app',
    ({ stack, zone }) => {
      const other = newStack('Other', undefined, stack.node.root);
      const resourceGroup = new ResourceGroup(other, 'Group', { name: 'rg-other', location: 'centralus' });
      const virtualNetwork = networkOf(other, resourceGroup, 'three', 3);
      zone.addVirtualNetworkLink('Second', { name: 'link-a', virtualNetwork, scope: other });
    },
  ],
];

describe('a second link of one name to a zone', () => {
  test.each(REFUSED)('is refused where it is defined %s', (_, define) => {
    const message = messageOf(() => {
      const parts = newParts();
      link(parts.zone, 'First', 'link-a', parts.networks[0]);
      define(parts);
      synthAll(parts.stack);
    });
    expect(message).toContain('[dns/duplicate-link]');
    expect(message.toLowerCase()).toContain('link-a');
  });

  test('is refused for a zone that exists, by its id in any letter case', () => {
    const message = messageOf(() => {
      const { stack, networks } = newParts();
      const twin = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Twin', {
        zoneId: HUB_ZONE.replace('rg-hub', 'RG-Hub'),
        zoneName: ZONE,
      });
      link(hubZoneIn(stack), 'First', 'link-a', networks[0]);
      link(twin, 'Second', 'link-a', networks[1]);
      synth(stack);
    });
    expect(message).toContain('[dns/duplicate-link]');
  });

  test.each<[string, (parts: Parts) => void]>([
    ['has another name', ({ zone, networks }) => link(zone, 'Second', 'link-b', networks[1])],
    [
      'has a name that only Terraform knows',
      ({ stack, zone, networks }) =>
        link(zone, 'Second', new TerraformVariable(stack, 'name', {}).stringValue, networks[1]),
    ],
    ['is of a zone in another group', ({ stack, networks }) => link(hubZoneIn(stack), 'Second', 'link-a', networks[1])],
    [
      'is of a zone of another name',
      ({ stack, resourceGroup, networks }) =>
        link(
          new PrivateDnsZone(stack, 'Sites', { zoneName: 'privatelink.azurewebsites.net', resourceGroup }),
          'Second',
          'link-a',
          networks[1],
        ),
    ],
    [
      'is left out',
      ({ stack, networks }) =>
        plain(stack, 'Second', 'link-a', ZONE, networks[1].virtualNetworkId).addOverride('count', 0),
    ],
  ])('is accepted where it %s', (_, define) => {
    const parts = newParts();
    link(parts.zone, 'First', 'link-a', parts.networks[0]);
    define(parts);
    expect(() => synth(parts.stack)).not.toThrow();
  });
});

import { TerraformStack } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { IPrivateDnsZone, PrivateDnsZone, ResolutionPolicy } from '../../src/dns';
import { AddressRange, VirtualNetwork } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { Cors, SignalRService } from '../../src/signalr';
import { Host } from '../support/host';
import { messageOf, newStack, synth } from '../support/synth';

const ZONE_NAME = 'privatelink.service.signalr.net';

/** Two networks, a host in the first, a service with an endpoint in the second. */
function setUp(stack: TerraformStack = newStack()) {
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-test', location: 'centralus' });
  const [first, second] = ['10.1.0.0/24', '10.2.0.0/24'].map(
    (range, index) =>
      new VirtualNetwork(stack, `Network${index + 1}`, {
        name: `vnet-${index + 1}`,
        resourceGroup,
        addressSpace: [range],
      }),
  );
  const service = new SignalRService(stack, 'SignalR', {
    name: 'sigr-test',
    resourceGroup,
    cors: Cors.allowAnyOrigin(),
  });
  const host = new Host(stack, 'Host');
  host.virtualNetworkId = first.virtualNetworkId;
  service.connectServer(host);
  const newZone = (id: string) => {
    const group = new ResourceGroup(stack, `GroupOf${id}`, { name: `rg-${id}`, location: 'centralus' });
    return new PrivateDnsZone(stack, id, { zoneName: ZONE_NAME, resourceGroup: group });
  };
  const addEndpoint = (network: VirtualNetwork, dns: DnsIntegration) =>
    service.addPrivateEndpoint(`EndpointIn${network.node.id}`, {
      name: `pep-${network.node.id}`,
      resourceGroup,
      dns,
      subnet: network.addSubnet('Endpoints', { name: 'endpoints', addressRange: AddressRange.prefixLength(27) }),
    });
  return { stack, first, second, newZone, addEndpoint };
}

describe('a host whose network is linked to a zone without the record of its service', () => {
  /** The first network has a zone of its own, for other services; the record is in the zone of the second. */
  function separate(policy?: ResolutionPolicy) {
    const world = setUp();
    const [own, other] = [world.newZone('OwnZone'), world.newZone('OtherZone')];
    own.addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: world.first, resolutionPolicy: policy });
    other.addVirtualNetworkLink('Link', { name: 'b', virtualNetwork: world.second });
    world.addEndpoint(world.second, DnsIntegration.zone(other));
    return { ...world, own, other };
  }

  test('fails when the stack is validated, and names the three ways out', () => {
    expect(messageOf(() => synth(separate().stack))).toContain(
      '[Prod/SignalR] [dns/missing-record] the network of Prod/Host is linked to zone Prod/OwnZone, which lacks the record of this service (recorded in Prod/OtherZone), so its name does not resolve there; add a private endpoint of the service with DnsIntegration.zone(...) of that zone, share one zone among the networks, or link the network with ResolutionPolicy.NX_DOMAIN_REDIRECT',
    );
  });

  test('passes when the service has an endpoint in the network of the host as well', () => {
    const { stack, first, own, addEndpoint } = separate();
    addEndpoint(first, DnsIntegration.zone(own));
    expect(() => synth(stack)).not.toThrow();
  });

  test('passes when the networks share one zone', () => {
    const { stack, first, second, newZone, addEndpoint } = setUp();
    const shared = newZone('Shared');
    shared.addVirtualNetworkLink('LinkA', { name: 'a', virtualNetwork: first });
    shared.addVirtualNetworkLink('LinkB', { name: 'b', virtualNetwork: second });
    addEndpoint(second, DnsIntegration.zone(shared));
    expect(() => synth(stack)).not.toThrow();
  });

  test('passes when the zone asks public DNS for what it lacks', () => {
    expect(() => synth(separate(ResolutionPolicy.NX_DOMAIN_REDIRECT).stack)).not.toThrow();
  });

  test('passes when the network of the host has no such zone, so that the name resolves publicly', () => {
    const { stack, second, newZone, addEndpoint } = setUp();
    const zone = newZone('Zone');
    zone.addVirtualNetworkLink('Link', { name: 'b', virtualNetwork: second });
    addEndpoint(second, DnsIntegration.zone(zone));
    expect(() => synth(stack)).not.toThrow();
  });

  test('passes when others keep the record of one of its endpoints', () => {
    const { stack, first, addEndpoint } = separate();
    addEndpoint(first, DnsIntegration.managedByPolicy());
    expect(() => synth(stack)).not.toThrow();
  });

  test('passes when others keep the record', () => {
    const { stack, first, second, newZone, addEndpoint } = setUp();
    newZone('Zone').addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: first });
    addEndpoint(second, DnsIntegration.managedByPolicy());
    expect(() => synth(stack)).not.toThrow();
  });

  describe('of which one or both are existing', () => {
    const id = (name: string) =>
      `/subscriptions/0/resourceGroups/rg-${name}/providers/Microsoft.Network/privateDnsZones/${ZONE_NAME}`;
    const existing = (stack: TerraformStack, construct: string, zoneId: string): IPrivateDnsZone =>
      PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, construct, { zoneId, zoneName: ZONE_NAME });

    function linked(ownId: string, otherId: string) {
      const world = setUp();
      const own = existing(world.stack, 'OwnZone', ownId);
      own.addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: world.first });
      world.addEndpoint(world.second, DnsIntegration.zone(existing(world.stack, 'OtherZone', otherId)));
      return world.stack;
    }

    test('fails when their ids differ', () => {
      expect(messageOf(() => synth(linked(id('a'), id('b'))))).toContain('[dns/missing-record]');
    });

    test('passes when their ids are the same', () => {
      expect(() => synth(linked(id('a'), id('A')))).not.toThrow();
    });

    test('passes when it is not known whether they are one', () => {
      const { stack, first, second, newZone, addEndpoint } = setUp();
      newZone('Owned').addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: first });
      addEndpoint(second, DnsIntegration.zone(existing(stack, 'Existing', id('a'))));
      expect(() => synth(stack)).not.toThrow();
    });
  });
});

import { TerraformStack } from 'cdktf';
import { IResourceGroup, ResourceGroup } from '../../src/core';
import { IPrivateDnsZone, PrivateDnsZone, ResolutionPolicy } from '../../src/dns';
import { AddressRange, VirtualNetwork, VirtualNetworkPeering } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { AccessRules, Cors, ISignalRService, NetworkAccess, RequestType, SignalRService } from '../../src/signalr';
import { Host } from '../support/host';
import { SERVICE_ID } from '../support/ids';
import { messageOf, newStack, synth } from '../support/synth';

const ZONE_NAME = 'privatelink.service.signalr.net';

const connectServer = (service: ISignalRService, host: Host) => service.connectServer(host);

function defineService(
  stack: TerraformStack,
  resourceGroup: IResourceGroup,
  networkAccess?: NetworkAccess,
): ISignalRService {
  const cors = Cors.allowAnyOrigin();
  return new SignalRService(stack, 'SignalR', { name: 'sigr-test', resourceGroup, cors, networkAccess });
}

function importService(stack: TerraformStack): ISignalRService {
  const hostname = 'chat.service.signalr.net';
  return SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', { serviceId: SERVICE_ID, hostname });
}

/** Two networks that are peered, a host in the first, a service with an endpoint in the second. */
function setUp(networkAccess?: NetworkAccess, dnsServers?: string[], connect = connectServer, define = defineService) {
  const stack = newStack();
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-test', location: 'centralus' });
  const [first, second] = ['10.1.0.0/24', '10.2.0.0/24'].map(
    (range, index) =>
      new VirtualNetwork(stack, `Network${index + 1}`, {
        name: `vnet-${index + 1}`,
        resourceGroup,
        addressSpace: [range],
        dnsServers: index === 0 ? dnsServers : undefined,
      }),
  );
  new VirtualNetworkPeering(stack, 'Peering', { local: first, remote: second });
  const service = define(stack, resourceGroup, networkAccess);
  const host = new Host(stack, 'Host');
  host.virtualNetworkId = first.virtualNetworkId;
  connect(service, host);
  const newZone = (id: string) => {
    const group = new ResourceGroup(stack, `GroupOf${id}`, { name: `rg-${id}`, location: 'centralus' });
    return new PrivateDnsZone(stack, id, { zoneName: ZONE_NAME, resourceGroup: group });
  };
  const addEndpoint = (network: VirtualNetwork, dns: DnsIntegration, access?: AccessRules) =>
    service.addPrivateEndpoint(`EndpointIn${network.node.id}`, {
      name: `pep-${network.node.id}`,
      resourceGroup,
      dns,
      access,
      subnet: network.addSubnet('Endpoints', { name: 'endpoints', addressRange: AddressRange.prefixLength(27) }),
    });
  return { stack, first, second, newZone, addEndpoint };
}

describe('a host whose network is linked to a zone without the record of its service', () => {
  /** The first network has a zone of its own, for other services; the record is in the zone of the second. */
  function separate(policy?: ResolutionPolicy, networkAccess?: NetworkAccess) {
    const world = setUp(networkAccess);
    const [own, other] = [world.newZone('OwnZone'), world.newZone('OtherZone')];
    own.addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: world.first, resolutionPolicy: policy });
    other.addVirtualNetworkLink('Link', { name: 'b', virtualNetwork: world.second });
    world.addEndpoint(world.second, DnsIntegration.zone(other));
    return { ...world, own, other };
  }

  /** The only zone is linked to the second network. */
  function unlinked(networkAccess?: NetworkAccess, connect = connectServer) {
    const world = setUp(networkAccess, undefined, connect);
    const zone = world.newZone('Zone');
    zone.addVirtualNetworkLink('Link', { name: 'b', virtualNetwork: world.second });
    world.addEndpoint(world.second, DnsIntegration.zone(zone));
    return world;
  }

  test('fails when the stack is validated, and names the three ways out', () => {
    expect(messageOf(() => synth(separate().stack))).toContain(
      '[Prod/SignalR] [dns/missing-record] ServerConnection from Prod/Host does not get to Prod/SignalR/Resource through a private endpoint: zone Prod/OwnZone/Resource, linked to Prod/Network1/Resource, has no record of sigr-test.privatelink.service.signalr.net; let a private endpoint of the service write its record to that zone with DnsIntegration.zone(...), share one zone among the networks, or link the network with ResolutionPolicy.NX_DOMAIN_REDIRECT',
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

  test('passes when the zone asks public DNS for what it lacks, and the public network lets servers in', () => {
    const redirected = (networkAccess?: NetworkAccess) => separate(ResolutionPolicy.NX_DOMAIN_REDIRECT, networkAccess);
    const publicNetwork = AccessRules.allow(RequestType.SERVER_CONNECTION);
    expect(() => synth(redirected(NetworkAccess.custom({ publicNetwork })).stack)).not.toThrow();
    expect(() => synth(redirected().stack)).toThrow('no rule of the public network names ServerConnection');
  });

  test('fails when the network of the host has no such zone, and the public network refuses servers', () => {
    expect(messageOf(() => synth(unlinked().stack))).toContain(
      '[Prod/SignalR] [dns/not-linked] ServerConnection from Prod/Host does not get to Prod/SignalR/Resource through a private endpoint: no private DNS zone for sigr-test.privatelink.service.signalr.net is linked to Prod/Network1/Resource, so public DNS answers; no rule of the public network names ServerConnection, and the default action denies it (Prod/SignalR/NetworkAcl); link the network of the app to that zone, or give the network DNS servers that forward to Azure DNS in a linked network',
    );
  });

  test.each<[string, typeof connectServer, string]>([
    ['a negotiator', (service, host) => service.connectNegotiator(host), 'RESTAPI'],
    ['a REST sender', (service, host) => service.connectRestSender(host), 'RESTAPI'],
    [
      'a hub server that sends over REST as well',
      (service, host) => {
        service.connectServer(host);
        service.connectRestSender(host);
      },
      'ServerConnection and RESTAPI',
    ],
  ])('fails for %s in a network without such a zone, and names what is refused', (_, connect, refused) => {
    expect(messageOf(() => synth(unlinked(undefined, connect).stack))).toContain(
      `[Prod/SignalR] [dns/not-linked] ${refused} from Prod/Host ${refused.includes(' and ') ? 'do' : 'does'} not get to Prod/SignalR/Resource through a private endpoint: no private DNS zone`,
    );
  });

  test('passes for a REST sender where the public network takes REST calls', () => {
    const networkAccess = NetworkAccess.custom({ publicNetwork: AccessRules.allow(RequestType.REST_API) });
    expect(() =>
      synth(unlinked(networkAccess, (service, host) => service.connectRestSender(host)).stack),
    ).not.toThrow();
  });

  test('passes when the name resolves publicly and the public network lets servers in', () => {
    const publicNetwork = AccessRules.allow(RequestType.SERVER_CONNECTION, RequestType.REST_API);
    expect(() => synth(unlinked(NetworkAccess.custom({ publicNetwork })).stack)).not.toThrow();
  });

  test('fails when the network of the host asks its own DNS servers', () => {
    const { stack, first, second, newZone, addEndpoint } = setUp(undefined, ['10.9.0.4']);
    const shared = newZone('Shared');
    shared.addVirtualNetworkLink('LinkA', { name: 'a', virtualNetwork: first });
    shared.addVirtualNetworkLink('LinkB', { name: 'b', virtualNetwork: second });
    addEndpoint(second, DnsIntegration.zone(shared));
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/SignalR] [dns/custom-servers] ServerConnection from Prod/Host is not known to get to Prod/SignalR/Resource through a private endpoint: Prod/Network1/Resource sends queries to DNS servers whose answers are not in the configuration;',
    );
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

    test('is refused when their ids differ, since Azure keeps the record in the other zone alone', () => {
      expect(() => synth(linked(id('a'), id('b')))).toThrow('[dns/missing-record]');
    });

    test('passes when their ids are the same', () => {
      expect(() => synth(linked(id('a'), id('A')))).not.toThrow();
    });

    test('fails when the host asks a zone of this stack, which is in another resource group', () => {
      const { stack, first, second, newZone, addEndpoint } = setUp();
      newZone('Owned').addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: first });
      addEndpoint(second, DnsIntegration.zone(existing(stack, 'Existing', id('a'))));
      expect(messageOf(() => synth(stack))).toContain('[dns/missing-record]');
    });
  });
});

describe('a host that finds a private endpoint of its service', () => {
  const CLIENTS = AccessRules.allow(RequestType.CLIENT_CONNECTION);
  const SERVERS = AccessRules.allow(RequestType.SERVER_CONNECTION, RequestType.REST_API);

  /** The networks share a zone, or each has one of its own; each has an endpoint with the rules that are given. */
  function endpoints(rules: { readonly first?: AccessRules; readonly second?: AccessRules }, isShared = false) {
    const world = setUp();
    const { first, second, newZone, addEndpoint } = world;
    const own = newZone('Own');
    own.addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: first });
    const other = isShared ? own : newZone('Other');
    other.addVirtualNetworkLink('OtherLink', { name: 'b', virtualNetwork: second });
    if (rules.first) addEndpoint(first, DnsIntegration.zone(own), rules.first);
    if (rules.second) addEndpoint(second, DnsIntegration.zone(other), rules.second);
    return world.stack;
  }
  const REFUSAL =
    '[Prod/SignalR] [nac/server-unreachable] ServerConnection from Prod/Host does not get to Prod/SignalR/Resource through a private endpoint: no rule of the private endpoint names ServerConnection, and the default action denies it (Prod/SignalR/NetworkAcl); allow the request there';

  test('fails where the endpoint in its network lets clients in alone, though that of the other lets servers in', () => {
    expect(messageOf(() => synth(endpoints({ first: CLIENTS, second: SERVERS })))).toContain(REFUSAL);
  });

  test('passes where the endpoint in its network lets servers in, and that of the other does not', () => {
    expect(() => synth(endpoints({ first: SERVERS, second: CLIENTS }))).not.toThrow();
  });

  test('fails where it finds the endpoint of the other network, over a zone that they share', () => {
    const message = messageOf(() => synth(endpoints({ second: CLIENTS }, true)));
    expect(message).toContain(REFUSAL);
  });

  test('passes where it finds an endpoint of the other network that lets servers in', () => {
    expect(() => synth(endpoints({ second: SERVERS }, true))).not.toThrow();
  });
});

describe('a host of an existing service', () => {
  const existing = () => setUp(undefined, undefined, connectServer, importService);

  test('is not judged where its network is linked to a zone that lacks the record, which others may keep', () => {
    const { stack, first, second, newZone, addEndpoint } = existing();
    newZone('OwnZone').addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: first });
    const other = newZone('OtherZone');
    other.addVirtualNetworkLink('Link', { name: 'b', virtualNetwork: second });
    addEndpoint(second, DnsIntegration.zone(other));
    expect(() => synth(stack)).not.toThrow();
  });

  test('is not judged by a list that is not known, where its network is not linked', () => {
    const { stack, second, newZone, addEndpoint } = existing();
    const zone = newZone('Zone');
    zone.addVirtualNetworkLink('Link', { name: 'b', virtualNetwork: second });
    addEndpoint(second, DnsIntegration.zone(zone));
    expect(() => synth(stack)).not.toThrow();
  });

  test('is not judged by a list that is not known, where it finds an endpoint', () => {
    const { stack, first, newZone, addEndpoint } = existing();
    const zone = newZone('Zone');
    zone.addVirtualNetworkLink('Link', { name: 'a', virtualNetwork: first });
    addEndpoint(first, DnsIntegration.zone(zone));
    expect(() => synth(stack)).not.toThrow();
  });
});

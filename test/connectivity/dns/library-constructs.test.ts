import { TerraformStack } from 'cdktf';
import { SecureSignalRApp } from '../../../src';
import { DnsForwardingRuleset, PrivateDnsResolver, PrivateDnsZone } from '../../../src/dns';
import { AddressRange, IVirtualNetwork, VirtualNetwork } from '../../../src/network';
import { DnsIntegration, PrivateEndpoint } from '../../../src/privatelink';
import { Cors, SignalRService } from '../../../src/signalr';
import { newNetwork } from '../../support/network';
import { addResolverSubnet } from '../../support/resolver';
import { newGroup, newStack } from '../../support/synth';
import { HUB_ZONE_ID, resolveIn, ZONE_NAME } from '../support/topology';

/** A network with a service that has an endpoint in it. */
function withEndpoint(dns: (zone: PrivateDnsZone, stack: TerraformStack) => DnsIntegration) {
  const parts = newNetwork();
  const { stack, resourceGroup, zone, endpointSubnet, virtualNetwork } = parts;
  const service = new SignalRService(stack, 'SignalR', { name: 'chat', resourceGroup, cors: Cors.allowAnyOrigin() });
  const props = { name: 'pep-chat', resourceGroup, subnet: endpointSubnet, target: service, dns: dns(zone, stack) };
  new PrivateEndpoint(stack, 'PrivateEndpoint', props);
  return { ...parts, ask: (network: IVirtualNetwork = virtualNetwork) => answer(stack, service, network) };
}

function answer(stack: TerraformStack, service: SignalRService, network: IVirtualNetwork) {
  return resolveIn(stack, service.resource, (network as VirtualNetwork).resource);
}

test('the architecture resolves its service by its private endpoint', () => {
  const stack = newStack();
  const app = new SecureSignalRApp(stack, 'Chat', { location: 'centralus' });
  const network = stack.node.findAll().find((each) => each instanceof VirtualNetwork) as VirtualNetwork;
  const service = stack.node.findAll().find((each) => each instanceof SignalRService) as SignalRService;
  expect(answer(stack, service, network)).toMatchObject({
    kind: 'private',
    privateEndpoint: expect.stringContaining(app.node.path),
  });
});

test.each([
  ['a zone', (zone: PrivateDnsZone) => DnsIntegration.zone(zone), 'private', undefined],
  ['records that are kept by hand', () => DnsIntegration.recordsOnly(), 'nxdomain', 'dns/missing-record'],
  ['a policy', () => DnsIntegration.managedByPolicy(), 'unknown', 'dns/unknown'],
])('an endpoint with %s in a linked network', (_, dns, kind, code) => {
  const { kind: found, code: foundCode } = withEndpoint(dns).ask();
  expect([found, foundCode]).toEqual([kind, code]);
});

test('an endpoint with a zone of its own', () => {
  const { stack, resourceGroup } = newGroup();
  const network = new VirtualNetwork(stack, 'Network', { name: 'vnet', resourceGroup, addressSpace: ['10.1.0.0/24'] });
  const subnet = network.addSubnet('Endpoints', { name: 'snet', addressRange: AddressRange.prefixLength(27) });
  const target = new SignalRService(stack, 'SignalR', { name: 'chat', resourceGroup, cors: Cors.allowAnyOrigin() });
  new PrivateEndpoint(stack, 'Endpoint', { name: 'pep', resourceGroup, subnet, target });
  const zone = 'Prod/Endpoint/PrivateDnsZone/Resource';
  expect(answer(stack, target, network)).toMatchObject({
    kind: 'private',
    reason: `zone ${zone}, linked to Prod/Network/Resource, has the address of Prod/Endpoint/Resource`,
  });
});

test.each([
  [
    'attributes',
    (stack: TerraformStack) =>
      PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'HubZone', { zoneId: HUB_ZONE_ID, zoneName: ZONE_NAME }),
  ],
  [
    'a lookup',
    (stack: TerraformStack) =>
      PrivateDnsZone.fromLookup(stack, 'HubZone', { zoneName: ZONE_NAME, resourceGroupName: 'rg-hub' }),
  ],
])('an endpoint that is recorded in the zone of a hub, told by %s', (_, hubZone) => {
  const { stack, resourceGroup, ask } = withEndpoint((__, scope) => DnsIntegration.zone(hubZone(scope)));
  const network = new VirtualNetwork(stack, 'Spoke', {
    name: 'vnet-spoke',
    resourceGroup,
    addressSpace: ['10.1.0.0/24'],
  });
  expect(ask(network).kind).toBe('unknown');
  (stack.node.findChild('HubZone') as PrivateDnsZone).addVirtualNetworkLink('SpokeLink', { virtualNetwork: network });
  expect(ask(network).kind).toBe('private');
});

test('a spoke that asks the resolver of a hub, by a ruleset or as its DNS server', () => {
  const { stack, resourceGroup, ask } = withEndpoint((zone) => DnsIntegration.zone(zone));
  const hub = new VirtualNetwork(stack, 'Hub', { name: 'vnet-hub', resourceGroup, addressSpace: ['10.2.0.0/16'] });
  (stack.node.findChild('Zone') as PrivateDnsZone).addVirtualNetworkLink('HubLink', { virtualNetwork: hub });
  const resolver = new PrivateDnsResolver(stack, 'Resolver', { name: 'dnspr', resourceGroup, virtualNetwork: hub });
  const inbound = resolver.addInboundEndpoint('In', { name: 'in', subnet: addResolverSubnet(hub, 'In') });
  const outbound = resolver.addOutboundEndpoint('Out', { name: 'out', subnet: addResolverSubnet(hub, 'Out') });
  const props = { name: 'rules', resourceGroup, outboundEndpoints: [outbound] };
  const ruleset = new DnsForwardingRuleset(stack, 'Ruleset', props);
  const spokeProps = { resourceGroup, addressSpace: ['10.3.0.0/16'] };
  const asking = new VirtualNetwork(stack, 'Asking', {
    ...spokeProps,
    name: 'asking',
    dnsServers: [inbound.ipAddress],
  });
  const forwarding = new VirtualNetwork(stack, 'Forwarding', { ...spokeProps, name: 'forwarding' });
  expect([ask(hub).kind, ask(asking).kind, ask(forwarding).kind]).toEqual(['private', 'private', 'public']);
  ruleset.addVirtualNetworkLink('Link', { virtualNetwork: forwarding });
  ruleset.addRule('signalr', { domainName: 'service.signalr.net', targetDnsServers: [inbound.ipAddress] });
  expect(ask(forwarding).kind).toBe('private');
});

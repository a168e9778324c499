import { VirtualHubConnection } from '@cdktf/provider-azurerm/lib/virtual-hub-connection';
import { VirtualNetworkPeeringConfig } from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { App, Testing } from 'cdktf';
import {
  addEndpoint,
  addNetwork,
  addPeering,
  addRouteTable,
  addSecurityGroup,
  addSubnet,
  ask,
  machinesOf,
  newSpokes,
  OLD_NETWORK_ID,
  route,
  rule,
} from './tree';
import { VirtualNetwork, VirtualNetworkPeering } from '../../../src/network';
import { newGroup, newStack } from '../../support/synth';

const TOKEN = '${var.x}';
const WHERE = 'network "near" (Prod/Near) and network "far" (Prod/Far)';

function peered(there: Partial<VirtualNetworkPeeringConfig> = {}, back: Partial<VirtualNetworkPeeringConfig> = {}) {
  const spokes = newSpokes();
  addPeering(spokes.near, spokes.far, there);
  addPeering(spokes.far, spokes.near, back);
  return spokes;
}

test('networks with peerings in both directions reach each other', () => {
  const { stack, apps, near, endpoint } = peered();
  expect(ask(stack).toEndpoint(apps, endpoint).verdict).toBe('allowed');
  expect(ask(stack).fromNetwork(near, endpoint).verdict).toBe('allowed');
});

test.each([
  ['unknown', { allowVirtualNetworkAccess: false }, 'may keep'],
  ['unknown', { allowVirtualNetworkAccess: TOKEN as any }, 'may keep'],
  ['allowed', { allowVirtualNetworkAccess: true }, ''],
  ['denied', { onlyIpv6PeeringEnabled: true }, 'for IPv6 only'],
  ['allowed', { onlyIpv6PeeringEnabled: false }, ''],
  ['unknown', { onlyIpv6PeeringEnabled: TOKEN as any }, 'may join'],
  ['unknown', { peerCompleteVirtualNetworksEnabled: false }, 'may join only some subnets'],
  ['allowed', { peerCompleteVirtualNetworksEnabled: true }, ''],
])('%s where one side has %j', (verdict, change, reason) => {
  for (const { stack, apps, endpoint } of [peered(change), peered({}, change)]) {
    const step = ask(stack).toEndpoint(apps, endpoint);
    expect(step.verdict).toBe(verdict);
    expect(step.reason).toContain(reason);
  }
});

test('networks with the same addresses are not peered', () => {
  const { stack, apps, endpoint, far } = peered();
  far.addressSpace = ['10.0.0.0/8'];
  expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({
    verdict: 'denied',
    code: 'network/not-peered',
    reason: `the address spaces of ${WHERE} overlap, so Azure does not peer them`,
  });
});

test('a peering in one direction carries nothing', () => {
  const { stack, near, far, apps, endpoint } = newSpokes();
  expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({
    verdict: 'denied',
    code: 'network/not-peered',
    reason: `no peering joins ${WHERE}`,
  });
  addPeering(far, near);
  expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({
    verdict: 'denied',
    code: 'network/not-peered',
    reason: `peering "Far-Near" (Prod/Far-Near) joins ${WHERE} in one direction only, and no peering joins them in the other`,
  });
});

test('peering is not transitive', () => {
  const { stack, near, far, apps, endpoint } = newSpokes();
  const hub = addNetwork(stack, 'Hub', ['10.2.0.0/16']);
  [near, far].forEach((spoke) => {
    addPeering(spoke, hub);
    addPeering(hub, spoke);
  });
  expect(ask(stack).toEndpoint(apps, endpoint).code).toBe('network/not-peered');
  expect(ask(stack).fromNetwork(hub, endpoint).verdict).toBe('allowed');
  expect(ask(stack).throughNetwork(hub, endpoint).verdict).toBe('allowed');
});

describe('what else may join networks makes it unknown:', () => {
  test('a virtual hub', () => {
    const { stack, near, apps, endpoint } = newSpokes();
    const ids = { virtualHubId: 'x', remoteVirtualNetworkId: near.id };
    new VirtualHubConnection(stack, 'Hub', { name: 'hub', ...ids });
    expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({
      verdict: 'unknown',
      code: 'network/unknown',
      reason: `azurerm_virtual_hub_connection "hub" (Prod/Hub) may join ${WHERE}`,
    });
  });

  test.each(['remote_virtual_network_id', 'virtual_network_name'])('a peering with an unknown %s', (attribute) => {
    const { stack, near, far, apps, endpoint } = newSpokes();
    addPeering(near, far).addOverride(attribute, TOKEN);
    expect(ask(stack).toEndpoint(apps, endpoint).verdict).toBe('unknown');
  });

  test('peerings of a network that exists', () => {
    const { stack, apps } = newSpokes();
    const endpoint = addEndpoint(stack, `${OLD_NETWORK_ID}/subnets/old`, 'Old');
    expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({
      verdict: 'unknown',
      code: 'network/unknown',
      reason: `the configuration does not say whether network "near" (Prod/Near) and network ${OLD_NETWORK_ID.toLowerCase()} are peered in both directions`,
    });
  });
});

test('a network that exists is known to be peered where the tree peers it in both directions', () => {
  const { stack, near, far } = newSpokes();
  const subnet = addSubnet(near, 'More', '10.0.3.0/24');
  const endpoint = addEndpoint(stack, subnet.id, 'More-Endpoint');
  const key = OLD_NETWORK_ID.toLowerCase();
  const verdict = () => {
    const { networks, find } = ask(stack);
    return networks.toEndpoint(machinesOf(key), find(endpoint)).verdict;
  };
  addPeering(near, far, { remoteVirtualNetworkId: OLD_NETWORK_ID });
  expect(verdict()).toBe('unknown');
  addPeering(far, near, { virtualNetworkName: 'old', resourceGroupName: 'rg-old' });
  expect(verdict()).toBe('allowed');
  const reported = ask(stack).networks.reported();
  expect(reported.find(({ id }) => id === key)).toEqual({
    id: key,
    name: 'old',
    subnets: [],
    peers: ['Prod/Near'],
    subscription: '0',
  });
});

test('peerings between stacks count, before and after synth', () => {
  const app = Testing.app();
  const [one, two] = [newStack('Prod', undefined, app), newStack('Remote', undefined, app)];
  const { near, far, apps, endpoint } = newSpokes(one, two);
  addPeering(near, far, {}, one);
  addPeering(far, near, {}, one);
  expect(ask(one).toEndpoint(apps, endpoint).verdict).toBe('allowed');
  (app as App).synth();
  expect(ask(two).toEndpoint(apps, endpoint).verdict).toBe('allowed');
});

test('peerings of this library count', () => {
  const { stack, resourceGroup } = newGroup();
  const [local, remote] = ['10.0.0.0/16', '10.1.0.0/16'].map(
    (range, index) =>
      new VirtualNetwork(stack, `Network${index}`, { name: `vnet-${index}`, resourceGroup, addressSpace: [range] }),
  );
  new VirtualNetworkPeering(stack, 'Peering', { local, remote });
  expect(
    ask(stack)
      .networks.reported()
      .map(({ name, peers }) => [name, peers]),
  ).toEqual([
    ['vnet-0', ['Prod/Network1/Resource']],
    ['vnet-1', ['Prod/Network0/Resource']],
  ]);
});

describe('rules of the endpoint see', () => {
  const inbound = (change: Record<string, unknown>) => {
    const spokes = peered();
    addSecurityGroup(spokes.endpoints, [rule({ direction: 'Inbound', ...change })]);
    const { fromNetwork, throughNetwork, toEndpoint } = ask(spokes.stack);
    const { near, apps, endpoint } = spokes;
    return [toEndpoint(apps, endpoint), fromNetwork(near, endpoint), throughNetwork(near, endpoint)].map(
      ({ verdict }) => verdict,
    );
  };

  test.each([
    ['a peer by the tag VirtualNetwork', { source_address_prefix: 'VirtualNetwork' }, ['denied', 'denied', 'denied']],
    ['all', { source_address_prefix: '*' }, ['denied', 'denied', 'denied']],
    ['a network by its range', { source_address_prefix: '10.0.0.0/16' }, ['denied', 'denied', 'allowed']],
    ['part of a network', { source_address_prefix: '10.0.1.0/24' }, ['denied', 'unknown', 'allowed']],
    ['others', { source_address_prefix: '192.168.0.0/16' }, ['allowed', 'allowed', 'unknown']],
  ])('%s', (_, change, verdicts) => {
    expect(inbound(change)).toEqual(verdicts);
  });

  test('clients that may be in an application security group', () => {
    const change = { source_address_prefix: null, source_application_security_group_ids: ['/x/y'] };
    expect(inbound(change)).toEqual(['allowed', 'unknown', 'allowed']);
  });
});

test('a network that may be peered keeps what depends on it unknown', () => {
  const { stack, apps } = newSpokes();
  const endpoint = addEndpoint(stack, `${OLD_NETWORK_ID}/subnets/old`, 'Old');
  addRouteTable(apps, [route({ address_prefix: '0.0.0.0/0' })]);
  expect(ask(stack).toEndpoint(apps, endpoint).verdict).toBe('unknown');
});

test('a network without access may not be in the tag VirtualNetwork', () => {
  const { stack, apps, endpoint } = peered({ allowVirtualNetworkAccess: false });
  addSecurityGroup(apps, [rule({ destination_address_prefix: 'VirtualNetwork' })]);
  expect(ask(stack).toEndpoint(apps, endpoint).verdict).toBe('unknown');
});

test('networks that are peered in one direction are no peers', () => {
  const { stack, near, far } = newSpokes();
  addPeering(near, far);
  const peers = () =>
    ask(stack)
      .networks.reported()
      .map((network) => network.peers);
  expect(peers()).toEqual([[], []]);
  addPeering(far, near);
  expect(peers()).toEqual([['Prod/Far'], ['Prod/Near']]);
});

import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Fn } from 'cdktf';
import * as fc from 'fast-check';
import { Ipv4Cidr } from '../../src/core/internal/ipv4-cidr';
import { PeeringOptions, VirtualNetwork, VirtualNetworkPeering, VirtualNetworkPeeringProps } from '../../src/network';
import { gatewayProblems, overlapProblems } from '../../src/network/private/peering';
import { cidrs } from '../support/arbitraries';
import { graphOf } from '../support/graph';
import { NETWORK_ID, networkId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, readable, resources, synth } from '../support/synth';

const GROUP = '${azurerm_resource_group.Group.name}';
const LOCAL_TO_REMOTE = 'azurerm_virtual_network_peering.Peering_LocalToRemote';
const REMOTE_TO_LOCAL = 'azurerm_virtual_network_peering.Peering_RemoteToLocal';

function newNetworks(hubSpace: string[] = ['10.0.0.0/16'], spokeSpace: string[] = ['10.1.0.0/16']) {
  const { stack, resourceGroup } = newGroup();
  const hub = new VirtualNetwork(stack, 'Hub', { name: 'vnet-hub', resourceGroup, addressSpace: hubSpace });
  const spoke = new VirtualNetwork(stack, 'Spoke', { name: 'vnet-spoke', resourceGroup, addressSpace: spokeSpace });
  return { stack, hub, spoke };
}

function peer(options: Partial<VirtualNetworkPeeringProps> = {}) {
  const { stack, hub, spoke } = newNetworks();
  return { stack, peering: new VirtualNetworkPeering(stack, 'Peering', { local: spoke, remote: hub, ...options }) };
}

describe('VirtualNetworkPeering', () => {
  test('connects both networks, and allows nothing else', () => {
    const { stack } = peer();
    const closed = {
      resource_group_name: GROUP,
      allow_virtual_network_access: true,
      allow_forwarded_traffic: false,
      allow_gateway_transit: false,
      use_remote_gateways: false,
    };
    expect(resources(stack, 'azurerm_virtual_network_peering')).toEqual([
      {
        ...closed,
        name: 'peer-${azurerm_virtual_network.Hub.name}',
        virtual_network_name: '${azurerm_virtual_network.Spoke.name}',
        remote_virtual_network_id: '${azurerm_virtual_network.Hub.id}',
      },
      {
        ...closed,
        name: 'peer-${azurerm_virtual_network.Spoke.name}',
        virtual_network_name: '${azurerm_virtual_network.Hub.name}',
        remote_virtual_network_id: '${azurerm_virtual_network.Spoke.id}',
      },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes names, and options for each side', () => {
    const { stack } = peer({
      localName: 'to-hub',
      remoteName: 'to-spoke',
      localOptions: { allowForwardedTraffic: true, useRemoteGateways: true },
      remoteOptions: { allowGatewayTransit: true },
    });
    expect(resources(stack, 'azurerm_virtual_network_peering')).toMatchObject([
      { name: 'to-hub', allow_forwarded_traffic: true, allow_gateway_transit: false, use_remote_gateways: true },
      { name: 'to-spoke', allow_forwarded_traffic: false, allow_gateway_transit: true, use_remote_gateways: false },
    ]);
  });

  test('lets neither direction wait for the other without a gateway', () => {
    const graph = graphOf(readable(peer({ remoteOptions: { allowGatewayTransit: true } }).stack));
    expect(graph.get(LOCAL_TO_REMOTE)).not.toContain(REMOTE_TO_LOCAL);
    expect(graph.get(REMOTE_TO_LOCAL)).not.toContain(LOCAL_TO_REMOTE);
  });

  test.each<[string, string, string, Partial<VirtualNetworkPeeringProps>]>([
    [
      'local',
      LOCAL_TO_REMOTE,
      REMOTE_TO_LOCAL,
      { localOptions: { useRemoteGateways: true }, remoteOptions: { allowGatewayTransit: true } },
    ],
    [
      'remote',
      REMOTE_TO_LOCAL,
      LOCAL_TO_REMOTE,
      { localOptions: { allowGatewayTransit: true }, remoteOptions: { useRemoteGateways: true } },
    ],
  ])('lets the %s side use the gateway only once the other one allows it', (_, user, owner, options) => {
    const graph = graphOf(readable(peer(options).stack));
    expect(graph.get(user)).toContain(owner);
    expect(graph.get(owner)).not.toContain(user);
  });

  test('may reach into other subscriptions', () => {
    const { stack, hub, spoke } = newNetworks();
    const providers = ['one', 'two'].map((alias) => new AzurermProvider(stack, alias, { alias, features: [{}] }));
    new VirtualNetworkPeering(stack, 'Peering', {
      local: spoke,
      remote: hub,
      localProvider: providers[0],
      remoteProvider: providers[1],
    });
    expect(resources(stack, 'azurerm_virtual_network_peering').map(({ provider }) => provider)).toEqual([
      'azurerm.one',
      'azurerm.two',
    ]);
  });

  test('reports every violation at once', () => {
    const { stack, hub, spoke } = newNetworks(['10.0.0.0/16', '192.168.0.0/24'], ['10.0.4.0/22']);
    const props = {
      local: spoke,
      remote: hub,
      localName: '?',
      remoteName: 'a/b',
      localOptions: { useRemoteGateways: true },
    };
    expect(messageOf(() => new VirtualNetworkPeering(stack, 'Peering', props))).toBe(
      [
        'Prod/Peering: [network/peering-name] "?" is not a peering name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Peering: [network/peering-name] "a/b" is not a peering name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Peering: [network/peering-overlap] 10.0.4.0/22 of Prod/Spoke overlaps 10.0.0.0/16 of Prod/Hub, and Azure does not peer networks that overlap; change one of the address spaces',
        'Prod/Peering: [network/peering-gateway] localOptions uses remote gateways, but remoteOptions does not allow gateway transit; set remoteOptions.allowGatewayTransit or leave localOptions.useRemoteGateways out',
      ].join('\n'),
    );
  });

  test('compares the addresses of existing networks where they are told', () => {
    const { stack, hub } = newNetworks();
    const attributes = {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet-old',
      resourceGroupName: 'rg-old',
      location: 'eastus',
    };
    const unknown = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Unknown', attributes);
    const known = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Known', {
      ...attributes,
      addressSpace: ['fd00::/64', '10.0.0.0/8'],
    });
    expect(() => new VirtualNetworkPeering(stack, 'First', { local: unknown, remote: hub })).not.toThrow();
    expect(messageOf(() => new VirtualNetworkPeering(stack, 'Second', { local: known, remote: hub }))).toBe(
      'Prod/Second: [network/peering-overlap] 10.0.0.0/8 of Prod/Known overlaps 10.0.0.0/16 of Prod/Hub, and Azure does not peer networks that overlap; change one of the address spaces',
    );
  });

  test('does not judge names and ranges that are only known when Terraform runs', () => {
    const stack = newStack();
    const newImport = (id: string, addressSpace: string[]) =>
      VirtualNetwork.fromVirtualNetworkAttributes(stack, id, {
        virtualNetworkId: networkId(id),
        virtualNetworkName: id,
        resourceGroupName: 'rg',
        location: 'eastus',
        addressSpace,
      });
    const local = newImport('Local', Fn.split(',', '10.0.0.0/8'));
    const remote = newImport('Remote', ['10.0.0.0/8', '${TfToken[TOKEN.1]}']);
    const localName = '${TfToken[TOKEN.2]}';
    expect(() => new VirtualNetworkPeering(newStack(), 'Peering', { local, remote, localName })).not.toThrow();
  });
});

describe('overlapProblems', () => {
  test('tells exactly the ranges that share an address', () => {
    const spaces = fc.array(cidrs(8, 29), { maxLength: 3 });
    fc.assert(
      fc.property(spaces, spaces, (local, remote) => {
        const share = (a: string, b: string) => {
          const [first, second] = [a, b].map((text) => Ipv4Cidr.parse(text) as Ipv4Cidr);
          return first.contains(second) || second.contains(first);
        };
        const pairs = local.flatMap((a) =>
          remote.filter((b) => share(a, b)).map((b) => `${a} of L overlaps ${b} of R`),
        );
        const problems = overlapProblems({ path: 'L', addressSpace: local }, { path: 'R', addressSpace: remote });
        expect(problems.map(({ message }) => message.split(',')[0])).toEqual(pairs);
      }),
    );
  });

  test('is asked about ranges that do overlap', () => {
    fc.assert(
      fc.property(cidrs(8, 24), fc.integer({ min: 0, max: 5 }), (outer, more) => {
        const block = Ipv4Cidr.parse(outer) as Ipv4Cidr;
        const inner = Ipv4Cidr.containing(block.end - 1, block.prefixLength + more).toString();
        expect(
          overlapProblems({ path: 'L', addressSpace: [outer] }, { path: 'R', addressSpace: [inner] }),
        ).toHaveLength(1);
        expect(
          overlapProblems({ path: 'L', addressSpace: [inner] }, { path: 'R', addressSpace: [outer] }),
        ).toHaveLength(1);
      }),
    );
  });
});

describe('gatewayProblems', () => {
  const uses: PeeringOptions = { useRemoteGateways: true };
  const allows: PeeringOptions = { allowGatewayTransit: true };

  test.each<[PeeringOptions, PeeringOptions, string[]]>([
    [{}, {}, []],
    [allows, {}, []],
    [allows, allows, []],
    [uses, allows, []],
    [allows, uses, []],
    [
      {},
      uses,
      [
        'remoteOptions uses remote gateways, but localOptions does not allow gateway transit; set localOptions.allowGatewayTransit or leave remoteOptions.useRemoteGateways out',
      ],
    ],
    [
      { ...uses, ...allows },
      { ...uses, ...allows },
      ['both sides use remote gateways; set useRemoteGateways only on the side without a gateway'],
    ],
  ])('judges %j and %j', (local, remote, messages) => {
    expect(gatewayProblems(local, remote)).toEqual(
      messages.map((message) => ({ code: 'network/peering-gateway', message })),
    );
  });
});

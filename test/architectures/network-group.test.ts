import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { AppNetwork, AppOutbound } from '../../src';
import { LinuxWebApp } from '../../src/appservice';
import { ResourceGroup } from '../../src/core';
import { Subnet, VirtualNetwork } from '../../src/network';
import { newApp } from '../support/app';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, readable, resources, synth, warnings } from '../support/synth';

const NETWORK = 'azurerm_resource_group.Network';

/** What every network has. */
const OF_NETWORK = [
  'azurerm_network_security_group.Chat_IntegrationSecurityGroup',
  'azurerm_network_security_group.Chat_PrivateEndpointSecurityGroup',
  'azurerm_network_security_rule.Chat_IntegrationSecurityGroup_AllowPrivateEndpointsOutbound',
  'azurerm_network_security_rule.Chat_IntegrationSecurityGroup_DenyAllInbound',
  'azurerm_network_security_rule.Chat_PrivateEndpointSecurityGroup_AllowAppsInbound',
  'azurerm_network_security_rule.Chat_PrivateEndpointSecurityGroup_DenyAllInbound',
  'azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet',
  'azurerm_subnet.Chat_VirtualNetwork_PrivateEndpointSubnet',
  'azurerm_virtual_network.Chat_VirtualNetwork',
];

/** A stack with the group of a network team. */
function setUp(location = 'centralus') {
  const stack = newStack();
  const resourceGroup = new ResourceGroup(stack, 'Network', { name: 'rg-network', location });
  return { stack, resourceGroup };
}

/** A network of others, with its subnets. */
function existingNetwork(stack: ReturnType<typeof newStack>, provider?: AzurermProvider) {
  const virtualNetworkId = '/subscriptions/1234/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet';
  const subnet = (name: string) =>
    Subnet.fromSubnetAttributes(stack, name, {
      subnetId: `${virtualNetworkId}/subnets/${name}`,
      virtualNetworkId,
      provider,
    });
  return {
    virtualNetwork: VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Existing', {
      virtualNetworkId,
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg-hub',
      location: 'centralus',
      provider,
    }),
    integrationSubnet: subnet('snet-apps'),
    privateEndpointSubnet: subnet('snet-endpoints'),
  };
}

/** The addresses of what is in the group of the network, by type. */
function inNetworkGroup(stack: ReturnType<typeof newStack>): string[] {
  return Object.entries(readable(stack).resource!).flatMap(([type, each]) =>
    Object.entries(each).flatMap(([id, { resource_group_name: group }]) =>
      String(group).includes(NETWORK) ? [`${type}.${id}`] : [],
    ),
  );
}

describe('a network in a resource group of its own', () => {
  test('is there with its security groups, gateway and zone, and the app is not', () => {
    const { stack, resourceGroup } = setUp();
    const network = AppNetwork.define({ resourceGroup, outbound: AppOutbound.natGateway() });
    const { chat } = newApp({ network }, stack);
    expect(chat.resourceGroup).not.toBe(resourceGroup);
    expect(inNetworkGroup(stack)).toEqual([
      'azurerm_nat_gateway.Chat_NatGateway',
      ...OF_NETWORK.slice(0, 6),
      'azurerm_private_dns_zone.Chat_PrivateDnsZone',
      'azurerm_private_dns_zone_virtual_network_link.Chat_PrivateDnsZone_VirtualNetworkLink',
      'azurerm_public_ip.Chat_NatGateway_PublicIp',
      ...OF_NETWORK.slice(6),
    ]);
    expect(resources(stack, 'azurerm_resource_group').map(({ name }) => name)).toEqual([
      'rg-chat-centralus',
      'rg-network',
    ]);
    expect(warnings(stack)).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has the routes to a firewall', () => {
    const { stack, resourceGroup } = setUp();
    newApp({ network: AppNetwork.define({ resourceGroup, outbound: AppOutbound.firewall('10.9.0.4') }) }, stack);
    expect(inNetworkGroup(stack)).toContain('azurerm_route_table.Chat_RouteTable');
  });

  test('has all zones of a Serverless architecture', () => {
    const { stack, resourceGroup } = setUp();
    newChat({ network: AppNetwork.define({ resourceGroup }), privateStorage: true }, stack);
    const zones = ['Blob', 'FunctionApp', 'Queue', 'SignalR', 'Table', 'Vault'].map(
      (kind) => `Chat_${kind}PrivateDnsZone`,
    );
    expect(inNetworkGroup(stack)).toEqual([
      ...OF_NETWORK.slice(0, 6),
      ...zones.map((zone) => `azurerm_private_dns_zone.${zone}`),
      ...zones.map((zone) => `azurerm_private_dns_zone_virtual_network_link.${zone}_VirtualNetworkLink`),
      ...OF_NETWORK.slice(6),
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fits a group that exists, and an architecture in another one', () => {
    const stack = newStack();
    const [own, ofNetwork] = ['rg-chat', 'rg-network'].map((name) =>
      ResourceGroup.fromResourceGroupAttributes(stack, name, {
        resourceGroupId: `/subscriptions/0/resourceGroups/${name}`,
        resourceGroupName: name,
        location: 'westus',
      }),
    );
    newApp({ resourceGroup: own, network: AppNetwork.define({ resourceGroup: ofNetwork }) }, stack);
    const [virtualNetwork] = resources(stack, 'azurerm_virtual_network');
    expect(virtualNetwork).toMatchObject({ resource_group_name: 'rg-network', location: 'centralus' });
    expect(resources(stack, 'azurerm_private_endpoint')[0].resource_group_name).toBe('rg-chat');
  });

  test('takes the provider of its group, with the endpoints, which Azure binds to the subscription of the network', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const resourceGroup = new ResourceGroup(stack, 'Network', { name: 'rg-network', location: 'centralus', provider });
    const { chat } = newApp({ network: AppNetwork.define({ resourceGroup }) }, stack);
    chat.addPrivateEndpoint('OfApp', { name: 'pep-app', target: chat.webApp as LinuxWebApp });
    const json = readable(stack).resource!;
    const inHub = Object.entries(providers(stack)).filter(([, each]) => each === 'azurerm.hub');
    const groupOf = (address: string) => {
      const [type, id] = address.split('.');
      return json[type][id].resource_group_name;
    };
    expect(inHub.map(([address]) => address)).toEqual(
      expect.arrayContaining([
        ...OF_NETWORK,
        'azurerm_private_endpoint.Chat_OfApp',
        'azurerm_private_endpoint.Chat_SignalR_PrivateEndpoint',
      ]),
    );
    expect(new Set(inHub.map(([address]) => groupOf(address)).filter((group) => group !== undefined))).toEqual(
      new Set([`\${${NETWORK}.name}`]),
    );
  });

  test('takes the endpoints and zones of a network that exists in another subscription', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Network', { name: 'rg-network', provider });
    const { chat } = newApp(
      { network: AppNetwork.existing({ ...existingNetwork(stack, provider), resourceGroup }) },
      stack,
    );
    chat.addPrivateEndpoint('OfApp', { name: 'pep-app', target: chat.webApp as LinuxWebApp });
    const group = '${data.azurerm_resource_group.Network.name}';
    const inHub = Object.entries(readable(stack).resource!).flatMap(([type, byId]) =>
      Object.values(byId).flatMap((body) =>
        body.provider === 'azurerm.hub' ? [[type, body.resource_group_name]] : [],
      ),
    );
    expect(inHub).toEqual([
      ['azurerm_private_dns_zone', group],
      ['azurerm_private_dns_zone', group],
      ['azurerm_private_dns_zone_virtual_network_link', group],
      ['azurerm_private_dns_zone_virtual_network_link', group],
      ['azurerm_private_endpoint', group],
      ['azurerm_private_endpoint', group],
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('leaves the endpoints with the architecture where the network exists in its subscription', () => {
    const stack = newStack();
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Network', { name: 'rg-network' });
    newApp({ network: AppNetwork.existing({ ...existingNetwork(stack), resourceGroup }) }, stack);
    const [endpoint] = resources(stack, 'azurerm_private_endpoint');
    const [zone] = resources(stack, 'azurerm_private_dns_zone');
    expect(endpoint.resource_group_name).toBe('${azurerm_resource_group.Chat_ResourceGroup.name}');
    expect(zone.resource_group_name).toBe('${data.azurerm_resource_group.Network.name}');
  });

  test('is refused in another cloud, also for a network that exists', () => {
    const { stack, resourceGroup } = setUp('chinaeast2');
    const network = AppNetwork.existing({ ...existingNetwork(stack), resourceGroup });
    expect(messageOf(() => newApp({ network }, stack))).toContain('[core/location] the network is in centralus');
  });

  test('is refused in another cloud', () => {
    const { stack, resourceGroup } = setUp('chinaeast2');
    expect(messageOf(() => newApp({ network: AppNetwork.define({ resourceGroup }) }, stack))).toBe(
      'Prod/Chat/VirtualNetwork: [core/location] the network is in centralus, but its resource group Prod/Network is in chinaeast2, in another cloud of Azure; use one cloud',
    );
  });
});

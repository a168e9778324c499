import { DataAzurermNetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-network-security-group';
import { DataAzurermSubnet } from '@cdktf/provider-azurerm/lib/data-azurerm-subnet';
import { DataAzurermVirtualNetwork } from '@cdktf/provider-azurerm/lib/data-azurerm-virtual-network';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { TerraformStack, Testing } from 'cdktf';
import {
  addEndpoint,
  addNetwork,
  addSecurityGroup,
  ask,
  machinesOf,
  newTree,
  OLD_NETWORK_ID,
  rule,
  senderIn,
} from './tree';
import { Certainty } from '../../../src/core/internal/certainty';
import { newApp } from '../../support/app';
import { newStack } from '../../support/synth';

const TOKEN = '${var.x}';
const OLD_KEY = OLD_NETWORK_ID.toLowerCase();

describe('the network of a subnet is', () => {
  function subnetNaming(virtualNetworkName: string, resourceGroupName: string, stack: TerraformStack = newStack()) {
    addNetwork(stack, 'Net');
    const subnet = new Subnet(stack, 'Subnet', { name: 's', virtualNetworkName, resourceGroupName });
    return { stack, subnet };
  }

  test('the one of the tree that it refers to', () => {
    const { stack, apps } = newTree();
    expect(ask(stack).networkOf(apps)).toBe('Prod/Net');
  });

  test.each([
    ['Prod/Net', 'net', 'rg'],
    ['Prod/Net', 'NET', 'RG'],
    ['rg-other/net', 'net', 'rg-other'],
    ['rg/other', 'other', 'rg'],
    [undefined, 'net', TOKEN],
    [undefined, TOKEN, 'rg'],
  ])('%s where it names %s in group %s', (expected, name, group) => {
    const { stack, subnet } = subnetNaming(name, group);
    expect(ask(stack).networkOf(subnet)).toBe(expected);
  });

  test('the one in a group that is the same expression', () => {
    const { stack, subnet } = subnetNaming('net', TOKEN);
    (stack.node.findChild('Net') as any).addOverride('resource_group_name', TOKEN);
    expect(ask(stack).networkOf(subnet)).toBe('Prod/Net');
  });

  test('not known where the expression is one of another stack', () => {
    const app = Testing.app();
    const [stack, other] = [newStack('Prod', undefined, app), newStack('Other', undefined, app)];
    addNetwork(stack, 'Net').addOverride('resource_group_name', TOKEN);
    const names = { name: 's', virtualNetworkName: 'net', resourceGroupName: TOKEN };
    const subnet = new Subnet(other, 'Subnet', names);
    expect(ask(stack).networkOf(subnet)).toBeUndefined();
  });

  test('not known where several have the name and the group', () => {
    const { stack, subnet } = subnetNaming('net', 'rg');
    addNetwork(stack, 'Other').addOverride('name', 'net');
    expect(ask(stack).networkOf(subnet)).toBeUndefined();
  });

  test('the one of its id in azurerm 5', () => {
    const { stack, apps, network } = newTree();
    apps.addOverride('virtual_network_id', OLD_NETWORK_ID);
    expect(ask(stack).networkOf(apps)).toBe(OLD_KEY);
    apps.addOverride('virtual_network_id', network.id);
    expect(ask(stack).networkOf(apps)).toBe('Prod/Net');
  });

  test('in the id of a subnet that exists', () => {
    const { stack } = newTree();
    expect(ask(stack).networkOf(`${OLD_NETWORK_ID}/subnets/snet`)).toBe(OLD_KEY);
    const id = '/subscriptions/0/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/NET/subnets/other';
    expect(ask(stack).networkOf(id)).toBe('Prod/Net');
    expect(ask(stack).networkOf('/x/y')).toBeUndefined();
  });

  test('the id that is used elsewhere, where an existing one is only named', () => {
    const { stack, subnet } = subnetNaming('old', 'rg-old');
    expect(ask(stack).networkOf(subnet)).toBe('rg-old/old');
    addEndpoint(stack, `${OLD_NETWORK_ID}/subnets/snet`);
    expect(ask(stack).networkOf(subnet)).toBe(OLD_KEY);
  });
});

describe('data sources', () => {
  const NAMES = { virtualNetworkName: 'old', resourceGroupName: 'rg-old' };
  const lookUp = (stack: TerraformStack, id: string, provider?: AzurermProvider) => ({
    network: new DataAzurermVirtualNetwork(stack, `${id}Net`, { name: 'old', resourceGroupName: 'rg-old', provider }),
    subnet: new DataAzurermSubnet(stack, id, { ...NAMES, name: 'snet', provider }),
  });

  test('of one thing are one, in a stack and a subscription', () => {
    const stack = newStack();
    const [first, second] = [lookUp(stack, 'First'), lookUp(stack, 'Second')];
    const endpoint = addEndpoint(stack, second.subnet.id);
    const { networkOf, networks, model, toEndpoint } = ask(stack);
    expect([first, second].map(({ subnet }) => networkOf(subnet))).toEqual(['Prod/FirstNet', 'Prod/FirstNet']);
    expect(networks.networkKey(model.dataSources('azurerm_subnet')[0].at('id'))).toBeUndefined();
    expect(toEndpoint(first.subnet, endpoint)).toMatchObject({
      verdict: 'unknown',
      reason: 'the configuration does not define the route table of subnet "snet" (Prod/First)',
    });
    expect(networks.reported()).toEqual([
      {
        id: 'Prod/FirstNet',
        name: 'old',
        peers: [],
        subnets: [
          { id: 'Prod/First', name: 'snet', addressPrefixes: [], hosts: [], privateEndpoints: ['Prod/Endpoint'] },
        ],
      },
    ]);
  });

  test('of another subscription are another thing', () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] });
    const [first, second] = [lookUp(stack, 'First'), lookUp(stack, 'Second', provider)];
    const networks = [first, second].map(({ subnet }) => ask(stack).networkOf(subnet));
    expect(networks).toEqual(['Prod/FirstNet', 'Prod/SecondNet']);
  });

  test('of another stack are another thing', () => {
    const app = Testing.app();
    const stacks = [newStack('Prod', undefined, app), newStack('Other', undefined, app)];
    const keys = stacks.map((stack) => lookUp(stack, 'Snet').network.node.path);
    const [, other] = ask(stacks[0]).model.dataSources('azurerm_virtual_network');
    expect(
      ask(stacks[0])
        .networks.reported()
        .map(({ id }) => id),
    ).toEqual(keys);
    expect(other.path).toBe('Other/SnetNet');
  });

  test('tell nothing of what is in a security group, or of what governs endpoints', () => {
    const { stack, apps, endpoint } = newTree();
    const { association } = addSecurityGroup(apps, []);
    const group = new DataAzurermNetworkSecurityGroup(stack, 'Old', { name: 'old', resourceGroupName: 'rg' });
    association.addOverride('network_security_group_id', group.id);
    expect(ask(stack).toEndpoint(apps, endpoint).verdict).toBe('unknown');
    const subnet = lookUp(stack, 'Snet').subnet;
    const other = addEndpoint(stack, subnet.id, 'Other');
    addSecurityGroup(subnet, [rule({ direction: 'Inbound' })], 'Inbound');
    const { model, networks } = ask(stack);
    const there = model.resources('azurerm_private_endpoint').find(({ path }) => path === other.node.path)!;
    expect(networks.toEndpoint(machinesOf('Prod/SnetNet'), there)).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringMatching(
        /^it is not known whether security rules apply to private endpoints in subnet "snet"/,
      ),
    });
  });

  test('of what the tree defines are that', () => {
    const { stack, network } = newTree();
    const subnet = new DataAzurermSubnet(stack, 'Again', {
      name: 'apps',
      resourceGroupName: 'rg',
      virtualNetworkName: network.name,
    });
    addEndpoint(stack, subnet.id, 'Other');
    const [{ subnets }] = ask(stack).networks.reported();
    expect(subnets.map(({ id, privateEndpoints }) => [id, privateEndpoints])).toEqual([
      ['Prod/Endpoints', ['Prod/Endpoint']],
      ['Prod/Apps', ['Prod/Other']],
    ]);
  });
});

describe('nothing is known', () => {
  test('of traffic from or to a network that is not known', () => {
    const { stack, network, apps, endpoint } = newTree();
    expect(ask(stack).toEndpoint('/x/y', endpoint).reason).toBe('the network of subnet /x/y is not known');
    endpoint.addOverride('subnet_id', TOKEN);
    const reason = 'the network of private endpoint "endpoint" (Prod/Endpoint) is not known';
    expect(ask(stack).toEndpoint(apps, endpoint)).toEqual({ verdict: 'unknown', code: 'network/unknown', reason });
    expect(ask(stack).fromNetwork(network, endpoint).reason).toBe(reason);
  });

  test('of the public endpoint from a subnet that is not in the configuration, unless the subnet does not matter', () => {
    const { stack } = newTree();
    const old = `${OLD_KEY}/subnets/snet`;
    expect(ask(stack).toInternet(old, true).reason).toBe(
      `the configuration does not define the route table of subnet ${old}`,
    );
    expect(ask(stack).toInternet(old, false).verdict).toBe('allowed');
  });
});

describe('the address of an endpoint', () => {
  function deny(
    address: string | undefined,
    prefix: string,
    change: (endpoint: ReturnType<typeof addEndpoint>) => void = () => {},
  ) {
    const tree = newTree();
    const endpoint = addEndpoint(tree.stack, tree.endpoints.id, 'Static', address);
    change(endpoint);
    addSecurityGroup(tree.apps, [rule({ destination_address_prefix: prefix })]);
    return ask(tree.stack).toEndpoint(tree.apps, endpoint).verdict;
  }

  test('is the one that is set, or any of its subnet', () => {
    expect(deny('10.0.2.4', '10.0.2.4')).toBe('denied');
    expect(deny('10.0.2.4', '10.0.2.5/32')).toBe('allowed');
    expect(deny(undefined, '10.0.2.4')).toBe('unknown');
    expect(deny(TOKEN, '10.0.2.4')).toBe('unknown');
    expect(deny('10.0.2.4', '10.0.2.4', (endpoint) => endpoint.addOverride('ip_configuration', TOKEN))).toBe('unknown');
  });

  test('is any of the network where the ranges of the subnet are not known, or else any', () => {
    const tree = newTree();
    addSecurityGroup(tree.apps, [rule({ destination_address_prefix: '10.0.0.0/16' })]);
    const verdict = () => ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict;
    tree.endpoints.addOverride('address_prefixes', TOKEN);
    expect(verdict()).toBe('denied');
    tree.network.addOverride('address_space', TOKEN);
    expect(verdict()).toBe('unknown');
  });

  test('is an IPv4 address', () => {
    const tree = newTree({ addressPrefixes: ['10.0.2.0/24', 'fd00::/64'] });
    addSecurityGroup(tree.apps, [rule({ destination_address_prefix: '10.0.2.0/24' })]);
    expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict).toBe('denied');
  });
});

test.each([
  ['azurerm_subnet', 'address_prefixes'],
  ['azurerm_subnet', 'private_endpoint_network_policies'],
  ['azurerm_subnet', 'virtual_network_name'],
  ['azurerm_subnet', 'resource_group_name'],
  ['azurerm_subnet_network_security_group_association', 'subnet_id'],
  ['azurerm_subnet_network_security_group_association', 'network_security_group_id'],
  ['azurerm_network_security_rule', 'access'],
  ['azurerm_network_security_rule', 'network_security_group_name'],
  ['azurerm_private_endpoint', 'subnet_id'],
])('what is allowed is only known as long as it is known: %s %s', (type, attribute) => {
  const tree = newTree();
  const allow = rule({
    access: 'Allow',
    source_address_prefix: '10.0.1.0/24',
    destination_address_prefix: '10.0.2.0/24',
  });
  [tree.apps, tree.endpoints].forEach((subnet, index) => {
    const direction = index === 0 ? 'Outbound' : 'Inbound';
    const rules = [{ ...allow, direction }, rule({ direction, priority: 200 })];
    addSecurityGroup(subnet, rules, `Group${index}`);
  });
  const verdict = () => ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict;
  expect(verdict()).toBe('allowed');
  // Rules allow it whatever the policy is, and the subnets refer to their network by its resource.
  const isIrrelevant = ['private_endpoint_network_policies', 'resource_group_name'].includes(attribute);
  const resources = ask(tree.stack).model.resources(type);
  resources.forEach(({ label }) => (tree.stack.node.findChild(label) as any).addOverride(attribute, TOKEN));
  expect(verdict()).toBe(isIrrelevant ? 'allowed' : 'unknown');
});

test('the architecture of this library lets its app call the private and the public endpoint', () => {
  const { stack } = newApp();
  const { model, networks } = ask(stack);
  const endpoint = model.resources('azurerm_private_endpoint')[0];
  const app = model.resources('azurerm_linux_web_app')[0];
  const from = model.target(app.at('virtual_network_subnet_id'), 'azurerm_subnet');
  expect(networks.toEndpoint(senderIn(networks, from), endpoint)).toMatchObject({
    verdict: 'allowed',
    reason: expect.stringMatching(/^security rule "AllowAppsInbound" .* allows HTTPS from subnet /),
  });
  expect(networks.toInternet(from, 'AzureSignalR', Certainty.YES)).toMatchObject({
    verdict: 'allowed',
    reason: expect.stringContaining('rule "AllowInternetOutBound", which Azure adds to security group'),
  });
  const network = networks.networkOf(from)!;
  expect(networks.throughNetwork(network, endpoint)).toMatchObject({
    verdict: 'denied',
    reason: expect.stringContaining('security rule "DenyAllInbound"'),
  });
  expect(networks.reported()).toMatchObject([
    { id: network, subnets: [{ hosts: [app.path] }, { privateEndpoints: [endpoint.path] }], peers: [] },
  ]);
});

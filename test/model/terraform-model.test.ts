import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import {
  App,
  AzurermBackend,
  CloudBackend,
  Lazy,
  NamedCloudWorkspace,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
} from 'cdktf';
import { ConstructModel } from '../../src/model/construct-model';
import { TerraformModel } from '../../src/model/terraform-model';
import { RawResource } from '../support/raw-resource';
import { inSubscription, newStack } from '../support/synth';

const ID = '/subscriptions/0/resourceGroups/RG-A/providers/Microsoft.Network/virtualNetworks/vnet-a';

const STATE = { storageAccountName: 'st', containerName: 'state', key: 'prod' };
const HCP = { organization: 'contoso', workspaces: new NamedCloudWorkspace('prod') };

function addNetwork(stack: TerraformStack) {
  const group = new ResourceGroup(stack, 'Group', { name: 'rg-a', location: 'centralus' });
  const network = new VirtualNetwork(stack, 'Network', {
    name: 'vnet-a',
    location: group.location,
    resourceGroupName: group.name,
    addressSpace: ['10.0.0.0/16'],
  });
  const subnet = new Subnet(stack, 'Subnet', {
    name: 'snet-a',
    resourceGroupName: group.name,
    virtualNetworkName: network.name,
    addressPrefixes: ['10.0.0.0/24'],
  });
  return { group, network, subnet };
}

function addEndpoint(stack: TerraformStack, subnetId: string) {
  return new PrivateEndpoint(stack, 'Endpoint', {
    name: 'pep-a',
    location: 'centralus',
    resourceGroupName: 'rg-a',
    subnetId,
    privateServiceConnection: { name: 'c', isManualConnection: false, subresourceNames: ['signalr'] },
  });
}

const one = (model: TerraformModel, type: string) => model.resources(type)[0];

describe('a model reads', () => {
  test('what is given, also through references and inside of text', () => {
    const stack = newStack();
    const { network, group } = addNetwork(stack);
    network.addOverride('tags', { scope: `${group.name}/x` });
    const model = ConstructModel.of(stack);
    const subnet = one(model, 'azurerm_subnet');
    expect([subnet.name, subnet.group, subnet.at('virtual_network_name').known]).toEqual(['snet-a', 'rg-a', 'vnet-a']);
    expect(one(model, 'azurerm_virtual_network').at('tags.scope').known).toBe('rg-a/x');
    expect(subnet.at('address_prefixes').known).toEqual(['10.0.0.0/24']);
    expect(subnet.at('service_endpoints').isAbsent).toBe(true);
  });

  test('the group of what azurerm 5 places by the id of a zone', () => {
    const stack = newStack();
    const zoneIn = (group: string) => `/subscriptions/0/${group}/providers/Microsoft.Network/privateDnsZones/a.b`;
    const { group } = addNetwork(stack);
    const zone = new PrivateDnsZone(stack, 'Zone', { name: 'a.b', resourceGroupName: group.name });
    const type = 'azurerm_private_dns_a_record';
    [zone.id, zoneIn('resourcegroups/RG-B'), zoneIn('resourceGroups/${var.group}'), '${var.zone}'].forEach(
      (id, index) => new RawResource(stack, `Record${index}`, type, { private_dns_zone_id: id }),
    );
    const records = ConstructModel.of(stack).resources(type);
    expect(records.map((record) => record.group)).toEqual(['rg-a', 'RG-B', undefined, undefined]);
  });

  test('values that only Terraform knows as unknown, but their text as far as it goes', () => {
    const stack = newStack();
    const { group } = addNetwork(stack);
    const variable = new TerraformVariable(stack, 'open', { type: 'bool' });
    const service = new SignalrService(stack, 'Service', {
      name: `sig-${group.name}-${group.id}`,
      location: 'centralus',
      resourceGroupName: group.name,
      sku: { name: 'Standard_S1', capacity: 1 },
      publicNetworkAccessEnabled: variable.value as any,
    });
    const resource = one(ConstructModel.of(stack), 'azurerm_signalr_service');
    expect(resource.at('public_network_access_enabled').isUnknown).toBe(true);
    expect(resource.at('public_network_access_enabled').known).toBeUndefined();
    expect(resource.name).toBeUndefined();
    expect(resource.at('name').text).toBe(`sig-rg-a-\${azurerm_resource_group.${group.friendlyUniqueId}.id}`);
    expect(resource.at('sku.name').is('Standard_S1')).toBe(true);
    service.addOverride('sku.name', 'Free_F1');
    expect(one(ConstructModel.of(stack), 'azurerm_signalr_service').at('sku.name').known).toBe('Free_F1');
  });

  test('what an override changes of one resource, and not of another that is given the same text', () => {
    const stack = newStack();
    const tags = Token.asString(Lazy.anyValue({ produce: () => ({ team: 'chat' }) }));
    new RawResource(stack, 'First', 'azurerm_subnet', { tags });
    new RawResource(stack, 'Second', 'azurerm_subnet', { tags });
    stack.addOverride('resource.azurerm_subnet.First.tags.cost', 'low');
    const given = ConstructModel.of(stack)
      .resources('azurerm_subnet')
      .map((each) => each.at('tags').known);
    expect(given).toEqual([{ team: 'chat', cost: 'low' }, { team: 'chat' }]);
  });

  test('what overrides of the stack change, add and remove', () => {
    const stack = newStack();
    const { network, subnet } = addNetwork(stack);
    const at = `resource.azurerm_virtual_network.${network.friendlyUniqueId}`;
    const read = () => one(ConstructModel.of(stack), 'azurerm_virtual_network');
    stack.addOverride(`${at}.address_space`, ['10.1.0.0/16']);
    stack.addOverride(`${at}.tags.group`, subnet.name);
    stack.addOverride(`${at}.dns_servers`, ['10.0.0.4']);
    expect(['address_space', 'dns_servers', 'tags'].map((name) => read().at(name).known)).toEqual([
      ['10.0.0.0/16', '10.1.0.0/16'],
      ['10.0.0.4'],
      { group: 'snet-a' },
    ]);
    stack.addOverride(`${at}.address_space`, undefined);
    expect(read().at('address_space').isAbsent).toBe(true);
    stack.addOverride('resource.azurerm_virtual_network.other', { name: 'vnet-b' });
    stack.addOverride('data.azurerm_virtual_network.there', { name: 'vnet-c' });
    const model = ConstructModel.of(stack);
    const found = [...model.resources('azurerm_virtual_network'), ...model.dataSources('azurerm_virtual_network')];
    expect(found.map(({ path, name }) => [path, name])).toEqual([
      ['Prod/Network', 'vnet-a'],
      ['Prod/azurerm_virtual_network.other', 'vnet-b'],
      ['Prod/data.azurerm_virtual_network.there', 'vnet-c'],
    ]);
    stack.addOverride('resource.azurerm_subnet', undefined);
    expect(ConstructModel.of(stack).resources('azurerm_subnet')).toEqual([]);
  });

  test('overrides of a stack within lists of blocks', () => {
    const stack = newStack();
    const endpoint = addEndpoint(stack, 'x');
    endpoint.putIpConfiguration([{ name: 'a', privateIpAddress: '10.0.0.4' }]);
    stack.addOverride(`resource.azurerm_private_endpoint.${endpoint.friendlyUniqueId}.ip_configuration.0.name`, 'b');
    const [block] = one(ConstructModel.of(stack), 'azurerm_private_endpoint').blocks('ip_configuration')!;
    expect([block.at('name').known, block.at('private_ip_address').known]).toEqual(['b', '10.0.0.4']);
  });

  test('how often Terraform repeats a resource', () => {
    const stack = newStack();
    const { network } = addNetwork(stack);
    const read = (name: string, value: unknown) => {
      network.addOverride('count', undefined);
      network.addOverride('for_each', undefined);
      network.addOverride(name, value);
      const found = ConstructModel.of(stack).resources('azurerm_virtual_network');
      return found.map(({ isRepeated }) => isRepeated)[0];
    };
    expect([read('count', undefined), read('count', 1), read('count', '1')]).toEqual([false, false, false]);
    expect([read('count', '${var.x}'), read('for_each', '${var.x}')]).toEqual([true, true]);
    expect([read('count', 2), read('for_each', { a: 1 })]).toEqual([false, false]);
    expect([read('count', 0), read('for_each', {})]).toEqual([undefined, undefined]);
  });

  test('a text for the number or truth value that Terraform makes of it', () => {
    const stack = newStack();
    const { network } = addNetwork(stack);
    network.addOverride('tags', { off: 'false', two: '2', text: 'x' });
    const at = (name: string) => one(ConstructModel.of(stack), 'azurerm_virtual_network').at(`tags.${name}`);
    expect([at('off').is(false), at('two').is(2), at('off').is(true), at('text').is('x')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test('blocks written as one object or as a list, and dynamic ones as unknown', () => {
    const stack = newStack();
    addNetwork(stack);
    const endpoint = addEndpoint(stack, 'x');
    const read = () => one(ConstructModel.of(stack), 'azurerm_private_endpoint');
    expect(read().blocks('private_service_connection')).toHaveLength(1);
    expect(read().blocks('ip_configuration')).toEqual([]);
    endpoint.addOverride('private_service_connection', [{ name: 'a' }, { name: 'b' }]);
    expect(
      read()
        .blocks('private_service_connection')!
        .map((block) => block.at('name').known),
    ).toEqual(['a', 'b']);
    endpoint.addOverride('ip_configuration', [{ name: 'a' }, '${var.x}']);
    expect(read().blocks('ip_configuration')).toBeUndefined();
    endpoint.addOverride('ip_configuration', []);
    endpoint.addOverride('dynamic.ip_configuration', { for_each: '${var.x}' });
    expect(read().blocks('ip_configuration')).toBeUndefined();
    expect(read().at('ip_configuration.private_ip_address').isUnknown).toBe(true);
  });

  test('the elements of lists, also of those that another resource is given, but not of computed ones', () => {
    const stack = newStack();
    const { network } = addNetwork(stack);
    const elements = () =>
      one(ConstructModel.of(stack), 'azurerm_subnet')
        .at('address_prefixes')
        .elements?.map(({ known }) => known);
    expect(elements()).toEqual(['10.0.0.0/24']);
    const refer = (attribute: string) =>
      (stack.node.findChild('Subnet') as Subnet).addOverride(
        'address_prefixes',
        `\${azurerm_virtual_network.${network.friendlyUniqueId}.${attribute}}`,
      );
    refer('address_space');
    expect(elements()).toEqual(['10.0.0.0/16']);
    refer('dns_servers');
    expect(elements()).toBeUndefined();
  });

  test('the entries of maps, and the resources that a text names', () => {
    const stack = newStack();
    const { group, network } = addNetwork(stack);
    network.addOverride('tags', { 'a.b': group.name, c: `\${lower("x")} ${group.id}` });
    const read = (path: string) => one(ConstructModel.of(stack), 'azurerm_virtual_network').at(path);
    const entries = read('tags').entries!;
    expect(entries.map(([name, value]) => [name, value.known])).toEqual([
      ['a.b', 'rg-a'],
      ['c', undefined],
    ]);
    const [link] = entries[1][1].links;
    expect([link.resource.path, link.attribute]).toEqual([group.node.path, 'id']);
    expect(read('tags').links).toEqual([]);
    expect(read('bgp_community').entries).toEqual([]);
    group.addOverride('tags', { d: 'e' });
    network.addOverride('tags', `\${azurerm_resource_group.${group.friendlyUniqueId}.tags}`);
    expect(read('tags').entries!.map(([name, value]) => [name, value.known])).toEqual([['d', 'e']]);
    network.addOverride('tags', '${var.tags}');
    expect(read('tags').entries).toBeUndefined();
  });

  test('references to other stacks, before and after synth', () => {
    const app = Testing.app();
    const hub = newStack('Hub', undefined, app);
    const spoke = newStack('Spoke', undefined, app);
    const { subnet } = addNetwork(hub);
    addEndpoint(spoke, subnet.id);
    const target = () => {
      const model = ConstructModel.of(spoke);
      return model.target(one(model, 'azurerm_private_endpoint').at('subnet_id'), 'azurerm_subnet');
    };
    expect(target().resource?.path).toBe(subnet.node.path);
    (app as App).synth();
    expect(target().resource?.path).toBe(subnet.node.path);
  });

  test('outputs', () => {
    const stack = newStack();
    new TerraformOutput(stack, 'url', { value: 'https://x' });
    const [output] = ConstructModel.of(stack).resources('output');
    expect([output.isManaged, output.at('value').known]).toEqual([false, 'https://x']);
  });

  test('elements whose ids are words of Terraform', () => {
    const stack = newStack();
    new TerraformOutput(stack, 'output', { value: 'https://x' });
    new ResourceGroup(stack, 'resource', { name: 'rg-x', location: 'centralus' });
    const model = ConstructModel.of(stack);
    expect(model.resources('output', 'azurerm_resource_group').map(({ names }) => names)).toEqual([
      ['value'],
      expect.arrayContaining(['name', 'location']),
    ]);
  });

  test.each<[string, (stack: TerraformStack) => unknown, string[]]>([
    ['no backend', () => undefined, ['local']],
    ['a backend', (stack) => new AzurermBackend(stack, STATE), ['azurerm']],
    ['HCP Terraform', (stack) => new CloudBackend(stack, HCP), ['cloud']],
    [
      'a backend by an override',
      (stack) => {
        stack.addOverride('terraform.backend', { azurerm: STATE, local: null });
      },
      ['azurerm'],
    ],
  ])('where a stack keeps its state: %s', (_, define, types) => {
    const stack = newStack();
    define(stack);
    const read = () =>
      ConstructModel.of(stack)
        .resources('backend')
        .map(({ path, names }) => [path, names]);
    expect(read()).toEqual([['Prod', types]]);
    stack.prepareStack();
    expect(read()).toEqual([['Prod', types]]);
  });
});

describe('the target of an id is', () => {
  function targetOf(id: string) {
    const stack = inSubscription(newStack(), ID.split('/')[2]);
    addNetwork(stack);
    addEndpoint(stack, id);
    const model = ConstructModel.of(stack);
    return model.target(one(model, 'azurerm_private_endpoint').at('subnet_id'), 'azurerm_subnet');
  }

  test('the resource of the tree that has the name, the network and the group of the id', () => {
    expect(targetOf(`${ID}/subnets/SNET-A`).key).toBe('Prod/Subnet');
  });

  test.each([
    [`${ID}/subnets/other`],
    [`${ID.replace('vnet-a', 'vnet-b')}/subnets/snet-a`],
    [`${ID.replace('RG-A', 'rg-b')}/subnets/snet-a`],
  ])('external for another id: %s', (id) => {
    expect(targetOf(id)).toMatchObject({ key: id.toLowerCase(), isExternal: true, isUnknown: false });
  });

  test('unknown for what only Terraform knows', () => {
    expect(targetOf('${var.subnet}')).toMatchObject({ key: undefined, isExternal: false, isUnknown: true });
  });
});

test('references that lead in a circle are unknown', () => {
  const stack = newStack();
  const { group } = addNetwork(stack);
  group.addOverride('name', `\${azurerm_resource_group.${group.friendlyUniqueId}.name}`);
  expect(one(ConstructModel.of(stack), 'azurerm_resource_group').at('name').isUnknown).toBe(true);
});

test('a model reads a value as a construct would write it', () => {
  const stack = newStack();
  const { group, network } = addNetwork(stack);
  const model = ConstructModel.of(stack);
  expect(model.read(network, `${group.name}/x`).known).toBe('rg-a/x');
  expect(model.read(network, group.id).resource).toBe(one(model, 'azurerm_resource_group'));
  expect(model.read(newStack('Other', undefined, stack.node.root), group.id).resource).toBe(
    one(model, 'azurerm_resource_group'),
  );
});

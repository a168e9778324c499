import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import {
  AddressRange,
  NatGateway,
  NetworkSecurityGroup,
  RouteTable,
  Subnet,
  SubnetAttachments,
  SubnetDelegation,
  SubnetOptions,
  VirtualNetwork,
} from '../../src/network';
import { comparableJson, parsedHcl } from '../support/parsed-hcl';
import { Major, schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, problemsOf, readable, resources, synth } from '../support/synth';

const ASSOCIATION = /^azurerm_subnet_.*_association$/;

/** A network whose subnets are created with what is attached to them. */
function newNetwork(azurermMajor: Major, subnetAttachments = SubnetAttachments.AT_CREATION) {
  const stack = newStack('Prod', { azurermMajor });
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-test', location: 'centralus' });
  const network = new VirtualNetwork(stack, 'Network', {
    name: 'vnet',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
    subnetAttachments,
  });
  const attached = {
    networkSecurityGroup: new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg', resourceGroup }),
    routeTable: new RouteTable(stack, 'Routes', { name: 'rt', resourceGroup }),
  };
  const add = (id: string, options: Partial<SubnetOptions> = {}) =>
    network.addSubnet(id, { name: id, addressRange: AddressRange.prefixLength(27), ...attached, ...options });
  return { stack, resourceGroup, network, attached, add };
}

const idOf = (stack: TerraformStack, { subnetId }: Subnet) => {
  new TerraformOutput(stack, 'SubnetId', { value: subnetId });
  return readable(stack).output!.SubnetId.value;
};
const associations = (stack: TerraformStack) =>
  Object.keys(readable(stack).resource!).filter((type) => ASSOCIATION.test(type));

describe('azurerm 4: a subnet that is created with its attachments', () => {
  test('is a block of the network with every member, and is referred to below the id of the network', () => {
    const { stack, add } = newNetwork(4);
    const apps = add('apps', {
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
      delegationName: 'farms',
      serviceEndpoints: ['Microsoft.KeyVault'],
    });
    add('endpoints', { routeTable: undefined });
    expect(only(stack, 'azurerm_virtual_network').subnet).toEqual([
      {
        name: 'apps',
        address_prefixes: ['10.0.0.0/27'],
        default_outbound_access_enabled: null,
        delegation: [
          {
            name: 'farms',
            service_delegation: [
              { name: 'Microsoft.Web/serverFarms', actions: ['Microsoft.Network/virtualNetworks/subnets/action'] },
            ],
          },
        ],
        id: null,
        private_endpoint_network_policies: null,
        private_link_service_network_policies_enabled: null,
        route_table_id: '${azurerm_route_table.Routes.id}',
        security_group: '${azurerm_network_security_group.Rules.id}',
        service_endpoint_policy_ids: null,
        service_endpoints: ['Microsoft.KeyVault'],
      },
      {
        name: 'endpoints',
        address_prefixes: ['10.0.0.32/27'],
        default_outbound_access_enabled: false,
        delegation: [],
        id: null,
        private_endpoint_network_policies: 'Enabled',
        private_link_service_network_policies_enabled: null,
        route_table_id: null,
        security_group: '${azurerm_network_security_group.Rules.id}',
        service_endpoint_policy_ids: null,
        service_endpoints: null,
      },
    ]);
    expect(idOf(stack, apps)).toBe('${azurerm_virtual_network.Network.id}/subnets/apps');
    expect(associations(stack)).toEqual([]);
    expect(resources(stack, 'azurerm_subnet')).toEqual([]);
    expect(schemaViolations(synth(stack), 4)).toEqual([]);
  });

  test('is written so in HCL too', async () => {
    const { stack, add } = newNetwork(4);
    add('apps', { delegation: SubnetDelegation.WEB_SERVER_FARMS });
    add('endpoints', { networkSecurityGroup: undefined, routeTable: undefined });
    stack.prepareStack();
    expect(await parsedHcl(stack)).toEqual(comparableJson(stack));
  });

  test('gets its NAT gateway afterwards, which others wait for', () => {
    const { stack, resourceGroup, add } = newNetwork(4);
    const subnet = add('apps', { natGateway: new NatGateway(stack, 'Nat', { name: 'ng', resourceGroup }) });
    const other = new NetworkSecurityGroup(stack, 'Joining', { name: 'nsg-joining', resourceGroup });
    subnet.awaitedBy(other.resource);
    expect(only(stack, 'azurerm_subnet_nat_gateway_association').subnet_id).toBe(
      '${azurerm_virtual_network.Network.id}/subnets/apps',
    );
    expect(readable(stack).resource!.azurerm_network_security_group.Joining.depends_on).toEqual([
      'azurerm_subnet_nat_gateway_association.Network_apps_NatGatewayAssociation',
    ]);
  });

  test('may be taken out of the configuration again', () => {
    const { stack, network, add } = newNetwork(4);
    add('apps');
    add('jobs');
    network.node.tryRemoveChild('apps');
    expect(only(stack, 'azurerm_virtual_network').subnet.map(({ name }: any) => name)).toEqual(['jobs']);
    network.node.tryRemoveChild('jobs');
    expect(only(stack, 'azurerm_virtual_network')).not.toHaveProperty('subnet');
  });

  test('may be a construct of its own in the stack of the network, and has a name of which only Terraform knows', () => {
    const { stack, network } = newNetwork(4);
    const name = new TerraformVariable(stack, 'Name', { type: 'string' }).stringValue;
    const subnet = new Subnet(stack, 'Jobs', { name, virtualNetwork: network, addressPrefix: '10.0.0.64/27' });
    expect(only(stack, 'azurerm_virtual_network').subnet).toMatchObject([{ name: '${var.Name}' }]);
    expect(idOf(stack, subnet)).toBe('${azurerm_virtual_network.Network.id}/subnets/${var.Name}');
  });

  test('is refused in another stack', () => {
    const { stack, network } = newNetwork(4);
    const other = newStack('Other', undefined, stack.node.root);
    const define = () =>
      new Subnet(other, 'Jobs', { name: 'jobs', virtualNetwork: network, addressPrefix: '10.0.0.64/27' });
    expect(messageOf(define)).toBe(
      'Other/Jobs: [network/subnet-of-other-stack] the network Prod/Network/Resource has its subnets as blocks with azurerm 4, which only its own stack can write; define the subnet in stack Prod, or use azurerm 5 in both stacks',
    );
  });

  test('has no resource of its own', () => {
    const { add } = newNetwork(4);
    const subnet = add('apps');
    expect(messageOf(() => subnet.resource)).toBe(
      `Prod/Network/apps: [network/subnet-is-block] the subnet is a block of Prod/Network/Resource, since its network attaches security groups at creation with azurerm 4; override "subnet" of the network's resource`,
    );
  });

  test('has a name and a range once, as every subnet', () => {
    const { stack, add } = newNetwork(4);
    add('apps');
    expect(messageOf(() => add('jobs', { addressRange: AddressRange.cidr('10.0.0.0/27') }))).toContain(
      '[network/subnet-overlap]',
    );
    add('Again', { name: 'APPS' });
    expect(problemsOf(stack)).toEqual([
      '[network/duplicate-subnet] blocks of Prod/Network/Resource are subnets named "APPS" of one network; give one of them another name',
    ]);
  });
});

describe('azurerm 5: a subnet that is created with its attachments', () => {
  test('is a resource that sends them with itself, again when their ids change', () => {
    const { stack, add } = newNetwork(5);
    const apps = add('apps', { delegation: SubnetDelegation.WEB_SERVER_FARMS });
    const version = (address: string) => '${(1 + parseint(substr(sha256(lower(' + address + ')), 0, 7), 16))}';
    expect(only(stack, 'azurerm_subnet')).toMatchObject({
      network_security_group_id_wo: '${azurerm_network_security_group.Rules.id}',
      network_security_group_id_wo_version: version('azurerm_network_security_group.Rules.id'),
      route_table_id_wo: '${azurerm_route_table.Routes.id}',
      route_table_id_wo_version: version('azurerm_route_table.Routes.id'),
    });
    expect(associations(stack)).toEqual([]);
    expect(only(stack, 'azurerm_virtual_network')).not.toHaveProperty('subnet');
    expect(apps.resource).toBeDefined();
    expect(schemaViolations(synth(stack), 5)).toEqual([]);
  });

  test('may be in another stack', () => {
    const { stack, network, attached } = newNetwork(5);
    const other = newStack('Other', undefined, stack.node.root);
    new Subnet(other, 'Jobs', { name: 'jobs', virtualNetwork: network, addressPrefix: '10.0.0.64/27', ...attached });
    expect(only(other, 'azurerm_subnet')).toHaveProperty('network_security_group_id_wo');
  });
});

test.each<Major>([4, 5])('azurerm %d: nothing changes where attachments come after creation', (major) => {
  const [given, left] = [SubnetAttachments.AFTER_CREATION, undefined].map((each) => {
    const { stack, add } = newNetwork(major, each ?? SubnetAttachments.AFTER_CREATION);
    add('apps');
    return readable(stack).resource;
  });
  expect(given).toEqual(left);
  expect(Object.keys(given!)).toContain('azurerm_subnet_network_security_group_association');
});

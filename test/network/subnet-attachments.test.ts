import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import {
  AddressRange,
  NatGateway,
  NetworkSecurityGroup,
  RouteTable,
  RuleDirection,
  SecurityRule,
  Subnet,
  SubnetBaseOptions,
  VirtualNetwork,
} from '../../src/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, readable, resources, synth } from '../support/synth';

const ASSOCIATIONS = [
  'azurerm_subnet_network_security_group_association.Network_Apps_NetworkSecurityGroupAssociation',
  'azurerm_subnet_nat_gateway_association.Network_Apps_NatGatewayAssociation',
  'azurerm_subnet_route_table_association.Network_Apps_RouteTableAssociation',
];

/** A subnet with everything attached; with an alias, all of it belongs to another subscription. */
function newSubnet(alias?: string) {
  const { stack, resourceGroup } = newGroup();
  const provider = alias ? new AzurermProvider(stack, alias, { alias, features: [{}] }) : undefined;
  const common = { resourceGroup, provider };
  const rules = [SecurityRule.deny({ name: 'DenyAll', direction: RuleDirection.INBOUND, priority: 4000 })];
  const network = new VirtualNetwork(stack, 'Network', { ...common, name: 'vnet', addressSpace: ['10.0.0.0/24'] });
  const subnet = network.addSubnet('Apps', {
    name: 'apps',
    addressRange: AddressRange.prefixLength(26),
    networkSecurityGroup: new NetworkSecurityGroup(stack, 'Rules', { ...common, name: 'nsg', rules }),
    natGateway: new NatGateway(stack, 'Nat', { ...common, name: 'ng' }),
    routeTable: new RouteTable(stack, 'Routes', { ...common, name: 'rt' }),
    serviceEndpoints: ['Microsoft.KeyVault', 'Microsoft.Storage.Global'],
  });
  return { stack, resourceGroup, network, subnet };
}

describe('Subnet', () => {
  test('attaches a NAT gateway and a route table, and names its service endpoints', () => {
    const { stack } = newSubnet();
    expect(only(stack, 'azurerm_subnet').service_endpoints).toEqual(['Microsoft.KeyVault', 'Microsoft.Storage.Global']);
    expect(only(stack, 'azurerm_subnet_nat_gateway_association')).toEqual({
      subnet_id: '${azurerm_subnet.Network_Apps.id}',
      nat_gateway_id: '${azurerm_nat_gateway.Nat.id}',
      depends_on: ['azurerm_nat_gateway_public_ip_association.Nat_PublicIpAssociation'],
    });
    expect(only(stack, 'azurerm_subnet_route_table_association')).toEqual({
      subnet_id: '${azurerm_subnet.Network_Apps.id}',
      route_table_id: '${azurerm_route_table.Routes.id}',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lets what joins it wait for everything that is attached', () => {
    const { stack, resourceGroup, subnet } = newSubnet();
    const other = new NetworkSecurityGroup(stack, 'Joining', { name: 'nsg-joining', resourceGroup });
    subnet.awaitedBy(other.resource);
    expect(readable(stack).resource!.azurerm_network_security_group.Joining.depends_on).toEqual(ASSOCIATIONS);
  });

  test('uses the provider of its network, also for what it attaches', () => {
    const { stack } = newSubnet('other');
    const bodies = Object.entries(readable(stack).resource!).flatMap(([type, byId]) =>
      type === 'azurerm_resource_group' ? [] : Object.values(byId),
    );
    expect(bodies).toHaveLength(11);
    expect(new Set(bodies.map(({ provider }) => provider))).toEqual(new Set(['azurerm.other']));
  });

  test('takes the provider of an existing network', () => {
    const { stack, network } = newSubnet();
    const provider = new AzurermProvider(stack, 'other', { alias: 'other', features: [{}] });
    new Subnet(stack, 'Own', { name: 'own', virtualNetwork: network, addressPrefix: '10.0.0.64/26', provider });
    expect(resources(stack, 'azurerm_subnet').map((body) => body.provider)).toEqual([undefined, 'azurerm.other']);
  });

  test('refuses service endpoints that name no service', () => {
    const { network } = newSubnet();
    const add = (options: SubnetBaseOptions) =>
      network.addSubnet('Bad', { ...options, addressRange: AddressRange.prefixLength(27) });
    expect(messageOf(() => add({ name: 'a b', serviceEndpoints: ['KeyVault', '${TfToken[TOKEN.1]}'] }))).toBe(
      [
        'Prod/Network/Bad: [network/subnet-name] "a b" is not a subnet name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Network/Bad: [network/service-endpoint] "KeyVault" is not a service with service endpoints; use Microsoft.KeyVault, or list a newer one in the construct context "azureSubnetServices"',
      ].join('\n'),
    );
  });
});

import { TerraformVariable } from 'cdktf';
import { Estate, newEstate } from './support/estate';
import { AddressRange, NatGateway, NetworkSecurityGroup, RouteTable, VirtualNetwork } from '../../src/network';
import { PlainResource } from '../support/plain-azurerm';
import { problemsOf, synth } from '../support/synth';

/** What is in, or attached to, a subnet of a network in Central US. */
const JOINERS: [
  what: string,
  code: string,
  join: (estate: Estate, subnet: PlainResource, attributes: Record<string, unknown>) => unknown,
][] = [
  [
    'security group',
    'network/region',
    ({ stack, of }, subnet, attributes) => {
      const group = of('network_security_group', 'nsg', attributes);
      attach(stack, 'network_security_group', subnet, group);
    },
  ],
  [
    'route table',
    'network/region',
    ({ stack, of }, subnet, attributes) => attach(stack, 'route_table', subnet, of('route_table', 'rt', attributes)),
  ],
  [
    'NAT gateway',
    'network/region',
    ({ stack, of }, subnet, attributes) => attach(stack, 'nat_gateway', subnet, of('nat_gateway', 'nat', attributes)),
  ],
  [
    'private endpoint',
    'privatelink/location',
    ({ endpoint }, subnet, attributes) => endpoint('pe', subnet.ref(), attributes),
  ],
  [
    'network interface',
    'network/region',
    ({ of }, subnet, attributes) =>
      of('network_interface', 'nic', { ip_configuration: [{ name: 'a', subnet_id: subnet.ref() }], ...attributes }),
  ],
  [
    'inbound endpoint of a resolver',
    'dns/location',
    ({ of }, subnet, attributes) =>
      of('private_dns_resolver_inbound_endpoint', 'in', {
        ip_configurations: [{ subnet_id: subnet.ref() }],
        ...attributes,
      }),
  ],
  [
    'app',
    'appservice/location',
    ({ plan, app }, subnet, attributes) =>
      app('app', plan('plan', 'P0v3'), { virtual_network_subnet_id: subnet.ref(), ...attributes }),
  ],
];

function attach(stack: Estate['stack'], kind: string, subnet: PlainResource, owner: PlainResource): PlainResource {
  return new PlainResource(stack, `azurerm_subnet_${kind}_association`, 'Association', {
    subnet_id: subnet.ref(),
    [`${kind}_id`]: owner.ref(),
  });
}

describe.each(JOINERS)('the region of a %s', (what, code, join) => {
  const estateWith = (attributes: Record<string, unknown>) => {
    const estate = newEstate();
    join(estate, estate.subnet('subnet', estate.network('vnet')), attributes);
    return estate.stack;
  };

  test('is that of the network', () => {
    const [problem, ...others] = problemsOf(estateWith({ location: 'East US' }));
    expect(others).toEqual([]);
    expect(problem).toMatch(
      new RegExp(
        `^\\[${code}\\] the ${what} Prod/\\w+ is in East US, but network "vnet" \\(Prod/vnet\\) is in centralus; use one region$`,
      ),
    );
  });

  test('may be written in any way', () => {
    expect(() => synth(estateWith({ location: 'Central US' }))).not.toThrow();
  });

  test('is not judged where only Terraform knows it, or how often the resource is there', () => {
    const estate = newEstate();
    const subnet = estate.subnet('subnet', estate.network('vnet'));
    const location = new TerraformVariable(estate.stack, 'location', {}).stringValue;
    join(estate, subnet, { location });
    expect(() => synth(estate.stack)).not.toThrow();
    expect(() => synth(estateWith({ location: 'eastus', count: '${var.count}' }))).not.toThrow();
  });
});

test('a resolver lies in the region of its network', () => {
  const { stack, network, of } = newEstate();
  of('private_dns_resolver', 'resolver', { virtual_network_id: network('vnet').ref(), location: 'eastus' });
  expect(problemsOf(stack)).toEqual([
    '[dns/location] the resolver Prod/resolver is in eastus, but network "vnet" (Prod/vnet) is in centralus; use one region',
  ]);
});

describe('a NAT gateway', () => {
  const gateways = (networks: readonly string[]) => {
    const { stack, network, subnet, of } = newEstate();
    const nat = of('nat_gateway', 'nat', {});
    networks.forEach((name, i) => {
      const vnet = (stack.node.tryFindChild(name) as PlainResource | undefined) ?? network(name);
      const part = subnet(`subnet${i}`, vnet, `10.0.${i}.0/26`);
      new PlainResource(stack, 'azurerm_subnet_nat_gateway_association', `Association${i}`, {
        subnet_id: part.ref(),
        nat_gateway_id: nat.ref(),
      });
    });
    return stack;
  };

  test('serves subnets of one network', () => {
    expect(problemsOf(gateways(['one', 'two']))).toEqual([
      '[network/nat-gateway-networks] the NAT gateway Prod/nat is attached to subnets of network "one" (Prod/one) and network "two" (Prod/two), and Azure accepts one network; define a gateway for each network',
    ]);
    expect(() => synth(gateways(['one', 'one']))).not.toThrow();
  });
});

test('what the library attaches to a subnet lies in the region of its network', () => {
  const { stack, resourceGroup } = newEstate();
  const network = new VirtualNetwork(stack, 'Network', { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/16'] });
  const elsewhere = { resourceGroup, location: 'eastus' };
  network.addSubnet('Subnet', {
    name: 'subnet',
    addressRange: AddressRange.prefixLength(26),
    networkSecurityGroup: new NetworkSecurityGroup(stack, 'Nsg', { ...elsewhere, name: 'nsg' }),
    routeTable: new RouteTable(stack, 'Rt', { ...elsewhere, name: 'rt' }),
    natGateway: new NatGateway(stack, 'Nat', { ...elsewhere, name: 'nat' }),
  });
  expect(problemsOf(stack).map((problem) => problem.slice(0, problem.indexOf(' is in ')))).toEqual([
    '[network/region] the security group Prod/Nsg/Resource',
    '[network/region] the route table Prod/Rt/Resource',
    '[network/region] the NAT gateway Prod/Nat/Resource',
  ]);
});

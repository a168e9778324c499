import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Route, RouteTable, RouteTableProps } from '../../src/network';
import { armId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth } from '../support/synth';

const GROUP = '${azurerm_resource_group.Group.name}';
const UNKNOWN = '${TfToken[TOKEN.1]}';

function newTable(props: Partial<RouteTableProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  return { stack, table: new RouteTable(stack, 'Routes', { name: 'rt-test', resourceGroup, ...props }) };
}

describe('Route', () => {
  test.each<[string, Route, Record<string, string>]>([
    [
      'a virtual appliance',
      Route.toVirtualAppliance('a', '10.1.0.0/16', '10.0.1.4'),
      { addressPrefix: '10.1.0.0/16', nextHopType: 'VirtualAppliance', nextHopInIpAddress: '10.0.1.4' },
    ],
    [
      'the gateway',
      Route.toVirtualNetworkGateway('a', '10.1.0.0/16'),
      { addressPrefix: '10.1.0.0/16', nextHopType: 'VirtualNetworkGateway' },
    ],
    [
      'the internet',
      Route.toInternet('a', 'AppService.CentralUS'),
      { addressPrefix: 'AppService.CentralUS', nextHopType: 'Internet' },
    ],
    [
      'the virtual network',
      Route.toVirtualNetwork('a', '10.1.0.0/16'),
      { addressPrefix: '10.1.0.0/16', nextHopType: 'VnetLocal' },
    ],
    ['nowhere', Route.toNowhere('a', '10.1.0.0/16'), { addressPrefix: '10.1.0.0/16', nextHopType: 'None' }],
  ])('leads to %s', (_, route, expected) => {
    expect(route._render()).toEqual({ name: 'a', ...expected });
    expect(route._problems(newStack())).toEqual([]);
  });

  test('takes everything through a firewall', () => {
    expect(Route.everythingThroughFirewall('10.0.1.4')._render()).toEqual({
      name: 'default',
      addressPrefix: '0.0.0.0/0',
      nextHopType: 'VirtualAppliance',
      nextHopInIpAddress: '10.0.1.4',
    });
  });

  test.each<[Route, string, string]>([
    [
      Route.toInternet('a b', '10.0.0.0/8'),
      'network/route-name',
      '"a b" is not a route name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
    ],
    [
      Route.toInternet('a', '10.0.0.1/8'),
      'network/route-prefix',
      'route a: "10.0.0.1/8" has host bits set; use 10.0.0.0/8',
    ],
    [
      Route.toInternet('a', '10.0.0.1'),
      'network/route-prefix',
      'route a: "10.0.0.1" is not an IPv4 range; use one such as 10.0.0.0/24',
    ],
    [
      Route.toInternet('a', 'Azure Monitor'),
      'network/route-prefix',
      'route a: "Azure Monitor" is neither an IPv4 range nor a service tag; use one such as 10.0.0.0/24 or AzureMonitor',
    ],
    [
      Route.everythingThroughFirewall('firewall'),
      'network/route-next-hop',
      'route default: "firewall" is not an IPv4 address; give the address of the appliance, such as 10.0.1.4',
    ],
  ])('refuses %j', (route, code, message) => {
    expect(route._problems(newStack())).toEqual([{ code, message }]);
  });

  test('does not judge what is only known when Terraform runs', () => {
    expect(Route.toVirtualAppliance(UNKNOWN, UNKNOWN, UNKNOWN)._problems(newStack())).toEqual([]);
  });
});

describe('RouteTable', () => {
  const routes = [Route.everythingThroughFirewall('10.0.1.4'), Route.toNowhere('nowhere', '192.168.0.0/16')];

  test('defines every route as a resource of its own', () => {
    const { stack } = newTable({ routes });
    expect(only(stack, 'azurerm_route_table')).toEqual({
      name: 'rt-test',
      location: 'centralus',
      resource_group_name: GROUP,
      bgp_route_propagation_enabled: true,
    });
    const table = { resource_group_name: GROUP, route_table_name: '${azurerm_route_table.Routes.name}' };
    expect(resources(stack, 'azurerm_route')).toEqual([
      {
        ...table,
        name: 'default',
        address_prefix: '0.0.0.0/0',
        next_hop_type: 'VirtualAppliance',
        next_hop_in_ip_address: '10.0.1.4',
      },
      { ...table, name: 'nowhere', address_prefix: '192.168.0.0/16', next_hop_type: 'None' },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is the same for props and addRoute', () => {
    const byMethod = newTable();
    routes.forEach((route) => byMethod.table.addRoute(route));
    expect(synth(byMethod.stack)).toEqual(synth(newTable({ routes }).stack));
  });

  test('may keep the routes of gateways out', () => {
    const { stack } = newTable({ bgpRoutePropagation: false });
    expect(only(stack, 'azurerm_route_table').bgp_route_propagation_enabled).toBe(false);
  });

  test('uses its provider for its routes', () => {
    const { stack, resourceGroup } = newGroup();
    const provider = new AzurermProvider(stack, 'other', { alias: 'other', features: [{}] });
    new RouteTable(stack, 'Routes', { name: 'rt', resourceGroup, provider, routes });
    expect(only(stack, 'azurerm_route_table').provider).toBe('azurerm.other');
    expect(resources(stack, 'azurerm_route').map((route) => route.provider)).toEqual([
      'azurerm.other',
      'azurerm.other',
    ]);
  });

  test('reports every violation at once', () => {
    const rivals = [
      Route.toInternet('a', '10.0.0.0/8'),
      Route.toNowhere('b', '10.0.0.0/8'),
      Route.toInternet('A', 'AzureMonitor'),
      Route.toInternet('c', 'azuremonitor'),
    ];
    expect(messageOf(() => newTable({ name: '', routes: rivals }))).toBe(
      [
        'Prod/Routes: [network/name] "" is not a route table name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Routes: [network/route-prefix] routes a and b share the prefix 10.0.0.0/8; keep one of them',
        'Prod/Routes: [network/route-name] a route A is defined already; use another name',
        'Prod/Routes: [network/route-prefix] routes A and c share the prefix azuremonitor; keep one of them',
      ].join('\n'),
    );
  });

  test('refuses a route that is added twice', () => {
    const { table } = newTable({ routes });
    expect(messageOf(() => table.addRoute(routes[0]))).toBe(
      [
        'Prod/Routes: [network/route-prefix] routes default and default share the prefix 0.0.0.0/0; keep one of them',
        'Prod/Routes: [network/route-name] a route default is defined already; use another name',
      ].join('\n'),
    );
  });

  test('does not compare prefixes that are only known when Terraform runs', () => {
    expect(() => newTable({ routes: [Route.toInternet('a', UNKNOWN), Route.toInternet('b', UNKNOWN)] })).not.toThrow();
  });

  test('defines nothing for an existing table', () => {
    const stack = newStack();
    const attributes = { routeTableId: armId('Microsoft.Network/routeTables', 'rt') };
    expect(RouteTable.fromRouteTableAttributes(stack, 'Routes', attributes)).toMatchObject(attributes);
    expect(synth(stack).resource).toBeUndefined();
  });

  test('takes routes with names that other children and objects of JavaScript have', () => {
    const names = ['Resource', 'constructor', 'toString'];
    const { stack } = newTable({ routes: names.map((name, index) => Route.toNowhere(name, `10.${index}.0.0/16`)) });
    expect(resources(stack, 'azurerm_route').map(({ name }) => name)).toEqual(names);
  });
});

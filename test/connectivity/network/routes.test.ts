import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { addEndpoint, addRouteTable, addSecurityGroup, ask, newSpokes, newTree, route, rule } from './tree';

const TOKEN = '${var.x}';
const TABLE = { id: 'Prod/Table', name: 'table', type: 'azurerm_route_table', rule: 'route', subnet: 'Prod/Apps' };
type Body = Record<string, unknown>;

function toEndpoint(routes: Body[], { policy = 'Enabled', address }: { policy?: string; address?: string } = {}) {
  const tree = newTree({ privateEndpointNetworkPolicies: policy });
  const endpoint = address ? addEndpoint(tree.stack, tree.endpoints.id, 'Static', address) : tree.endpoint;
  addRouteTable(tree.apps, routes);
  return ask(tree.stack).toEndpoint(tree.apps, endpoint);
}

function toInternet(routes: Body[], routesAll?: boolean) {
  const tree = newTree();
  addRouteTable(tree.apps, routes);
  return ask(tree.stack).toInternet(tree.apps, routesAll);
}

describe('a route that drops traffic, to an endpoint somewhere in its subnet', () => {
  test.each([
    ['denied', 'Enabled', '10.0.2.0/24'],
    ['denied', 'RouteTableEnabled', '10.0.2.0/24'],
    ['denied', 'Enabled', '10.0.0.0/16'],
    ['allowed', 'Enabled', '0.0.0.0/0'],
    ['allowed', 'Enabled', '10.0.0.0/8'],
    ['allowed', 'Enabled', '10.0.1.0/24'],
    ['allowed', 'Enabled', '::/0'],
    ['allowed', 'Enabled', 'AzureSignalR'],
    ['allowed', 'Enabled', '10.0.3.4/32'],
    ['unknown', 'Enabled', '10.0.2.0/25'],
    ['unknown', 'Enabled', '10.0.2.4/32'],
    ['unknown', 'Enabled', TOKEN],
    ['allowed', 'Disabled', '10.0.2.0/24'],
    ['allowed', 'NetworkSecurityGroupEnabled', '10.0.2.0/24'],
    ['unknown', 'Disabled', '10.0.2.4/32'],
    ['unknown', TOKEN, '10.0.2.0/24'],
    ['allowed', TOKEN, '0.0.0.0/0'],
  ])('leads to %s with the policy %s and the prefix %s', (verdict, policy, address_prefix) => {
    expect(toEndpoint([route({ address_prefix })], { policy }).verdict).toBe(verdict);
  });

  test.each([
    ['denied', 'Disabled', '10.0.2.4/32'],
    ['allowed', 'Disabled', '10.0.2.5/32'],
    ['allowed', 'Disabled', '10.0.2.0/25'],
    ['denied', 'Enabled', '10.0.2.0/25'],
    ['allowed', 'Enabled', '10.0.2.128/25'],
  ])(
    'leads to %s with the policy %s and the prefix %s, where the address is 10.0.2.4',
    (verdict, policy, address_prefix) => {
      expect(toEndpoint([route({ address_prefix })], { policy, address: '10.0.2.4' }).verdict).toBe(verdict);
    },
  );

  test('may replace the route of an endpoint in a network whose ranges are not known', () => {
    const tree = newTree();
    addRouteTable(tree.apps, [route()]);
    tree.network.addOverride('address_space', TOKEN);
    expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict).toBe('unknown');
    tree.stack.node.findAll().forEach((construct) => {
      if (construct.node.id === 'TableRoute0') (construct as any).addOverride('address_prefix', '0.0.0.0/0');
    });
    expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict).toBe('allowed');
  });
});

describe('the next hop decides:', () => {
  const start = 'route "route" (Prod/TableRoute0)';
  const end = 'private endpoint "endpoint" (Prod/Endpoint)';
  test.each([
    ['denied', 'network/routed-away', 'None', `${start} drops traffic to ${end}`],
    ['denied', 'network/routed-away', 'Internet', `${start} sends traffic to ${end} to the internet`],
    [
      ...(['unknown', 'network/unknown', 'VirtualNetworkGateway'] as const),
      `${start} sends traffic to ${end} to the gateway of the network, whose rules are not in the configuration`,
    ],
    [
      ...(['unknown', 'network/unknown', 'VirtualAppliance'] as const),
      `${start} sends traffic to ${end} to the appliance 10.0.0.4, whose rules are not in the configuration`,
    ],
    [
      ...(['unknown', 'network/unknown', TOKEN] as const),
      `${start} sends traffic to ${end} to a next hop that is not known, whose rules are not in the configuration`,
    ],
  ])('%s %s for %s', (verdict, code, next_hop_type, reason) => {
    const step = toEndpoint([route({ next_hop_type, next_hop_in_ip_address: '10.0.0.4' })]);
    expect(step).toEqual({ verdict, code, reason, decidedBy: TABLE });
  });

  test('the own network leads to an endpoint in it', () => {
    expect(toEndpoint([route({ next_hop_type: 'VnetLocal' })]).verdict).toBe('allowed');
  });

  test('an appliance whose address is not known', () => {
    expect(toEndpoint([route({ next_hop_type: 'VirtualAppliance' })]).reason).toContain(
      'to the appliance at an unknown address',
    );
  });
});

describe('of several routes', () => {
  test('the most specific decides', () => {
    const keep = { next_hop_type: 'VnetLocal' };
    expect(toEndpoint([route({ address_prefix: '10.0.0.0/16' }), route(keep)]).verdict).toBe('allowed');
    expect(toEndpoint([route({ ...keep, address_prefix: '10.0.0.0/16' }), route()]).verdict).toBe('denied');
    expect(toEndpoint([route(), route({ ...keep, address_prefix: '10.0.2.0/26' })]).verdict).toBe('unknown');
    expect(toEndpoint([route({ address_prefix: TOKEN }), route()]).verdict).toBe('denied');
    expect(toEndpoint([route(), route({ ...keep, address_prefix: TOKEN })]).verdict).toBe('unknown');
  });

  test('those of other tables do not count, and those of an unknown table may', () => {
    expect(toEndpoint([route({ route_table_name: 'other' })]).verdict).toBe('allowed');
    expect(toEndpoint([route({ route_table_name: 'table' })]).verdict).toBe('denied');
    expect(toEndpoint([route({ route_table_name: TOKEN })]).verdict).toBe('unknown');
    expect(toEndpoint([route({ route_table_name: 'table', resource_group_name: 'other' })]).verdict).toBe('allowed');
    expect(toEndpoint([route({ route_table_name: 'table', resource_group_name: TOKEN })]).verdict).toBe('unknown');
  });

  test('those that stand in the table count', () => {
    const tree = newTree();
    const { table } = addRouteTable(tree.apps, []);
    table.addOverride('route', [route()]);
    expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).reason).toContain('route "route" (Prod/Table) drops');
    table.addOverride('route', TOKEN);
    expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).reason).toBe(
      'the configuration does not define the route table of subnet "apps" (Prod/Apps)',
    );
  });
});

test('what an appliance forwards is not judged by the rules for the endpoint, but by those for the apps', () => {
  const tree = newTree();
  addRouteTable(tree.apps, [route({ next_hop_type: 'VirtualAppliance' })]);
  addSecurityGroup(tree.endpoints, [rule({ direction: 'Inbound' })]);
  expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict).toBe('unknown');
  addSecurityGroup(tree.apps, [rule()], 'Other');
  expect(ask(tree.stack).toEndpoint(tree.apps, tree.endpoint).verdict).toBe('denied');
});

describe('between networks that are not peered', () => {
  function toFar(change: Body, apply: (apps: Subnet) => void = () => {}) {
    const { stack, apps, endpoint } = newSpokes();
    addRouteTable(apps, [route({ address_prefix: '0.0.0.0/0', ...change })]);
    apply(apps);
    return ask(stack).toEndpoint(apps, endpoint);
  }

  test.each([
    ['unknown', 'network/unknown', 'VirtualAppliance'],
    ['unknown', 'network/unknown', 'VirtualNetworkGateway'],
    ['unknown', 'network/unknown', 'VnetLocal'],
    ['denied', 'network/routed-away', 'None'],
    ['denied', 'network/routed-away', 'Internet'],
  ])('any route counts: %s %s to %s', (verdict, code, next_hop_type) => {
    expect(toFar({ next_hop_type })).toMatchObject({ verdict, code });
  });

  test('other routes do not', () => {
    expect(toFar({ address_prefix: '10.9.0.0/16' })).toMatchObject({ verdict: 'denied', code: 'network/not-peered' });
  });

  test('clients in no particular subnet may use a route too', () => {
    const { stack, near, apps, endpoint } = newSpokes();
    expect(ask(stack).fromNetwork(near, endpoint).code).toBe('network/not-peered');
    addRouteTable(apps, [route()]);
    expect(ask(stack).fromNetwork(near, endpoint)).toMatchObject({
      verdict: 'unknown',
      reason:
        'no peering joins network "near" (Prod/Near) and network "far" (Prod/Far), but routes in network "near" (Prod/Near) may send traffic there',
    });
  });
});

describe('to the public endpoint', () => {
  const none = { next_hop_type: 'None' };
  const internet = { next_hop_type: 'Internet' };
  const nva = { next_hop_type: 'VirtualAppliance', next_hop_in_ip_address: '10.0.0.4' };

  test.each([
    ['denied', 'the default route', [{ ...none, address_prefix: '0.0.0.0/0' }]],
    ['unknown', 'an appliance', [{ ...nva, address_prefix: '0.0.0.0/0' }]],
    ['allowed', 'the internet', [{ ...internet, address_prefix: '0.0.0.0/0' }]],
    ['denied', 'the own network', [{ next_hop_type: 'VnetLocal', address_prefix: '0.0.0.0/0' }]],
    ['denied', 'the tag of the service', [{ ...none, address_prefix: 'AzureSignalR' }]],
    ['denied', 'the tag of Azure', [{ ...none, address_prefix: 'AzureCloud' }]],
    ['unknown', 'the tag of a region', [{ ...none, address_prefix: 'AzureSignalR.westus' }]],
    ['allowed', 'the tag of another service', [{ ...none, address_prefix: 'Storage' }]],
    ['allowed', 'a private range', [{ ...none, address_prefix: '10.0.0.0/8' }]],
    ['unknown', 'a public range', [{ ...none, address_prefix: '20.0.0.0/8' }]],
    ['unknown', 'an unknown prefix', [{ ...none, address_prefix: TOKEN }]],
    ['allowed', 'IPv6', [{ ...none, address_prefix: '::/0' }]],
  ])('%s: %s', (verdict, _, routes) => {
    expect(toInternet(routes.map(route), true).verdict).toBe(verdict);
  });

  test('the tag of a service comes before the default route, and before all of Azure', () => {
    const forced = route({ ...nva, address_prefix: '0.0.0.0/0' });
    const service = route({ ...internet, address_prefix: 'AzureSignalR' });
    const azure = route({ ...none, address_prefix: 'AzureCloud' });
    expect(toInternet([forced, service], true).verdict).toBe('allowed');
    expect(toInternet([azure, service], true).verdict).toBe('allowed');
    expect(toInternet([forced, azure], true).code).toBe('network/routed-away');
    expect(toInternet([service, route({ ...none, address_prefix: 'AzureSignalR.westus' })], true).verdict).toBe(
      'unknown',
    );
    expect(toInternet([service, route({ ...none, address_prefix: '20.0.0.0/8' })], true).verdict).toBe('unknown');
  });

  test('traffic that does not go through the subnet arrives', () => {
    const drop = [route({ address_prefix: '0.0.0.0/0' })];
    expect(toInternet(drop, false)).toEqual({
      verdict: 'allowed',
      code: 'network/allowed',
      reason: `internet traffic of the apps in subnet "apps" (Prod/Apps) leaves through App Service's own addresses, not through the subnet`,
    });
    expect(toInternet(drop)).toEqual({
      verdict: 'unknown',
      code: 'network/unknown',
      reason:
        'it is not known whether internet traffic of the apps goes through subnet "apps" (Prod/Apps), where route "route" (Prod/TableRoute0) drops traffic to AzureSignalR on the internet',
      decidedBy: TABLE,
    });
    expect(toInternet([]).verdict).toBe('allowed');
  });

  test('the tag VirtualNetwork of security rules may hold what routes hold', () => {
    const tree = newTree();
    addSecurityGroup(tree.apps, [rule({ destination_address_prefix: 'VirtualNetwork' })]);
    expect(ask(tree.stack).toInternet(tree.apps, true).verdict).toBe('allowed');
    const { table } = addRouteTable(tree.apps, [route({ ...internet, address_prefix: '0.0.0.0/0' })]);
    expect(ask(tree.stack).toInternet(tree.apps, true).verdict).toBe('unknown');
    table.addOverride('route', TOKEN);
    expect(ask(tree.stack).toInternet(tree.apps, true).reason).toContain('does not define the route table');
  });
});

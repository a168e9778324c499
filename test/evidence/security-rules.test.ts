import fc from 'fast-check';
import { factsIn } from './support/pack';
import { Configuration } from '../check/support/json-source';

const GROUP = { resource_group_name: 'rg', location: 'westeurope' };

type Body = Record<string, unknown>;

/** A network with one subnet, and a security group that may be its own. */
function estate({
  rules = {},
  blocks,
  isAssociated = true,
  subnet = {},
  more = {},
}: Partial<Estate> = {}): Configuration {
  return {
    resource: {
      azurerm_virtual_network: { main: { ...GROUP, name: 'vnet', address_space: ['10.0.0.0/16'] } },
      azurerm_subnet: {
        app: {
          name: 'snet-app',
          resource_group_name: 'rg',
          virtual_network_name: '${azurerm_virtual_network.main.name}',
          address_prefixes: ['10.0.1.0/24'],
          ...subnet,
        },
      },
      azurerm_network_security_group: { app: { ...GROUP, name: 'nsg-app', security_rule: blocks } },
      azurerm_network_security_rule: Object.fromEntries(
        Object.entries(rules).map(([id, body]) => [id, { ...RULE, name: id, ...body }]),
      ),
      ...(isAssociated && {
        azurerm_subnet_network_security_group_association: {
          app: {
            subnet_id: '${azurerm_subnet.app.id}',
            network_security_group_id: '${azurerm_network_security_group.app.id}',
          },
        },
      }),
      ...more,
    },
  } as Configuration;
}

interface Estate {
  readonly rules: Record<string, Body>;
  readonly blocks: Body[];
  readonly isAssociated: boolean;
  readonly subnet: Body;
  readonly more: Record<string, Record<string, Body>>;
}

const RULE = {
  resource_group_name: 'rg',
  network_security_group_name: '${azurerm_network_security_group.app.name}',
  priority: 200,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  source_address_prefix: '10.0.0.0/8',
  source_port_range: '*',
  destination_address_prefix: 'VirtualNetwork',
  destination_port_ranges: ['443', '8080-8090'],
};

const rulesOf = (configuration: Configuration) => factsIn(configuration, 'security-rules.json');
const subnetOf = (configuration: Configuration) => rulesOf(configuration).subnets[0];
const inShort = ({ priority, name, access, from }: any) => [priority, name, access, from].join(' ');

const DEFAULT_INBOUND = [
  '65000 AllowVnetInBound Allow Azure',
  '65001 AllowAzureLoadBalancerInBound Allow Azure',
  '65500 DenyAllInBound Deny Azure',
];
const DEFAULT_OUTBOUND = [
  '65000 AllowVnetOutBound Allow Azure',
  '65001 AllowInternetOutBound Allow Azure',
  '65500 DenyAllOutBound Deny Azure',
];

describe('security-rules.json', () => {
  test('has each subnet with its group, and a rule with all that it says', () => {
    const { inbound, outbound, ...subnet } = subnetOf(
      estate({ rules: { web: {} }, subnet: { private_endpoint_network_policies: 'NetworkSecurityGroupEnabled' } }),
    );
    expect(subnet).toEqual({
      subnet: 'azurerm_subnet.app',
      name: 'snet-app',
      network: 'azurerm_virtual_network.main',
      addressPrefixes: ['10.0.1.0/24'],
      filtered: 'yes',
      securityGroup: { path: 'azurerm_network_security_group.app', name: 'nsg-app' },
      privateEndpointsFiltered: 'yes',
    });
    expect(inbound[0]).toEqual({
      priority: 200,
      name: 'web',
      access: 'Allow',
      protocol: 'Tcp',
      sources: ['10.0.0.0/8'],
      sourcePorts: ['*'],
      destinations: ['VirtualNetwork'],
      destinationPorts: ['443', '8080-8090'],
      from: 'configuration',
      path: 'azurerm_network_security_rule.web',
    });
    expect(inbound.slice(1).map(inShort)).toEqual(DEFAULT_INBOUND);
    expect(outbound.map(inShort)).toEqual(DEFAULT_OUTBOUND);
  });

  test('has the rules that Azure adds, as Microsoft documents them', () => {
    const { inbound, outbound } = subnetOf(estate());
    const all = { protocol: '*', sourcePorts: ['*'], destinationPorts: ['*'], from: 'Azure' };
    const [any, network] = [['*'], ['VirtualNetwork']];
    expect([...inbound, ...outbound]).toEqual([
      { ...all, priority: 65000, name: 'AllowVnetInBound', access: 'Allow', sources: network, destinations: network },
      {
        ...all,
        priority: 65001,
        name: 'AllowAzureLoadBalancerInBound',
        access: 'Allow',
        sources: ['AzureLoadBalancer'],
        destinations: any,
      },
      { ...all, priority: 65500, name: 'DenyAllInBound', access: 'Deny', sources: any, destinations: any },
      { ...all, priority: 65000, name: 'AllowVnetOutBound', access: 'Allow', sources: network, destinations: network },
      {
        ...all,
        priority: 65001,
        name: 'AllowInternetOutBound',
        access: 'Allow',
        sources: any,
        destinations: ['Internet'],
      },
      { ...all, priority: 65500, name: 'DenyAllOutBound', access: 'Deny', sources: any, destinations: any },
    ]);
  });

  test('says of a subnet without a group that nothing is filtered, not even by the rules of Azure', () => {
    expect(subnetOf(estate({ isAssociated: false }))).toMatchObject({
      filtered: 'no',
      because: 'it has no security group, so Azure filters nothing that enters or leaves it',
      privateEndpointsFiltered: 'no',
      inbound: [],
      outbound: [],
    });
  });

  test('says that private endpoints are not filtered where the subnet does not ask for it', () => {
    expect(subnetOf(estate()).privateEndpointsFiltered).toBe('no');
  });

  test('says what decides where a group, its rules or their values are not known', () => {
    const external = {
      azurerm_subnet_network_security_group_association: {
        app: {
          subnet_id: '${azurerm_subnet.app.id}',
          network_security_group_id: '${data.azurerm_network_security_group.hub.id}',
        },
      },
    };
    expect(subnetOf(estate({ more: external }))).toMatchObject({
      filtered: 'unknown',
      because:
        'the configuration does not say which security group azurerm_subnet.app has, or not with all of its rules',
      inbound: [],
    });
    const unknown = {
      ...RULE,
      priority: '${var.priority}',
      source_address_prefix: '${var.source}',
      access: '${var.access}',
      destination_port_ranges: ['443', '${var.port}'],
    };
    const { inbound } = subnetOf(estate({ rules: { first: { priority: 100 }, open: unknown } }));
    expect(inbound[0]).toEqual({
      name: 'open',
      protocol: 'Tcp',
      sources: [],
      sourcePorts: ['*'],
      destinations: ['VirtualNetwork'],
      destinationPorts: ['443'],
      from: 'configuration',
      path: 'azurerm_network_security_rule.open',
      unknown: [
        'priority: var.priority',
        'access: var.access',
        'source_address_prefix: var.source',
        'destination_port_ranges: var.port',
      ],
    });
    expect(inbound[1].name).toBe('first');
  });

  test('names application security groups by their paths, and reads rules that are blocks', () => {
    const blocks = [
      {
        name: 'block',
        priority: 150,
        direction: 'outbound',
        access: 'Deny',
        protocol: '*',
        source_application_security_group_ids: ['${azurerm_application_security_group.web.id}'],
        source_port_range: '*',
        destination_address_prefixes: ['Internet', '10.1.0.0/16'],
        destination_port_range: '*',
      },
    ];
    const more = { azurerm_application_security_group: { web: { ...GROUP, name: 'asg-web' } } };
    expect(subnetOf(estate({ blocks, more })).outbound[0]).toEqual({
      priority: 150,
      name: 'block',
      access: 'Deny',
      protocol: '*',
      sources: ['azurerm_application_security_group.web'],
      sourcePorts: ['*'],
      destinations: ['Internet', '10.1.0.0/16'],
      destinationPorts: ['*'],
      from: 'configuration',
      path: 'azurerm_network_security_group.app',
    });
  });

  test('names what may decide before all rules', () => {
    const more = { azurerm_network_manager_admin_rule: { all: { name: 'deny' } } };
    expect(rulesOf(estate({ more })).unknown).toEqual([
      'azurerm_network_manager_admin_rule.all may take precedence over what the configuration says',
    ]);
    expect(rulesOf(estate()).unknown).toEqual([]);
  });

  test('leaves out subnets that the pack is not about', () => {
    const isAsked = () => false;
    expect(factsIn(estate(), 'security-rules.json', { isAsked }).subnets).toEqual([]);
  });

  test('has rules in the order of Azure, however they are written', () => {
    const given = fc.uniqueArray(
      fc.record({
        priority: fc.integer({ min: 100, max: 4096 }),
        direction: fc.constantFrom('Inbound', 'Outbound', 'inbound'),
        isBlock: fc.boolean(),
      }),
      { maxLength: 12, selector: ({ priority }) => priority },
    );
    fc.assert(
      fc.property(given, (all) => {
        const named = all.map((rule) => ({ ...RULE, ...rule, name: `r${rule.priority}` }));
        const blocks = named.filter(({ isBlock }) => isBlock);
        const rules = Object.fromEntries(named.filter(({ isBlock }) => !isBlock).map((rule) => [rule.name, rule]));
        const { inbound, outbound } = subnetOf(estate({ blocks, rules }));
        // The oracle takes the rule with the lowest number that is left, again and again.
        const expected = (direction: string) => {
          const left = new Set(all.filter((rule) => rule.direction.toLowerCase() === direction));
          const names: string[] = [];
          while (left.size > 0) {
            const lowest = [...left].reduce((least, rule) => (rule.priority < least.priority ? rule : least));
            left.delete(lowest);
            names.push(`r${lowest.priority}`);
          }
          return names;
        };
        expect(inbound.slice(0, -3).map(({ name }: any) => name)).toEqual(expected('inbound'));
        expect(outbound.slice(0, -3).map(({ name }: any) => name)).toEqual(expected('outbound'));
      }),
      { numRuns: 60 },
    );
  });
});

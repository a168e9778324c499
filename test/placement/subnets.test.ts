import { newEstate } from './support/estate';
import { SecureServerlessSignalR } from '../../src';
import { LinuxWebApp, OsType, ServicePlan } from '../../src/appservice';
import { AppNetwork } from '../../src/architectures';
import { ManagedIdentity } from '../../src/identity';
import { Subnet, VirtualNetwork } from '../../src/network';
import { add } from '../support/plain-azurerm';
import { messageOf, newStack, problemsOf, synth } from '../support/synth';

describe('the addresses of a subnet', () => {
  const withEndpoints = (count: number, prefix: string, attributes: Record<string, unknown> = {}) => {
    const { stack, network, subnet, endpoint } = newEstate();
    const part = subnet('subnet', network('vnet'), prefix);
    Array.from({ length: count }, (_, i) => endpoint(`pe${i}`, part.ref(), attributes));
    return stack;
  };

  test('are enough for its endpoints', () => {
    expect(problemsOf(withEndpoints(4, '10.0.0.0/29'))).toEqual([
      '[network/subnet-full] subnet "subnet" (Prod/subnet) has 3 addresses in 10.0.0.0/29, since Azure reserves five of a range, but 4 are needed by Prod/pe0, Prod/pe1, Prod/pe2 and 1 others; give the subnet a wider range',
    ]);
    expect(() => synth(withEndpoints(3, '10.0.0.0/29'))).not.toThrow();
    expect(() => synth(withEndpoints(4, '10.0.0.0/28'))).not.toThrow();
  });

  test('are enough for all addresses of endpoints and network interfaces', () => {
    const { stack, network, subnet, endpoint, of } = newEstate();
    const part = subnet('subnet', network('vnet'), '10.0.0.0/29');
    endpoint('pe', part.ref(), {
      ip_configuration: [4, 5].map((host) => ({ name: `ip${host}`, private_ip_address: `10.0.0.${host}` })),
    });
    of('network_interface', 'nic', {
      ip_configuration: ['a', 'b'].map((name) => ({ name, subnet_id: part.ref() })),
    });
    expect(problemsOf(stack)[0]).toContain('[network/subnet-full]');
    expect(problemsOf(stack)[0]).toContain(
      'has 3 addresses in 10.0.0.0/29, since Azure reserves five of a range, but 4 are needed',
    );
  });

  test('are enough for the instances of the plans whose apps join it', () => {
    const withPlans = (...instances: unknown[]) => {
      const { stack, network, subnet, plan, app } = newEstate();
      const part = subnet('subnet', network('vnet'), '10.0.0.0/28');
      instances.forEach((count, i) => {
        const own = plan(`plan${i}`, 'P0v3', { worker_count: count });
        ['a', 'b'].forEach((name) => app(`app${i}${name}`, own, { virtual_network_subnet_id: part.ref() }));
      });
      return stack;
    };
    expect(problemsOf(withPlans(8, 4))).toEqual([
      '[network/subnet-full] subnet "subnet" (Prod/subnet) has 11 addresses in 10.0.0.0/28, since Azure reserves five of a range, but 12 are needed by Prod/plan0 and Prod/plan1; give the subnet a wider range',
    ]);
    expect(() => synth(withPlans(8, 3))).not.toThrow();
    expect(() => synth(withPlans(8, '${var.count}'))).not.toThrow();
  });

  describe('are enough for as many instances as a plan may grow to', () => {
    const autoscale = (maximum: unknown, attributes: Record<string, unknown> = {}) => ({
      profile: [{ name: 'day', capacity: { default: 1, minimum: 1, maximum } }],
      ...attributes,
    });
    const grown = (settings: Record<string, unknown>, setting?: Record<string, unknown>, size = 'P0v3') => {
      const { stack, network, subnet, plan, app, of } = newEstate();
      const part = subnet('subnet', network('vnet'), '10.0.0.0/28');
      const own = plan('plan', size, settings);
      app('app', own, { virtual_network_subnet_id: part.ref() });
      if (setting) of('monitor_autoscale_setting', 'scale', { target_resource_id: own.ref(), ...setting });
      return stack;
    };
    const full = (needed: number) => [
      `[network/subnet-full] subnet "subnet" (Prod/subnet) has 11 addresses in 10.0.0.0/28, since Azure reserves five of a range, but ${needed} are needed by Prod/plan; give the subnet a wider range`,
    ];

    test('by an autoscale setting', () => {
      expect(problemsOf(grown({ worker_count: 2 }, autoscale(12)))).toEqual(full(12));
      expect(() => synth(grown({ worker_count: 2 }, autoscale(11)))).not.toThrow();
      expect(problemsOf(grown({ worker_count: 20 }, autoscale(3)))).toEqual(full(20));
    });

    test('in the profile that has the most', () => {
      const [day] = autoscale(5).profile;
      const night = { name: 'night', capacity: { default: 1, minimum: 1, maximum: 15 } };
      expect(problemsOf(grown({}, { profile: [day, night] }))).toEqual(full(15));
    });

    test('unless the setting is off, or not known', () => {
      expect(() => synth(grown({}, autoscale(20, { enabled: false })))).not.toThrow();
      expect(() => synth(grown({}, autoscale(20, { enabled: '${var.on}' })))).not.toThrow();
      expect(() => synth(grown({}, autoscale('${var.most}')))).not.toThrow();
      expect(() => synth(grown({}, autoscale(20, { count: '${var.on}' })))).not.toThrow();
    });

    test('by itself', () => {
      const most = { maximum_elastic_worker_count: 20 };
      expect(problemsOf(grown(most, undefined, 'EP1'))).toEqual(full(20));
      expect(problemsOf(grown({ ...most, premium_plan_auto_scale_enabled: true }))).toEqual(full(20));
      expect(() => synth(grown({ ...most, premium_plan_auto_scale_enabled: '${var.on}' }))).not.toThrow();
      expect(() => synth(grown({ maximum_elastic_worker_count: '${var.most}' }, undefined, 'EP1'))).not.toThrow();
    });
  });

  test('are not counted for what may not be there, nor where the range is not known', () => {
    expect(() => synth(withEndpoints(9, '10.0.0.0/29', { count: '${var.count}' }))).not.toThrow();
    expect(() => synth(withEndpoints(9, '${var.range}'))).not.toThrow();
  });

  test('are enough for the endpoints of an architecture', () => {
    const define = (privateEndpointPrefixLength: number) => {
      const stack = newStack();
      new SecureServerlessSignalR(stack, 'Chat', {
        location: 'centralus',
        privateStorage: true,
        network: AppNetwork.define({ privateEndpointPrefixLength }),
      });
      return stack;
    };
    expect(problemsOf(define(29)).join()).toContain(
      '[network/subnet-full] subnet "snet-chat-endpoints-centralus" (Prod/Chat/VirtualNetwork/PrivateEndpointSubnet/Resource) has 3 addresses',
    );
    expect(() => synth(define(28))).not.toThrow();
  });
});

describe('a fixed address', () => {
  const withAddress = (address: string, prefix: string = '10.0.0.0/26') => {
    const { stack, network, subnet, endpoint } = newEstate();
    const part = subnet('subnet', network('vnet'), prefix);
    endpoint('pe', part.ref(), { ip_configuration: [{ name: 'static', private_ip_address: address }] });
    return stack;
  };

  test.each([
    ['10.0.1.4', '10.0.1.4 is outside 10.0.0.0/26 of subnet "subnet" (Prod/subnet); use an address inside'],
    ['10.0.0.0', 'which Azure reserves'],
    ['10.0.0.3', 'which Azure reserves'],
    ['10.0.0.63', 'which Azure reserves'],
    ['10.0.0', '"10.0.0" is not an IPv4 address'],
  ])('of a plain endpoint is one that Azure gives away: %s', (address, text) => {
    const [problem, ...others] = problemsOf(withAddress(address));
    expect(others).toEqual([]);
    expect(problem).toContain('[privatelink/static-ip] the private endpoint Prod/pe: ');
    expect(problem).toContain(text);
  });

  test.each(['10.0.0.4', '10.0.0.62', '${var.address}'])('is accepted inside: %s', (address) => {
    expect(() => synth(withAddress(address))).not.toThrow();
  });

  test('is not judged where the range is not known', () => {
    expect(() => synth(withAddress('10.9.0.1', '${var.range}'))).not.toThrow();
  });

  test.each([
    ['network_interface', 'ip_configuration', 'network/static-ip', 'network interface'],
    ['private_dns_resolver_inbound_endpoint', 'ip_configurations', 'dns/static-ip', 'inbound endpoint of a resolver'],
  ])('of %s lies in its subnet', (type, block, code, title) => {
    const { stack, network, subnet, of } = newEstate();
    const part = subnet('subnet', network('vnet'));
    of(type, 'it', { [block]: [{ name: 'a', subnet_id: part.ref(), private_ip_address: '10.0.2.4' }] });
    expect(problemsOf(stack)).toEqual([
      `[${code}] the ${title} Prod/it: 10.0.2.4 is outside 10.0.0.0/26 of subnet "subnet" (Prod/subnet); use an address inside`,
    ]);
  });
});

describe('an app', () => {
  test('joins no network with IPv6 ranges', () => {
    const joining = (...space: unknown[]) => {
      const { stack, network, subnet, plan, app } = newEstate();
      const part = subnet('subnet', network('vnet', { address_space: space }));
      app('app', plan('plan', 'P0v3'), { virtual_network_subnet_id: part.ref() });
      return stack;
    };
    expect(problemsOf(joining('10.0.0.0/16', 'fd00:db8::/48'))).toEqual([
      '[appservice/ipv6-network] the app Prod/app joins network "vnet" (Prod/vnet), which has the IPv6 range fd00:db8::/48, and App Service supports networks with IPv4 only; use another network, or remove the range',
    ]);
    expect(() => synth(joining('10.0.0.0/16', '${var.range}'))).not.toThrow();
  });

  test('joins no network that exists with IPv6 ranges', () => {
    const virtualNetworkId = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet';
    const joining = (...addressSpace: string[]) => {
      const { stack, resourceGroup } = newEstate();
      VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
        virtualNetworkId,
        virtualNetworkName: 'vnet',
        resourceGroupName: 'rg',
        location: 'centralus',
        addressSpace,
      });
      const subnetId = `${virtualNetworkId}/subnets/apps`;
      new LinuxWebApp(stack, 'App', {
        name: 'app-chat',
        resourceGroup,
        servicePlan: new ServicePlan(stack, 'Plan', { name: 'plan', resourceGroup, osType: OsType.LINUX }),
        identity: new ManagedIdentity(stack, 'Identity', { name: 'id-app', resourceGroup }),
        integrationSubnet: Subnet.fromSubnetAttributes(stack, 'Subnet', {
          subnetId,
          virtualNetworkId: virtualNetworkId.replace('vnet', 'VNET'),
        }),
      });
    };
    expect(messageOf(() => joining('10.0.0.0/16', 'fd00:db8::/48'))).toBe(
      'Prod/App: [appservice/ipv6-network] the network of subnet Prod/Subnet has the IPv6 range fd00:db8::/48, and App Service supports networks with IPv4 only; use another network',
    );
    expect(() => joining('10.0.0.0/16')).not.toThrow();
  });

  test('names its subnet in one place', () => {
    const joining = (own: Record<string, unknown>, connected: boolean = true) => {
      const { stack, network, subnet, plan, app } = newEstate();
      const part = subnet('subnet', network('vnet'));
      const site = app('app', plan('plan', 'P0v3'), own.isOwn ? { virtual_network_subnet_id: part.ref() } : {});
      if (own.ignore) site.addOverride('lifecycle', { ignore_changes: ['virtual_network_subnet_id'] });
      if (connected) connect(stack, site, part);
      return stack;
    };
    expect(problemsOf(joining({ isOwn: true }))).toEqual([
      '[appservice/two-integrations] the app Prod/app has virtual_network_subnet_id, and Prod/Connection connects it too; azurerm rejects the connection, and each plan would undo one of the two; remove one',
    ]);
    expect(() => synth(joining({ isOwn: true, ignore: true }))).not.toThrow();
    expect(() => synth(joining({ isOwn: false }))).not.toThrow();
    expect(() => synth(joining({ isOwn: true }, false))).not.toThrow();
  });

  test.each([
    [
      'S1',
      6,
      'appservice/slot-limit',
      'has 6 slots in addition to production, but a plan of the size S1 supports 5 slots; use a larger plan, such as P0v3 for 20, or remove some',
    ],
    ['P1v3', 21, 'appservice/slot-limit', 'supports 20 slots; remove some'],
    [
      'B1',
      1,
      'appservice/slot-on-basic',
      'has 1 slot in addition to production, but a plan of the size B1 supports no slots',
    ],
    ['F1', 1, 'appservice/slot-on-basic', 'supports no slots'],
    ['Y1', 2, 'appservice/slot-limit', 'supports 1 slot'],
  ])('on %s has no more slots than its plan takes', (size, count, code, text) => {
    const withSlots = (sku: string, slots: number) => {
      const { stack, plan, app, slot } = newEstate();
      const site = app('app', plan('plan', sku));
      Array.from({ length: slots }, (_, i) => slot(`slot${i}`, site));
      return stack;
    };
    const [problem, ...others] = problemsOf(withSlots(size, count));
    expect(others).toEqual([]);
    expect(problem).toContain(`[${code}] the app Prod/app `);
    expect(problem).toContain(text);
    expect(() => synth(withSlots(size, count - 1))).not.toThrow();
    expect(() => synth(withSlots('${var.size}', count))).not.toThrow();
  });
});

function connect(stack: ReturnType<typeof newEstate>['stack'], app: { ref(): string }, subnet: { ref(): string }) {
  add(stack, 'azurerm_app_service_virtual_network_swift_connection', 'Connection', {
    app_service_id: app.ref(),
    subnet_id: subnet.ref(),
  });
}

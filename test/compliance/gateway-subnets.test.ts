import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { NetworkSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { addNetwork, findingOf, statusesOf } from '../support/answers';
import { add } from '../support/plain-azurerm';
import { newStack } from '../support/synth';

const PLACE = { resourceGroupName: 'rg', location: 'centralus' };
const FROM_INTERNET = {
  name: 'https',
  priority: 100,
  direction: 'Inbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: 'Internet',
  sourcePortRange: '*',
  destinationAddressPrefix: '*',
  destinationPortRange: '443',
};

/** What stands in a subnet so that the internet can call it. */
const GATEWAYS: [what: string, define: (stack: TerraformStack, subnetId: string) => unknown][] = [
  [
    'an Application Gateway',
    (stack, subnet_id) =>
      add(stack, 'azurerm_application_gateway', 'Gateway', {
        name: 'agw',
        gateway_ip_configuration: [{ name: 'ip', subnet_id }],
      }),
  ],
  [
    'an API Management service',
    (stack, subnet_id) =>
      add(stack, 'azurerm_api_management', 'Gateway', {
        name: 'apim',
        virtual_network_type: 'External',
        virtual_network_configuration: [{ subnet_id }],
      }),
  ],
  [
    'a bastion host',
    (stack, subnet_id) =>
      add(stack, 'azurerm_bastion_host', 'Gateway', { name: 'bas', ip_configuration: [{ name: 'ip', subnet_id }] }),
  ],
];

/** A security group that lets HTTPS in from the internet, on a subnet. */
function newGuardedSubnet(rule: Partial<typeof FROM_INTERNET> = {}) {
  const stack = newStack();
  const { network, subnet } = addNetwork(stack, 'Edge', '10.0.0.0/24');
  const securityRule = [{ ...FROM_INTERNET, ...rule }];
  const group = new NetworkSecurityGroup(stack, 'Guard', { ...PLACE, name: 'guard', securityRule });
  const guard = (id: string, { id: subnetId }: Subnet) =>
    new SubnetNetworkSecurityGroupAssociation(stack, id, { subnetId, networkSecurityGroupId: group.id });
  guard('Guards', subnet);
  return { stack, network, subnet, group, guard };
}

describe('a rule that lets HTTPS in from the internet', () => {
  test('is wrong for a subnet without a gateway', () => {
    expect(statusesOf('NET6', newGuardedSubnet().group)).toEqual(['violated']);
  });

  describe.each(GATEWAYS)('for the subnet of %s', (_, define) => {
    test.each(['Internet', '*', '0.0.0.0/0'])('is not judged, from %s', (sourceAddressPrefix) => {
      const { stack, subnet, group } = newGuardedSubnet({ sourceAddressPrefix });
      define(stack, subnet.id);
      const { status, reason } = findingOf('NET6', group);
      expect(status).toBe('not applicable');
      expect(reason).toContain('Prod/Gateway');
    });

    test('is not judged where it is a resource of its own', () => {
      const { stack, subnet, group } = newGuardedSubnet();
      group.resetSecurityRule();
      const rule = new NetworkSecurityRule(stack, 'Rule', {
        ...FROM_INTERNET,
        resourceGroupName: 'rg',
        networkSecurityGroupName: group.name,
      });
      expect(statusesOf('NET6', rule)).toEqual(['violated']);
      define(stack, subnet.id);
      expect(statusesOf('NET6', rule)).toEqual(['not applicable']);
    });

    test('is wrong where the group is also that of another subnet', () => {
      const { stack, network, subnet, group, guard } = newGuardedSubnet();
      define(stack, subnet.id);
      guard(
        'GuardsOther',
        new Subnet(stack, 'Other', {
          resourceGroupName: 'rg',
          name: 'other',
          virtualNetworkName: network.name,
          addressPrefixes: ['10.0.1.0/24'],
        }),
      );
      expect(statusesOf('NET6', group)).toEqual(['violated']);
    });
  });

  test('is wrong where the gateway is in another subnet', () => {
    const { stack, network, group } = newGuardedSubnet();
    const other = new Subnet(stack, 'Other', {
      resourceGroupName: 'rg',
      name: 'other',
      virtualNetworkName: network.name,
      addressPrefixes: ['10.0.1.0/24'],
    });
    GATEWAYS[0][1](stack, other.id);
    expect(statusesOf('NET6', group)).toEqual(['violated']);
  });

  test.each<[what: string, ports: string, gateway: object, status: string]>([
    ['a port that no gateway listens on', '22', {}, 'violated'],
    ['all ports', '*', {}, 'violated'],
    ['a range with other ports', '80-443', {}, 'violated'],
    ['a listener of its own', '8443', { frontend_port: [{ name: 'https', port: 8443 }] }, 'not applicable'],
    ['a listener that a variable decides', '8443', { frontend_port: '${var.ports}' }, 'unknown'],
    ['a port that a variable decides', '${var.port}', {}, 'unknown'],
  ])('is judged by its ports: %s', (_, destinationPortRange, gateway, status) => {
    const { stack, subnet, group } = newGuardedSubnet({ destinationPortRange });
    const gateway_ip_configuration = [{ name: 'ip', subnet_id: subnet.id }];
    add(stack, 'azurerm_application_gateway', 'Gateway', { name: 'agw', gateway_ip_configuration, ...gateway });
    expect(statusesOf('NET6', group)).toEqual([status]);
  });

  test.each([
    ['Internal', 'violated'],
    ['${var.type}', 'unknown'],
  ])('is judged by the type of an API Management service: %s', (virtual_network_type, status) => {
    const { stack, subnet, group } = newGuardedSubnet();
    const virtual_network_configuration = [{ subnet_id: subnet.id }];
    add(stack, 'azurerm_api_management', 'Gateway', { virtual_network_type, virtual_network_configuration });
    expect(statusesOf('NET6', group)).toEqual([status]);
  });

  test('is not judged for the subnet that Azure reserves for bastion hosts', () => {
    const { subnet, group } = newGuardedSubnet();
    subnet.name = 'AzureBastionSubnet';
    expect(statusesOf('NET6', group)).toEqual(['not applicable']);
  });

  test('is wrong where the group also guards a network interface', () => {
    const { stack, subnet, group } = newGuardedSubnet();
    GATEWAYS[0][1](stack, subnet.id);
    add(stack, 'azurerm_network_interface_security_group_association', 'Machine', {
      network_interface_id: 'nic',
      network_security_group_id: group.id,
    });
    expect(statusesOf('NET6', group)).toEqual(['violated']);
  });

  test('is not known to be wrong where a variable names the subnet of the gateway', () => {
    const { stack, group } = newGuardedSubnet();
    GATEWAYS[0][1](stack, new TerraformVariable(stack, 'gateway_subnet', {}).stringValue);
    const { status, reason } = findingOf('NET6', group);
    expect(status).toBe('unknown');
    expect(reason).toContain('var.gateway_subnet');
  });

  test.each(['gateway_ip_configuration', 'dynamic'])(
    'is not known to be wrong where only Terraform knows the subnets of a gateway: %s',
    (block) => {
      const { stack, group } = newGuardedSubnet();
      const content = { name: 'ip', subnet_id: '${gateway_ip_configuration.value}' };
      const dynamic = { gateway_ip_configuration: { for_each: '${var.subnets}', content } };
      const given = block === 'dynamic' ? { dynamic } : { [block]: '${var.places}' };
      add(stack, 'azurerm_application_gateway', 'Gateway', { name: 'agw', ...given });
      expect(statusesOf('NET6', group)).toEqual(['unknown']);
    },
  );
});

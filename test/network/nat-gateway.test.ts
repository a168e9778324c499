import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput } from 'cdktf';
import { AddressRange, NatGateway, NatGatewayProps, VirtualNetwork } from '../../src/network';
import { graphOf } from '../support/graph';
import { armId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, readable, synth } from '../support/synth';

const NAT_GATEWAY_ID = armId('Microsoft.Network/natGateways', 'ng');

const GROUP = '${azurerm_resource_group.Group.name}';

function newGateway(props: Partial<NatGatewayProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  return { stack, resourceGroup, gateway: new NatGateway(stack, 'Nat', { name: 'ng-test', resourceGroup, ...props }) };
}

describe('NatGateway', () => {
  test('has a public address of its own', () => {
    const { stack } = newGateway();
    expect(only(stack, 'azurerm_nat_gateway')).toEqual({
      name: 'ng-test',
      location: 'centralus',
      resource_group_name: GROUP,
    });
    expect(only(stack, 'azurerm_public_ip')).toEqual({
      name: 'pip-ng-test',
      location: 'centralus',
      resource_group_name: GROUP,
      allocation_method: 'Static',
      sku: 'Standard',
    });
    expect(only(stack, 'azurerm_nat_gateway_public_ip_association')).toEqual({
      nat_gateway_id: '${azurerm_nat_gateway.Nat.id}',
      public_ip_address_id: '${azurerm_public_ip.Nat_PublicIp.id}',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('puts itself and its address into one zone, with the same tags', () => {
    const tags = { team: 'chat' };
    const { stack } = newGateway({ zone: '2', idleTimeoutInMinutes: 10, publicIpName: 'pip-out', tags });
    expect(only(stack, 'azurerm_nat_gateway')).toMatchObject({ zones: ['2'], idle_timeout_in_minutes: 10, tags });
    expect(only(stack, 'azurerm_public_ip')).toMatchObject({ name: 'pip-out', zones: ['2'], tags });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('tells the address that its calls come from', () => {
    const { stack, gateway } = newGateway();
    new TerraformOutput(stack, 'address', { value: gateway.publicIpAddress });
    expect(readable(stack).output!.address.value).toBe('${azurerm_public_ip.Nat_PublicIp.ip_address}');
  });

  test('uses its provider for all its resources', () => {
    const { stack, resourceGroup } = newGroup();
    const provider = new AzurermProvider(stack, 'other', { alias: 'other', features: [{}] });
    new NatGateway(stack, 'Nat', { name: 'ng-test', resourceGroup, provider });
    const types = ['azurerm_nat_gateway', 'azurerm_public_ip', 'azurerm_nat_gateway_public_ip_association'];
    expect(types.map((type) => only(stack, type).provider)).toEqual(types.map(() => 'azurerm.other'));
  });

  test('has its address before a subnet uses it', () => {
    const { stack, resourceGroup, gateway } = newGateway();
    const network = new VirtualNetwork(stack, 'Network', {
      name: 'vnet-test',
      resourceGroup,
      addressSpace: ['10.0.0.0/24'],
    });
    network.addSubnet('Apps', { name: 'apps', addressRange: AddressRange.prefixLength(26), natGateway: gateway });
    expect([
      ...graphOf(readable(stack)).get('azurerm_subnet_nat_gateway_association.Network_Apps_NatGatewayAssociation')!,
    ]).toEqual(expect.arrayContaining(['azurerm_nat_gateway_public_ip_association.Nat_PublicIpAssociation']));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('reports every violation at once', () => {
    const props = { name: '-', publicIpName: 'a b', idleTimeoutInMinutes: 121, zone: 'a', location: 'mars' };
    expect(messageOf(() => newGateway(props))).toBe(
      [
        'Prod/Nat: [network/name] "-" is not a NAT gateway name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Nat: [network/name] "a b" is not a public IP address name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Nat: [network/nat-idle-timeout] 121 minutes given; use a whole number from 4 to 120',
        'Prod/Nat: [network/zone] "a" is not an availability zone; use "1", "2" or "3"',
        'Prod/Nat: [core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
      ].join('\n'),
    );
  });

  test.each([3, 4.5])('refuses %d minutes', (idleTimeoutInMinutes) => {
    expect(messageOf(() => newGateway({ idleTimeoutInMinutes }))).toBe(
      `Prod/Nat: [network/nat-idle-timeout] ${idleTimeoutInMinutes} minutes given; use a whole number from 4 to 120`,
    );
  });

  test.each([4, 120])('takes %d minutes', (idleTimeoutInMinutes) => {
    expect(() => newGateway({ idleTimeoutInMinutes })).not.toThrow();
  });

  test('refuses a name that leaves no room for that of its address', () => {
    expect(messageOf(() => newGateway({ name: 'n'.repeat(80) }))).toContain('is not a public IP address name');
  });

  test('does not judge what is only known when Terraform runs', () => {
    const unknown = '${TfToken[TOKEN.1]}';
    expect(() => newGateway({ name: unknown, zone: unknown })).not.toThrow();
  });

  test('may be an existing one, for which nothing waits', () => {
    const { stack, resourceGroup } = newGroup();
    const natGateway = NatGateway.fromNatGatewayAttributes(stack, 'Nat', { natGatewayId: NAT_GATEWAY_ID });
    const network = new VirtualNetwork(stack, 'Network', {
      name: 'vnet',
      resourceGroup,
      addressSpace: ['10.0.0.0/24'],
    });
    network.addSubnet('Apps', { name: 'apps', addressRange: AddressRange.prefixLength(26), natGateway });
    expect(only(stack, 'azurerm_subnet_nat_gateway_association')).toEqual({
      subnet_id: '${azurerm_subnet.Network_Apps.id}',
      nat_gateway_id: NAT_GATEWAY_ID,
    });
  });
});

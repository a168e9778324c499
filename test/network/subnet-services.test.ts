import { TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { Subnet, SubnetDelegation, VirtualNetwork } from '../../src/network';
import { messageOf, newStack, only } from '../support/synth';

const NEWER = 'or list a newer one in the construct context "azureSubnetServices"';
const JOIN = 'Microsoft.Network/virtualNetworks/subnets/join/action';

type Change = Partial<Pick<ConstructorParameters<typeof Subnet>[2], 'serviceEndpoints' | 'delegation'>>;

function subnetWith(change: Change, context?: Readonly<Record<string, unknown>>) {
  const stack = newStack('Prod', context);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
  const virtualNetwork = new VirtualNetwork(stack, 'Network', {
    name: 'vnet',
    resourceGroup,
    addressSpace: ['10.0.0.0/16'],
  });
  new Subnet(stack, 'Subnet', { name: 'snet', virtualNetwork, addressPrefix: '10.0.0.0/24', ...change });
  return only(stack, 'azurerm_subnet');
}

describe('Service endpoints of a subnet', () => {
  test.each([
    [['Microsoft.KeyVault', 'Microsoft.Storage']],
    [['Microsoft.Storage.Global', 'Microsoft.CognitiveServices']],
    [['Microsoft.Web', 'Microsoft.Sql', 'Microsoft.ServiceBus', 'Microsoft.EventHub']],
  ])('are taken: %j', (serviceEndpoints) => {
    expect(subnetWith({ serviceEndpoints }).service_endpoints).toEqual(serviceEndpoints);
  });

  test.each([
    [
      ['Microsoft.Keyvalt'],
      `"Microsoft.Keyvalt" is not a service with service endpoints; use Microsoft.KeyVault, ${NEWER}`,
    ],
    [['KeyVault'], `"KeyVault" is not a service with service endpoints; use Microsoft.KeyVault, ${NEWER}`],
    [
      ['microsoft.storage'],
      `"microsoft.storage" is not a service with service endpoints; use Microsoft.Storage, ${NEWER}`,
    ],
    [['Microsoft.SQL'], `"Microsoft.SQL" is not a service with service endpoints; use Microsoft.Sql, ${NEWER}`],
    [
      ['Microsoft.SignalRService'],
      `"Microsoft.SignalRService" is not a service with service endpoints; use one such as Microsoft.KeyVault, ${NEWER}`,
    ],
    [[''], `"" is not a service with service endpoints; use one such as Microsoft.KeyVault, ${NEWER}`],
    [
      ['Microsoft.Storage', 'Microsoft.Storage.Global'],
      'Microsoft.Storage and Microsoft.Storage.Global given, of which a subnet accepts one; leave one out: the global one serves accounts of all regions',
    ],
  ])('are refused: %j', (serviceEndpoints, message) => {
    expect(messageOf(() => subnetWith({ serviceEndpoints }))).toBe(
      `Prod/Subnet: [network/service-endpoint] ${message}`,
    );
  });

  test('may be newer than this library', () => {
    const context = { azureSubnetServices: ['Microsoft.NewService'] };
    expect(subnetWith({ serviceEndpoints: ['Microsoft.NewService'] }, context).service_endpoints).toEqual([
      'Microsoft.NewService',
    ]);
  });

  test('are not judged where only Terraform knows them', () => {
    const variable = new TerraformVariable(newStack(), 'services', {});
    expect(() => subnetWith({ serviceEndpoints: variable.listValue })).not.toThrow();
    expect(() => subnetWith({ serviceEndpoints: [variable.stringValue] })).not.toThrow();
  });
});

describe('Delegation of a new subnet', () => {
  test.each([
    [
      SubnetDelegation.to('Microsoft.Web/serverfarm', JOIN),
      `"Microsoft.Web/serverfarm" is not a service that subnets are delegated to; use Microsoft.Web/serverFarms, ${NEWER}`,
    ],
    [
      SubnetDelegation.to('Microsoft.Web/serverfarms', JOIN),
      `"Microsoft.Web/serverfarms" is not a service that subnets are delegated to; use Microsoft.Web/serverFarms, ${NEWER}`,
    ],
    [
      SubnetDelegation.to('Microsoft.SignalRService/signalR', JOIN),
      `"Microsoft.SignalRService/signalR" is not a service that subnets are delegated to; use one such as Microsoft.ContainerInstance/containerGroups, ${NEWER}`,
    ],
    [
      SubnetDelegation.to('Microsoft.App/environments', 'Microsoft.Network/virtualNetworks/subnets/joins/action'),
      `"Microsoft.Network/virtualNetworks/subnets/joins/action" is not an action of a delegation; use ${JOIN}, ${NEWER}`,
    ],
  ])('is refused: %j', (delegation, message) => {
    expect(messageOf(() => subnetWith({ delegation }))).toBe(`Prod/Subnet: [network/delegation] ${message}`);
  });

  test('may be newer than this library', () => {
    const context = { azureSubnetServices: ['Contoso.Network/things'] };
    const delegation = SubnetDelegation.to('Contoso.Network/things', JOIN);
    expect(JSON.stringify(subnetWith({ delegation }, context).delegation)).toContain('Contoso.Network/things');
  });

  test('of an existing subnet is not azurerm\u2019s', () => {
    const stack = newStack();
    const subnetId = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet';
    const virtualNetworkId = subnetId.slice(0, subnetId.indexOf('/subnets'));
    const delegation = SubnetDelegation.to('Contoso.Network/things', JOIN);
    expect(() => Subnet.fromSubnetAttributes(stack, 'Old', { subnetId, virtualNetworkId, delegation })).not.toThrow();
  });
});

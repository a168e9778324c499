import { TerraformStack } from 'cdktf';
import { AppNetwork, Naming, network } from '../../src';
import { newApp } from '../support/app';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, resources, synth, warnings } from '../support/synth';

const ADDRESS = { privateEndpointIpAddress: '10.0.0.70' };
const configuration = (name: string) => [
  { name, private_ip_address: '10.0.0.70', subresource_name: 'signalr', member_name: 'signalr' },
];

describe('the fixed address of the private endpoint of the service', () => {
  test('is that of its IP configuration, in both architectures', () => {
    expect(only(newApp(ADDRESS).stack, 'azurerm_private_endpoint').ip_configuration).toEqual(configuration('static'));
    const { stack } = newChat(ADDRESS);
    const found = resources(stack, 'azurerm_private_endpoint').map((endpoint) => endpoint.ip_configuration);
    expect(found.filter(Boolean)).toEqual([configuration('static')]);
  });

  test('has an IP configuration by the naming', () => {
    const naming = Naming.of({ privateEndpointIpConfiguration: 'ipconfig1' });
    const { stack } = newApp({ ...ADDRESS, naming });
    expect(only(stack, 'azurerm_private_endpoint').ip_configuration).toEqual(configuration('ipconfig1'));
  });

  test('is none by default, and a name for it is then left over', () => {
    expect(only(newApp().stack, 'azurerm_private_endpoint').ip_configuration).toBeUndefined();
    const { stack } = newApp({ naming: Naming.of({ privateEndpointIpConfiguration: 'ipconfig1' }) });
    expect(warnings(stack)).toEqual([
      expect.stringContaining('[core/name-unused] naming names privateEndpointIpConfiguration, but no resource'),
    ]);
  });

  test.each([4, 5] as const)('is valid for azurerm %d', (major) => {
    const stack = newStack('Prod', { azurermMajor: major });
    expect(schemaViolations(synth(newApp(ADDRESS, stack).stack), major)).toEqual([]);
  });

  test('is refused before anything is defined, where it is outside of the new subnet', () => {
    const stack = newStack();
    expect(messageOf(() => newApp({ privateEndpointIpAddress: '10.0.0.10' }, stack))).toBe(
      'Prod/Chat/SignalR/PrivateEndpoint: [privatelink/static-ip] 10.0.0.10 is outside 10.0.0.64/27 of the subnet of the private endpoints; use an address inside',
    );
    expect(synth(stack).resource).toBeUndefined();
  });

  test('is refused where Azure reserves it, or it is none', () => {
    expect(messageOf(() => newApp({ privateEndpointIpAddress: '10.0.0.66' }))).toContain(
      '[privatelink/static-ip] 10.0.0.66 is among the first four addresses or the last of 10.0.0.64/27',
    );
    expect(messageOf(() => newApp({ privateEndpointIpAddress: 'ten' }))).toContain(
      '[privatelink/static-ip] "ten" is not an IPv4 address; use one such as 10.0.0.4',
    );
  });

  test('is held to an existing subnet, where its range is known', () => {
    const existing = (stack: TerraformStack, addressPrefix?: string) => {
      const virtualNetworkId = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet';
      const subnet = (name: string, prefix?: string) =>
        network.Subnet.fromSubnetAttributes(stack, name, {
          subnetId: `${virtualNetworkId}/subnets/${name}`,
          virtualNetworkId,
          addressPrefix: prefix,
        });
      return AppNetwork.existing({
        virtualNetwork: network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
          virtualNetworkId,
          virtualNetworkName: 'vnet',
          resourceGroupName: 'rg',
          location: 'centralus',
        }),
        integrationSubnet: subnet('apps'),
        privateEndpointSubnet: subnet('endpoints', addressPrefix),
      });
    };
    const [known, unknown] = [newStack(), newStack()];
    expect(messageOf(() => newApp({ ...ADDRESS, network: existing(known, '10.1.0.0/24') }, known))).toBe(
      'Prod/Chat/SignalR/PrivateEndpoint: [privatelink/static-ip] 10.0.0.70 is outside 10.1.0.0/24 of subnet Prod/endpoints; use an address inside',
    );
    newApp({ ...ADDRESS, network: existing(unknown) }, unknown);
    expect(only(unknown, 'azurerm_private_endpoint').ip_configuration).toEqual(configuration('static'));
  });
});

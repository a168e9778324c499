import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { TerraformVariable } from 'cdktf';
import { ISubnet } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { Cors, SignalRService } from '../../src/signalr';
import { newNetwork } from '../support/network';
import { messageOf, synth } from '../support/synth';

const ADDRESS = '10.0.0.40';

/** The network, and endpoints of services of their own. */
function newParts() {
  const parts = newNetwork();
  const { stack, resourceGroup, zone } = parts;
  const ours = (id: string, subnet: ISubnet, staticIpAddress?: string) => {
    const cors = Cors.allowOrigins('https://example.com');
    const service = new SignalRService(stack, id, { name: `chat-${id.toLowerCase()}`, resourceGroup, cors });
    const name = `pep-${id}`;
    return service.addPrivateEndpoint('Endpoint', {
      name,
      resourceGroup,
      subnet,
      dns: DnsIntegration.zone(zone),
      staticIpAddress,
    });
  };
  const plain = (subnetId: string, privateIpAddress: string) =>
    new PrivateEndpoint(stack, 'Plain', {
      name: 'pep-plain',
      location: 'centralus',
      resourceGroupName: 'rg-test',
      subnetId,
      privateServiceConnection: { name: 'c', isManualConnection: false, privateConnectionResourceId: '${var.target}' },
      ipConfiguration: [{ name: 'static', privateIpAddress }],
    });
  return { ...parts, ours, plain };
}

type Parts = ReturnType<typeof newParts>;

describe('two endpoints with one static address', () => {
  test.each<[string, (parts: Parts) => unknown]>([
    ['both of the library', ({ ours, endpointSubnet }) => ours('Second', endpointSubnet, ADDRESS)],
    ['of which one is written by hand', ({ plain, endpointSubnet }) => plain(endpointSubnet.subnetId, ADDRESS)],
    [
      'of which one has two addresses',
      ({ plain, endpointSubnet }) =>
        plain(endpointSubnet.subnetId, '10.0.0.41').putIpConfiguration([
          { name: 'first', privateIpAddress: '10.0.0.41' },
          { name: 'second', privateIpAddress: ADDRESS },
        ]),
    ],
  ])('in one subnet are refused: %s', (_, define) => {
    const message = messageOf(() => {
      const parts = newParts();
      parts.ours('First', parts.endpointSubnet, ADDRESS);
      define(parts);
      synth(parts.stack);
    });
    expect(message).toContain('[privatelink/duplicate-address]');
    expect(message).toContain(ADDRESS);
    expect(message).toContain('Prod/First/Endpoint');
  });

  test.each<[string, (parts: Parts) => unknown]>([
    ['has another address', ({ ours, endpointSubnet }) => ours('Second', endpointSubnet, '10.0.0.41')],
    ['has no static address', ({ ours, endpointSubnet }) => ours('Second', endpointSubnet)],
    [
      'has an address that only Terraform knows',
      ({ stack, ours, endpointSubnet }) =>
        ours('Second', endpointSubnet, new TerraformVariable(stack, 'address', {}).stringValue),
    ],
    [
      'is in a subnet that only Terraform knows',
      ({ stack, plain }) => plain(new TerraformVariable(stack, 'subnet', {}).stringValue, ADDRESS),
    ],
    [
      'is in another network',
      ({ plain }) =>
        plain(
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/other/subnets/pe',
          ADDRESS,
        ),
    ],
    ['is left out', ({ plain, endpointSubnet }) => plain(endpointSubnet.subnetId, ADDRESS).addOverride('count', 0)],
  ])('are accepted where the second %s', (_, define) => {
    const parts = newParts();
    new TerraformVariable(parts.stack, 'target', {});
    parts.ours('First', parts.endpointSubnet, ADDRESS);
    define(parts);
    expect(() => synth(parts.stack)).not.toThrow();
  });
});

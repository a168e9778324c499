import { TerraformStack, TerraformVariable } from 'cdktf';
import { SecureSignalRApp } from '../../src';
import { AppNetwork } from '../../src/architectures/app-network';
import { ConnectivityReport, Origin, OriginKind, Verdict } from '../../src/connectivity';
import { AddressRange, RuleAddress } from '../../src/network';
import { NetworkAccess, RequestType } from '../../src/signalr';
import { add } from '../support/plain-azurerm';
import { newStack } from '../support/synth';

const RANGE = '10.0.0.128/26';

/** A chat whose endpoints let some addresses in, with a subnet for a proxy. */
function setUp(privateClients: string = RANGE) {
  const stack = newStack();
  const chat = new SecureSignalRApp(stack, 'Chat', {
    location: 'centralus',
    networkAccess: NetworkAccess.privateOnly(),
    network: AppNetwork.define({ privateClients: RuleAddress.cidr(privateClients) }),
  });
  const { subnetId } = chat.addSubnet('Proxies', { name: 'snet-proxies', addressRange: AddressRange.cidr(RANGE) });
  return { stack, chat, subnetId };
}

const gateway = (stack: TerraformStack, id: string, subnetId: string) =>
  add(stack, 'azurerm_application_gateway', id, {
    name: `agw-${id}`,
    gateway_ip_configuration: [{ name: 'gateway', subnet_id: subnetId }],
  });

const clientPath = (stack: TerraformStack, origin: Origin, { signalr }: SecureSignalRApp) =>
  ConnectivityReport.of(stack).path(origin, signalr, RequestType.CLIENT_CONNECTION);

describe('a proxy in a subnet', () => {
  test.each<[string, (stack: TerraformStack, subnetId: string) => ReturnType<typeof gateway>]>([
    ['application gateway', (stack, subnetId) => gateway(stack, 'front', subnetId)],
    [
      'API Management service',
      (stack, subnetId) =>
        add(stack, 'azurerm_api_management', 'front', {
          name: 'apim-front',
          virtual_network_type: 'External',
          virtual_network_configuration: [{ subnet_id: subnetId }],
        }),
    ],
  ])('is a place that requests come from: %s', (_, define) => {
    const { stack, chat, subnetId } = setUp();
    const proxy = define(stack, subnetId);
    expect(clientPath(stack, Origin.of(proxy), chat)).toMatchObject({
      verdict: Verdict.ALLOWED,
      via: 'Prod/Chat/SignalR/PrivateEndpoint/Resource',
    });
  });

  test('is denied where the endpoints let others in alone', () => {
    const { stack, chat, subnetId } = setUp('10.9.0.0/24');
    const proxy = gateway(stack, 'front', subnetId);
    expect(clientPath(stack, Origin.of(proxy), chat)).toMatchObject({
      verdict: Verdict.DENIED,
      code: 'network/denied',
    });
  });

  test('is one place with others in the subnet', () => {
    const { stack, chat, subnetId } = setUp();
    const [one, two] = ['one', 'two'].map((id) => gateway(stack, id, subnetId));
    const { origins } = ConnectivityReport.of(stack).data;
    expect(
      origins.filter(({ kind }) => kind === OriginKind.SUBNET).map(({ name, hosts }) => [name, hosts.length]),
    ).toEqual([
      [expect.stringMatching(/^app-chat/), 1],
      ['agw-one, agw-two', 2],
    ]);
    expect(clientPath(stack, Origin.of(one), chat)).toEqual(clientPath(stack, Origin.of(two), chat));
  });

  test('is no place where only Terraform knows the subnet', () => {
    const { stack } = setUp();
    gateway(stack, 'front', new TerraformVariable(stack, 'subnet', {}).stringValue);
    const names = ConnectivityReport.of(stack).data.origins.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('agw'))).toEqual([]);
  });
});

import { App, TerraformStack, Testing } from 'cdktf';
import { EXAMPLES } from '../../examples/stacks';
import {
  AppHost,
  AppNetwork,
  AppOutbound,
  dns,
  network,
  privatelink,
  SecureSignalRAppProps,
  signalr,
  SecureServerlessSignalRProps,
} from '../../src';
import { newApp } from '../support/app';
import { verdicts } from '../support/connectivity';
import { newChat } from '../support/serverless';
import { newStack } from '../support/synth';

const { AccessRules, NetworkAccess, RequestType } = signalr;
const { DnsIntegration } = privatelink;
const VNET = '/subscriptions/0/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet';

function existingNetwork(stack: TerraformStack) {
  const virtualNetworkId = VNET;
  const subnet = (id: string, subnetId: string) =>
    network.Subnet.fromSubnetAttributes(stack, id, { subnetId, virtualNetworkId });
  return AppNetwork.existing({
    virtualNetwork: network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId,
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg-net',
      location: 'centralus',
    }),
    integrationSubnet: subnet('Apps', `${VNET}/subnets/apps`),
    privateEndpointSubnet: subnet('Endpoints', `${VNET}/subnets/endpoints`),
  });
}

function existingZone(stack: TerraformStack) {
  const zoneName = 'privatelink.service.signalr.net';
  const zoneId = `/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones/${zoneName}`;
  return dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', { zoneId, zoneName });
}

/**
 * What Azure does with the requests of each place, by hand: first what the service's name resolves to there, then client,
 * server, REST, trace.
 */
const APPS: [
  architecture: string,
  props: (stack: TerraformStack) => Partial<SecureSignalRAppProps>,
  lines: string[],
][] = [
  [
    'the default',
    () => ({}),
    ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
  ],
  [
    'nothing over the internet',
    () => ({ networkAccess: NetworkAccess.privateOnly() }),
    ['internet public - - - -', 'subnet private + + + -', 'private endpoint private + + + -'],
  ],
  [
    'servers alone at the endpoint',
    () => ({
      networkAccess: NetworkAccess.custom({
        publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
        privateEndpoints: AccessRules.allow(RequestType.SERVER_CONNECTION),
      }),
    }),
    ['internet public + - - -', 'subnet private - + - -', 'private endpoint private - + - -'],
  ],
  [
    'trace from the own network',
    () => ({
      networkAccess: NetworkAccess.custom({
        privateEndpoints: AccessRules.allow(RequestType.SERVER_CONNECTION, RequestType.REST_API, RequestType.TRACE),
      }),
    }),
    ['internet public - - - -', 'subnet private - + + +', 'private endpoint private - + + +'],
  ],
  [
    'a fixed public address for other traffic',
    () => ({ network: AppNetwork.define({ outbound: AppOutbound.natGateway() }) }),
    ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
  ],
  [
    'a firewall for other traffic, also within the network where its route wins over that of the endpoint',
    () => ({ network: AppNetwork.define({ outbound: AppOutbound.firewall('10.9.0.4') }) }),
    ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
  ],
  [
    'a zone of others, linked by this app',
    (stack) => ({ dns: DnsIntegration.zone(existingZone(stack)) }),
    ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
  ],
  [
    'own DNS servers, which may answer anything; what is refused everywhere is refused',
    (stack) => ({
      network: AppNetwork.define({ dnsServers: ['10.9.0.10'] }),
      dns: DnsIntegration.customServers(existingZone(stack)),
    }),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - + + -'],
  ],
  [
    'a zone that Azure Policy attaches',
    () => ({ dns: DnsIntegration.managedByPolicy() }),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - + + -'],
  ],
  [
    'an existing network, whose DNS servers, security groups and routes are not in the tree',
    (stack) => ({ network: existingNetwork(stack) }),
    ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - + + -'],
  ],
  [
    'a Windows app',
    () => ({ host: AppHost.windowsWebApp({}) }),
    ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'],
  ],
];

describe('SecureSignalRApp', () => {
  test.each(APPS)('%s', (_, props, lines) => {
    const stack = newStack();
    newApp(props(stack), stack);
    expect(verdicts(stack)).toEqual(lines);
  });

  test('in the US government and in China has the names of those clouds', () => {
    const lines = ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'];
    expect(verdicts(newApp({ location: 'usgovvirginia' }).stack)).toEqual(lines);
    expect(verdicts(newApp({ location: 'chinaeast2' }).stack)).toEqual(lines);
  });
});

const SERVERLESS: [string, (stack: TerraformStack) => Partial<SecureServerlessSignalRProps>, string[]][] = [
  [
    'the default',
    () => ({}),
    ['internet public + - - -', 'subnet private - - + -', 'private endpoint private - - + -'],
  ],
  [
    'nothing over the internet',
    () => ({ networkAccess: NetworkAccess.privateOnly() }),
    ['internet public - - - -', 'subnet private + + + -', 'private endpoint private + + + -'],
  ],
];

describe('SecureServerlessSignalR', () => {
  test.each(SERVERLESS)('%s', (_, props, lines) => {
    const stack = newStack();
    newChat(props(stack), stack);
    expect(verdicts(stack)).toEqual(lines);
  });
});

describe('examples', () => {
  const reportOf = (name: string) => {
    const app: App = Testing.app();
    EXAMPLES[name](app);
    return verdicts(app);
  };

  test('blue-green: slot and second app leave through the same subnet', () => {
    expect(reportOf('blue-green')).toEqual([
      'internet public + - - -',
      'subnet private - + + -',
      'private endpoint private - + + -',
    ]);
  });

  test('hub-and-spoke: each app reaches its own service alone, since spokes are not peered; a gateway that the tree lacks decides for clients on premises', () => {
    const [chat, support] = [reportOf('hub-and-spoke')].flatMap((lines) => [lines.slice(0, 5), lines.slice(5)]);
    expect(chat.map((line) => line.replace(/^[^:]*: /, ''))).toEqual([
      'internet public + - - -',
      'subnet private + + + -',
      'subnet private - - - -',
      'on-premises private ? ? ? -',
      'private endpoint private + + + -',
    ]);
    expect(support.map((line) => line.replace(/^[^:]*: /, ''))).toEqual([
      'internet public + - - -',
      'subnet private - - - -',
      'subnet private + + + -',
      'on-premises private ? ? ? -',
      'private endpoint private + + + -',
    ]);
  });
});

import { Testing } from 'cdktf';
import { EXAMPLES } from '../../examples/stacks';
import { AppDns, AppHost, AppNetwork, dns, FunctionHost, privatelink, signalr } from '../../src';
import { ConnectivityReport, ResolutionKind } from '../../src/connectivity';
import { newApp } from '../support/app';
import { verdicts } from '../support/connectivity';
import { newChat } from '../support/serverless';
import { newStack } from '../support/synth';

const { NetworkAccess } = signalr;
const { DnsIntegration } = privatelink;
type Stack = ReturnType<typeof newStack>;

const PUBLIC_CLIENTS = () => NetworkAccess.publicClientsPrivateServers();
const PRIVATE_ONLY = () => NetworkAccess.privateOnly();
const SERVERLESS = () => NetworkAccess.serverlessPublicClients();

const ZONES = [
  'privatelink.service.signalr.net',
  'privatelink.azurewebsites.net',
  'privatelink.vaultcore.azure.net',
  ...['blob', 'queue', 'table', 'file'].map((service) => `privatelink.${service}.core.windows.net`),
];

/** Zones of others. */
const zonesIn = (stack: Stack) =>
  ZONES.map((zoneName) => {
    const zoneId = `/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones/${zoneName}`;
    return dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, zoneName.replace(/\./g, '-'), { zoneId, zoneName });
  });
const ownServers = () => AppNetwork.define({ dnsServers: ['10.9.0.10'] });

/** The five ways in which names may be kept, for both architectures. */
const WAYS = {
  newZone: { app: () => ({ dns: DnsIntegration.newZone() }), chat: () => ({ dns: AppDns.newZones() }) },
  zone: {
    app: (stack: Stack) => ({ dns: DnsIntegration.zone(zonesIn(stack)[0]) }),
    chat: (stack: Stack) => ({ dns: AppDns.zones(...zonesIn(stack)) }),
  },
  customServers: {
    app: (stack: Stack) => ({ dns: DnsIntegration.customServers(zonesIn(stack)[0]), network: ownServers() }),
    chat: (stack: Stack) => ({ dns: AppDns.customServers(...zonesIn(stack)), network: ownServers() }),
  },
  managedByPolicy: {
    app: () => ({ dns: DnsIntegration.managedByPolicy() }),
    chat: () => ({ dns: AppDns.managedByPolicy() }),
  },
  recordsOnly: { app: () => ({ dns: DnsIntegration.recordsOnly() }), chat: () => ({ dns: AppDns.recordsOnly() }) },
};
type Way = keyof typeof WAYS;

/**
 * What Azure does, by hand: client, server, REST, trace from the internet, from the apps, and at the endpoint. Where
 * others answer names, what only the endpoint, or only the public endpoint, lets in is not known.
 */
const MATRIX: [access: () => signalr.NetworkAccess, ways: Way[], answer: string, signs: [string, string, string]][] = [
  [PUBLIC_CLIENTS, ['newZone', 'zone'], 'private', ['+ - - -', '- + + -', '- + + -']],
  [PUBLIC_CLIENTS, ['customServers', 'managedByPolicy', 'recordsOnly'], 'unknown', ['+ - - -', '? ? ? -', '- + + -']],
  [PRIVATE_ONLY, ['newZone', 'zone'], 'private', ['- - - -', '+ + + -', '+ + + -']],
  [PRIVATE_ONLY, ['customServers', 'managedByPolicy', 'recordsOnly'], 'unknown', ['- - - -', '? ? ? -', '+ + + -']],
];
const SERVERLESS_MATRIX: typeof MATRIX = [
  ...MATRIX,
  [SERVERLESS, ['newZone', 'zone'], 'private', ['+ - - -', '- - + -', '- - + -']],
  [SERVERLESS, ['customServers', 'managedByPolicy', 'recordsOnly'], 'unknown', ['+ - - -', '? - ? -', '- - + -']],
];

const casesOf = (matrix: typeof MATRIX) =>
  matrix.flatMap(([access, ways, answer, [internet, subnet, endpoint]]) =>
    ways.map((way) => ({
      way,
      access,
      lines: [`internet public ${internet}`, `subnet ${answer} ${subnet}`, `private endpoint ${answer} ${endpoint}`],
    })),
  );

test.each(casesOf(MATRIX))('SecureSignalRApp, names by $way: $lines', ({ way, access, lines }) => {
  const stack = newStack();
  newApp({ networkAccess: access(), ...WAYS[way].app(stack) }, stack);
  expect(verdicts(stack)).toEqual(lines);
});

test.each(casesOf(SERVERLESS_MATRIX))('SecureServerlessSignalR, names by $way: $lines', ({ way, access, lines }) => {
  const stack = newStack();
  newChat({ networkAccess: access(), ...WAYS[way].chat(stack) }, stack);
  expect(verdicts(stack)).toEqual(lines);
});

const SERVERLESS_LINES = ['internet public + - - -', 'subnet private - - + -', 'private endpoint private - - + -'];

test.each([
  ['Linux', () => FunctionHost.linux()],
  ['Windows', () => FunctionHost.windows()],
  ['Flex Consumption', () => FunctionHost.flexConsumption()],
])('a function app on %s', (_, host) => {
  const stack = newStack();
  newChat({ host: host() }, stack);
  expect(verdicts(stack)).toEqual(SERVERLESS_LINES);
});

test.each([
  ['centralus', 'service.signalr.net'],
  ['usgovvirginia', 'signalr.azure.us'],
  ['chinaeast2', 'signalr.azure.cn'],
])('in %s names end in %s', (location, domain) => {
  const hosts = { linux: AppHost.linuxWebApp(), windows: AppHost.windowsWebApp() };
  for (const host of Object.values(hosts)) {
    const { stack } = newApp({ location, host });
    const { paths } = ConnectivityReport.of(stack).data;
    const { chain } = paths.map(({ resolution }) => resolution).find(({ kind }) => kind === ResolutionKind.PRIVATE)!;
    expect(chain[0].endsWith(`.${domain}`)).toBe(true);
    expect(chain[1].endsWith(`.privatelink.${domain}`)).toBe(true);
  }
});

test.each([
  ['quick-start', ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -']],
  ['serverless', SERVERLESS_LINES],
  ['governed', ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -']],
  // Nothing is known of the existing network, and no app calls.
  ['custom-domain', ['internet public + - - -', 'private endpoint unknown - - + -']],
])('example %s', (name, lines) => {
  const app = Testing.app();
  EXAMPLES[name](app);
  expect(verdicts(app)).toEqual(lines);
});

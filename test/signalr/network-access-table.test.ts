import { AccessRules, DefaultAction, NetworkAccess, NetworkOrigin, RequestType } from '../../src/signalr';

const { CLIENT_CONNECTION, SERVER_CONNECTION, REST_API, TRACE } = RequestType;
const TYPES = [CLIENT_CONNECTION, SERVER_CONNECTION, REST_API, TRACE];
const PUBLIC = NetworkOrigin.publicNetwork();
const ENDPOINT = NetworkOrigin.privateEndpoint();
const UNLISTED = NetworkOrigin.privateEndpoint(AccessRules.allow());

const PRESETS: Record<string, NetworkAccess> = {
  publicClientsPrivateServers: NetworkAccess.publicClientsPrivateServers(),
  privateOnly: NetworkAccess.privateOnly(),
  serverlessPublicClients: NetworkAccess.serverlessPublicClients(),
  'custom()': NetworkAccess.custom({}),
  'default Allow': NetworkAccess.custom({ defaultAction: DefaultAction.ALLOW }),
  'default Allow, servers and REST denied publicly': NetworkAccess.custom({
    defaultAction: DefaultAction.ALLOW,
    publicNetwork: AccessRules.deny(SERVER_CONNECTION, REST_API),
  }),
  'default Allow, trace denied at endpoints, public access off': NetworkAccess.custom({
    publicNetworkAccess: false,
    defaultAction: DefaultAction.ALLOW,
    privateEndpoints: AccessRules.deny(TRACE),
  }),
  'servers alone at endpoints': NetworkAccess.custom({
    publicNetwork: AccessRules.allow(CLIENT_CONNECTION),
    privateEndpoints: AccessRules.allow(SERVER_CONNECTION),
  }),
};

/** What Azure decides, by hand: client, server, REST, trace; `+` is let in. */
const TABLE: [preset: string, origin: string, verdicts: string][] = [
  ['publicClientsPrivateServers', 'public network', '+ - - -'],
  ['publicClientsPrivateServers', 'endpoint', '- + + -'],
  ['publicClientsPrivateServers', 'endpoint without a list', '- - - -'],
  ['privateOnly', 'public network', '- - - -'],
  ['privateOnly', 'endpoint', '+ + + -'],
  ['privateOnly', 'endpoint without a list', '- - - -'],
  ['serverlessPublicClients', 'public network', '+ - - -'],
  ['serverlessPublicClients', 'endpoint', '- - + -'],
  ['serverlessPublicClients', 'endpoint without a list', '- - - -'],
  ['custom()', 'public network', '- - - -'],
  ['custom()', 'endpoint', '- - - -'],
  ['default Allow', 'public network', '+ + + +'],
  ['default Allow', 'endpoint', '+ + + +'],
  ['default Allow', 'endpoint without a list', '+ + + +'],
  ['default Allow, servers and REST denied publicly', 'public network', '+ - - +'],
  ['default Allow, servers and REST denied publicly', 'endpoint', '+ + + +'],
  ['default Allow, trace denied at endpoints, public access off', 'public network', '- - - -'],
  ['default Allow, trace denied at endpoints, public access off', 'endpoint', '+ + + -'],
  ['servers alone at endpoints', 'public network', '+ - - -'],
  ['servers alone at endpoints', 'endpoint', '- + - -'],
];

describe('NetworkAccess.evaluate', () => {
  test.each(TABLE)('%s: %s lets in %s', (preset, place, verdicts) => {
    const origin = { 'public network': PUBLIC, endpoint: ENDPOINT, 'endpoint without a list': UNLISTED }[place]!;
    const decided = TYPES.map((type) => (PRESETS[preset].evaluate(origin, type).allowed ? '+' : '-')).join(' ');
    expect(decided).toBe(verdicts);
  });

  test('knows every preset in the table', () => {
    expect(new Set(TABLE.map(([preset]) => preset))).toEqual(new Set(Object.keys(PRESETS)));
  });
});

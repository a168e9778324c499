import * as fc from 'fast-check';
import { AccessRules, DefaultAction, NetworkAccess, NetworkOrigin, RequestType } from '../../src/signalr';

const { CLIENT_CONNECTION, SERVER_CONNECTION, REST_API, TRACE } = RequestType;
const ALL = Object.values(RequestType);
const PUBLIC = NetworkOrigin.publicNetwork();
const ENDPOINT = NetworkOrigin.privateEndpoint();

const allowedFrom = (access: NetworkAccess, origin: NetworkOrigin) =>
  ALL.filter((type) => access.evaluate(origin, type).allowed);

describe('NetworkAccess presets', () => {
  test.each([
    ['publicClientsPrivateServers', [CLIENT_CONNECTION], [SERVER_CONNECTION, REST_API]],
    ['privateOnly', [], [SERVER_CONNECTION, CLIENT_CONNECTION, REST_API]],
    ['serverlessPublicClients', [CLIENT_CONNECTION], [REST_API]],
  ] as const)('%s', (preset, fromPublic, fromEndpoint) => {
    const access = NetworkAccess[preset]();
    expect(allowedFrom(access, PUBLIC)).toEqual(fromPublic);
    expect(allowedFrom(access, ENDPOINT).sort()).toEqual([...fromEndpoint].sort());
    expect(access._problems()).toEqual([]);
  });

  test('never let trace in, and never let a server in from the public network', () => {
    const presets = [
      NetworkAccess.publicClientsPrivateServers(),
      NetworkAccess.privateOnly(),
      NetworkAccess.serverlessPublicClients(),
    ];
    presets.forEach((access) => {
      expect(allowedFrom(access, ENDPOINT)).not.toContain(TRACE);
      expect(allowedFrom(access, PUBLIC).filter((type) => type !== CLIENT_CONNECTION)).toEqual([]);
    });
  });
});

describe('NetworkAccess.evaluate', () => {
  test('tells the rule that decides', () => {
    const access = NetworkAccess.publicClientsPrivateServers();
    expect(access.evaluate(PUBLIC, CLIENT_CONNECTION)).toEqual({
      allowed: true,
      reason: 'the rules of the public network allow ClientConnection',
    });
    expect(access.evaluate(PUBLIC, SERVER_CONNECTION)).toEqual({
      allowed: false,
      reason: 'no rule of the public network names ServerConnection, and the default action denies it',
    });
    expect(NetworkAccess.privateOnly().evaluate(PUBLIC, REST_API)).toEqual({
      allowed: false,
      reason: 'public network access is disabled, whatever the rules say',
    });
    const open = NetworkAccess.custom({
      defaultAction: DefaultAction.ALLOW,
      privateEndpoints: AccessRules.deny(TRACE),
    });
    expect(open.evaluate(ENDPOINT, TRACE)).toEqual({
      allowed: false,
      reason: 'the rules of the private endpoint deny Trace',
    });
    expect(open.evaluate(ENDPOINT, REST_API)).toEqual({
      allowed: true,
      reason: 'no rule of the private endpoint names RESTAPI, and the default action allows it',
    });
  });

  const types = fc.uniqueArray(fc.constantFrom(...ALL));
  const rules = fc.oneof(
    types.map((list) => AccessRules.allow(...list)),
    types.map((list) => AccessRules.deny(...list)),
  );
  const accesses = fc.record({
    publicNetworkAccess: fc.boolean(),
    defaultAction: fc.constantFrom(DefaultAction.ALLOW, DefaultAction.DENY),
    publicNetwork: rules,
    privateEndpoints: rules,
  });
  const origins = fc.oneof(
    fc.constant(PUBLIC),
    fc.option(rules).map((own) => NetworkOrigin.privateEndpoint(own ?? undefined)),
  );

  test('public network access off denies all public traffic, whatever the rules', () => {
    fc.assert(
      fc.property(accesses, (access) => {
        const closed = NetworkAccess.custom({ ...access, publicNetworkAccess: false });
        expect(allowedFrom(closed, PUBLIC)).toEqual([]);
      }),
    );
  });

  test('under Deny exactly the allow list passes, so an endpoint without a list is blocked', () => {
    fc.assert(
      fc.property(types, (list) => {
        const access = NetworkAccess.custom({ privateEndpoints: AccessRules.allow(...list) });
        expect(allowedFrom(access, ENDPOINT).sort()).toEqual([...list].sort());
        expect(allowedFrom(access, NetworkOrigin.privateEndpoint(AccessRules.allow()))).toEqual([]);
      }),
    );
  });

  test('under Allow everything but the deny list passes', () => {
    fc.assert(
      fc.property(types, (list) => {
        const access = NetworkAccess.custom({
          defaultAction: DefaultAction.ALLOW,
          publicNetwork: AccessRules.deny(...list),
        });
        expect(allowedFrom(access, PUBLIC)).toEqual(ALL.filter((type) => !list.includes(type)));
      }),
    );
  });

  test("an endpoint's own list replaces the common one and changes nothing for the public network", () => {
    fc.assert(
      fc.property(accesses, rules, fc.constantFrom(...ALL), (access, own, type) => {
        const common = NetworkAccess.custom(access);
        const replaced = NetworkAccess.custom({ ...access, privateEndpoints: own });
        expect(common.evaluate(NetworkOrigin.privateEndpoint(own), type)).toEqual(replaced.evaluate(ENDPOINT, type));
        expect(common.evaluate(PUBLIC, type)).toEqual(replaced.evaluate(PUBLIC, type));
      }),
    );
  });

  test('a list that has problems would be refused by azurerm, and one that has none is not', () => {
    fc.assert(
      fc.property(accesses, (access) => {
        const codes = NetworkAccess.custom(access)
          ._problems()
          .map(({ code }) => code);
        const allow = access.defaultAction === DefaultAction.ALLOW;
        const lists = [access.publicNetwork, access.privateEndpoints];
        const refused = lists.some(({ allowed, denied }) => (allow ? allowed : denied).length > 0);
        expect(codes.some((code) => code !== 'nac/dead-public-rule')).toBe(refused);
      }),
    );
  });

  test('always gives a reason that names the request type or the switch', () => {
    fc.assert(
      fc.property(accesses, origins, fc.constantFrom(...ALL), (access, origin, type) => {
        const { reason } = NetworkAccess.custom(access).evaluate(origin, type);
        expect(reason.includes(type) || reason.startsWith('public network access is disabled')).toBe(true);
      }),
    );
  });
});

describe('NetworkAccess problems', () => {
  test.each([
    [
      { defaultAction: DefaultAction.ALLOW, publicNetwork: AccessRules.allow(TRACE) },
      'nac/allow-list-with-default-allow',
      'the default action is Allow, but an allow list (Trace) is given for the public network; use AccessRules.deny(...) or DefaultAction.DENY',
    ],
    [
      { privateEndpoints: AccessRules.deny(TRACE, REST_API) },
      'nac/deny-list-with-default-deny',
      'the default action is Deny, but a deny list (Trace, RESTAPI) is given for private endpoints; use AccessRules.allow(...) or DefaultAction.ALLOW',
    ],
    [
      { publicNetworkAccess: false, publicNetwork: AccessRules.allow(CLIENT_CONNECTION) },
      'nac/dead-public-rule',
      'public network access is disabled, but its rules allow ClientConnection; remove the rules or enable public network access',
    ],
  ])('%j', (access, code, message) => {
    expect(NetworkAccess.custom(access)._problems()).toEqual([{ code, message }]);
  });
});

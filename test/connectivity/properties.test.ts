import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import fc from 'fast-check';
import { ConnectivityReport, Origin, ResolutionKind, Verdict } from '../../src/connectivity';
import { AccessRules, DefaultAction, NetworkAccess, NetworkOrigin, RequestType } from '../../src/signalr';
import { newPlainChat, OTHER_ENDPOINT_ID, PlainChatOptions } from '../support/plain-chat';

const TYPES = Object.values(RequestType);
const types = fc.subarray(TYPES);

/** Lists as azurerm takes them: allow lists with default Deny, deny lists with default Allow. */
const access = fc
  .record({ isDeny: fc.boolean(), isOn: fc.boolean(), open: types, shut: types, isListed: fc.boolean() })
  .map(({ isDeny, isOn, open, shut, isListed }) => {
    const rulesOf = (list: RequestType[]) => (isDeny ? AccessRules.allow(...list) : AccessRules.deny(...list));
    return { isDeny, isOn, isListed, publicNetwork: rulesOf(open), privateEndpoints: rulesOf(shut), open, shut };
  });

const options = fc.record({ hasLink: fc.boolean(), hasIntegration: fc.boolean(), hasEndpoint: fc.boolean() });

function listOf(isDeny: boolean, list: RequestType[]) {
  if (list.length === 0) return {};
  return isDeny ? { allowedRequestTypes: list } : { deniedRequestTypes: list };
}

function newChat(given: typeof access extends fc.Arbitrary<infer T> ? T : never, plain: PlainChatOptions) {
  const { isDeny, isOn, isListed, open, shut } = given;
  const chat = newPlainChat({
    ...plain,
    lists: { defaultAction: isDeny ? 'Deny' : 'Allow', publicNetwork: listOf(isDeny, open) },
  });
  chat.service.publicNetworkAccessEnabled = isOn;
  if (chat.endpoint && isListed) chat.acl!.putPrivateEndpoint([{ id: chat.endpoint.id, ...listOf(isDeny, shut) }]);
  else if (chat.endpoint) chat.acl!.putPrivateEndpoint([{ id: OTHER_ENDPOINT_ID }]);
  else chat.acl!.resetPrivateEndpoint();
  return chat;
}

const allowed = ({ data }: ConnectivityReport) =>
  data.paths
    .filter(({ verdict }) => verdict === Verdict.ALLOWED)
    .map(({ origin, requestType }) => `${origin} ${requestType}`);

describe('for any lists', () => {
  test('a report never says allowed where the lists deny, and says denied at the internet where they do', () => {
    fc.assert(
      fc.property(access, options, (given, plain) => {
        const { stack, endpoint } = newChat(given, plain);
        const policy = NetworkAccess.custom({
          publicNetworkAccess: given.isOn,
          defaultAction: given.isDeny ? DefaultAction.DENY : DefaultAction.ALLOW,
          publicNetwork: given.publicNetwork,
          privateEndpoints: given.isListed ? given.privateEndpoints : AccessRules.allow(),
        });
        const isLet = (via: string, type: string) => {
          const origin = via === endpoint?.node.path ? NetworkOrigin.privateEndpoint() : NetworkOrigin.publicNetwork();
          return policy.evaluate(origin, type as RequestType).allowed;
        };
        const { paths } = ConnectivityReport.of(stack).data;
        paths.forEach(({ verdict, via, requestType, origin }) => {
          if (verdict === Verdict.ALLOWED) expect(isLet(via, requestType)).toBe(true);
          if (origin === 'internet') expect(verdict === Verdict.ALLOWED).toBe(isLet(via, requestType));
        });
        expect(paths.length).toBe(4 * (endpoint ? 3 : 2));
      }),
      { numRuns: 40 },
    );
  });

  test('removing the zone link always flips private resolution', () => {
    fc.assert(
      fc.property(access, (given) => {
        const resolution = (hasLink: boolean) => {
          const { stack, app, service } = newChat(given, { hasLink });
          return ConnectivityReport.of(stack).path(Origin.of(app), service, RequestType.TRACE).resolution.kind;
        };
        expect([resolution(true), resolution(false)]).toEqual([ResolutionKind.PRIVATE, ResolutionKind.PUBLIC]);
      }),
      { numRuns: 40 },
    );
  });

  test('adding an endpoint without a list never opens anything, but the endpoint itself under default Allow', () => {
    fc.assert(
      fc.property(access, options, (given, plain) => {
        const { stack, service, endpointSubnet } = newChat(given, plain);
        const before = allowed(ConnectivityReport.of(stack));
        const { node } = new PrivateEndpoint(stack, 'Another', {
          name: 'pep-2',
          location: 'centralus',
          resourceGroupName: 'rg',
          subnetId: endpointSubnet.id,
          privateServiceConnection: {
            name: 'c',
            isManualConnection: false,
            privateConnectionResourceId: service.id,
            subresourceNames: ['signalr'],
          },
        });
        const report = ConnectivityReport.of(stack);
        const own = report.data.paths.filter(({ origin }) => origin === node.path);
        // Azure decides over an endpoint that a list does not name, where the list names none.
        const refused = plain.hasEndpoint ? Verdict.DENIED : Verdict.UNKNOWN;
        expect(own.map(({ verdict }) => verdict)).toEqual(TYPES.map(() => (given.isDeny ? refused : Verdict.ALLOWED)));
        const opened = allowed(report).filter((path) => !before.includes(path));
        expect(opened.filter((path) => !path.startsWith(`${node.path} `))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformStack } from 'cdktf';
import { identity, privatelink, SecureSignalRApp, SecureSignalRAppProps, signalr } from '../../src';
import { newApp } from '../support/app';
import { newCertificate } from '../support/domain';
import { SERVICE_ID } from '../support/ids';
import { targetOf } from '../support/links';
import { messageOf, synth } from '../support/synth';

const { AccessRules, DefaultAction, NetworkAccess, RequestType, Sku } = signalr;
const { CLIENT_CONNECTION, REST_API, SERVER_CONNECTION } = RequestType;
const HUB_SERVER = AccessRules.allow(SERVER_CONNECTION, REST_API);

describe('SecureSignalRApp refuses, of its service,', () => {
  test.each<[string, Partial<SecureSignalRAppProps>, string]>([
    [
      'units that the tier has not',
      { sku: Sku.standard(11) },
      '[signalr/capacity] Standard_S1 with 11 units given; use 1 to 10, 20, 30 ... 100',
    ],
    [
      'a connection timeout that Azure does not take',
      { signalrSettings: { serverlessConnectionTimeoutInSeconds: 121 } },
      '[signalr/serverless-timeout] a connection timeout of 121 seconds given; use 1 to 120',
    ],
    [
      'a timeout that Terraform cannot read',
      { signalrSettings: { timeouts: { create: '1 hour' } } },
      '[core/timeouts] "1 hour" given as the timeout to create the resource; use hours, minutes and seconds, such as 90m or 1h30m',
    ],
    [
      'an allow list where all is allowed',
      {
        networkAccess: NetworkAccess.custom({
          defaultAction: DefaultAction.ALLOW,
          publicNetwork: AccessRules.allow(CLIENT_CONNECTION),
        }),
      },
      '[nac/allow-list-with-default-allow] the default action is Allow, but an allow list (ClientConnection) is given for the public network; use AccessRules.deny(...) or DefaultAction.DENY',
    ],
    [
      'a deny list where all is denied',
      {
        networkAccess: NetworkAccess.custom({
          publicNetwork: AccessRules.deny(REST_API),
          privateEndpoints: HUB_SERVER,
        }),
      },
      '[nac/deny-list-with-default-deny] the default action is Deny, but a deny list (RESTAPI) is given for the public network; use AccessRules.allow(...) or DefaultAction.ALLOW',
    ],
    [
      'no log type, where the logs are sent',
      { signalrSettings: { logTypes: [] } },
      '[logs/nothing-recorded] the logs of the service are sent, but logTypes is empty, so the service records none; name types, or leave logTypes out for all',
    ],
  ])('%s', (_, props, message) => {
    expect(messageOf(() => newApp(props))).toBe(`Prod/Chat/SignalR: ${message}`);
  });
});

describe('SecureSignalRApp refuses, when the stack is validated,', () => {
  test('live trace that nobody can look at', () => {
    const { stack } = newApp({ signalrSettings: { liveTrace: [signalr.LogType.MESSAGING] } });
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/Chat/SignalR] [nac/trace-unreachable] live trace is on, but no network allows Trace, so no one can read the trace; allow RequestType.TRACE or leave liveTrace out',
    );
  });

  test('a second access control list of its service', () => {
    const { stack, chat } = newApp();
    new SignalrServiceNetworkAcl(stack, 'Raw', {
      signalrServiceId: chat.signalr.serviceId,
      defaultAction: 'Deny',
      publicNetwork: {},
    });
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod] [nac/duplicate] Prod/Chat/SignalR/NetworkAcl and Prod/Raw are access control lists of one service, and each overwrites the other; keep one, and give its rules as NetworkAccess',
    );
  });

  test('two identities that its service is given by hand', () => {
    const { stack, chat } = newApp();
    const identityIds = [chat.identity.identityId, chat.identity.identityId];
    chat.signalr.resource.putIdentity({ type: 'UserAssigned', identityIds });
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/Chat/SignalR] [signalr/identity] identity "UserAssigned" with 2 user-assigned identities given; a service accepts one, so use ServiceIdentity.systemAssigned() or .userAssigned(identity)',
    );
  });
});

describe('the service of SecureSignalRApp refuses', () => {
  type Act = (chat: SecureSignalRApp, stack: TerraformStack) => unknown;

  test.each<[string, Act, string]>([
    [
      'a shared private link to what links do not lead to',
      ({ signalr: service }, stack) =>
        service.addSharedPrivateLink('Link', {
          target: targetOf(stack, 'Target', SERVICE_ID, privatelink.PrivateLinkSubresource.SIGNALR),
        }),
      'Prod/Chat/SignalR/Link: [sharedlink/target] Prod/Target has sub-resource signalr, but a shared private link connects to a web or function app (sites) or a Key Vault (vault), not to a slot; use one of these',
    ],
    [
      'an upstream in Default mode',
      ({ signalr: service }) => service.addUpstream(signalr.Upstream.to(signalr.UpstreamUrl.of('https://example.com'))),
      'Prod/Chat/SignalR: [signalr/upstream-requires-serverless] upstreams are given, but the service is in Default mode, which calls no upstreams; use ServiceMode.SERVERLESS',
    ],
    [
      'a certificate of its own below the Premium tier, and without an identity',
      ({ signalr: service }, stack) =>
        service.addCustomCertificate('Certificate', { name: 'chat', certificate: newCertificate(stack) }),
      [
        'Prod/Chat/SignalR/Certificate: [signalr/custom-domain-requires-premium] Standard_S1 cannot have certificates of its own; choose Sku.premium(1) or higher',
        'Prod/Chat/SignalR/Certificate: [signalr/certificate-identity] Prod/Chat/SignalR has no identity that could read the certificate; give it ServiceIdentity.userAssigned(...) or ServiceIdentity.systemAssigned()',
      ].join('\n'),
    ],
    [
      'a host that has another service',
      (chat, stack) => {
        const other = new SecureSignalRApp(stack, 'Support', { location: 'centralus' });
        chat.signalr.connectServer(other.webApp);
      },
      'Prod/Chat/SignalR: [signalr/second-service] Prod/Support/WebApp finds Prod/Support/SignalR in the app setting Azure__SignalR__ConnectionString already, which this service would replace; use ConnectionSettings.aspNetCoreEndpoint(name)',
    ],
    [
      'a role that does not suffice',
      ({ signalr: service, webApp }) => service.connectServer(webApp, { role: identity.Role.SIGNALR_REST_API_READER }),
      'Prod/Chat/SignalR: [identity/role-mode] Prod/Chat/WebApp cannot be a hub server with the role SignalR REST API Reader, which does not permit auth/accessKey/action, and serverConnection/write of Microsoft.SignalRService/SignalR; use the role SignalR App Server',
    ],
    [
      'rules for an endpoint of another service',
      (chat, stack) => {
        const other = new SecureSignalRApp(stack, 'Support', { location: 'centralus' });
        chat.signalr.addAccessRules(other.privateEndpoint, HUB_SERVER);
      },
      'Prod/Chat/SignalR: [nac/unknown-endpoint] rules are given for Prod/Support/SignalR/PrivateEndpoint, which connects to Prod/Support/SignalR; give rules for an endpoint of this service',
    ],
  ])('%s', (_, act, message) => {
    const { stack, chat } = newApp();
    expect(messageOf(() => act(chat, stack))).toBe(message);
  });
});

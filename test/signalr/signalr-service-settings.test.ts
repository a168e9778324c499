import { TerraformVariable } from 'cdktf';
import { ManagedIdentity, PrincipalType } from '../../src/identity';
import { LogDestination } from '../../src/observability';
import { DnsIntegration } from '../../src/privatelink';
import {
  AccessRules,
  Cors,
  LogType,
  NetworkAccess,
  RequestType,
  ServiceIdentity,
  SignalRService,
  SignalRServiceProps,
  Sku,
} from '../../src/signalr';
import { newApp } from '../support/app';
import { Host } from '../support/host';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, readable, synth, warnings } from '../support/synth';

const SERVICE = 'azurerm_signalr_service';

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const cors = Cors.allowOrigins('https://example.com');
  return { stack, service: new SignalRService(stack, 'SignalR', { name: 'sigr-test', resourceGroup, cors, ...props }) };
}

describe('SignalRServiceSettings', () => {
  test('every switch', () => {
    const { stack } = setUp({
      localAuthentication: true,
      entraAuthentication: false,
      tlsClientCertificate: true,
      serverlessConnectionTimeoutInSeconds: 120,
      logTypes: [LogType.CONNECTIVITY],
      liveTrace: [LogType.MESSAGING, LogType.HTTP_REQUEST],
      networkAccess: NetworkAccess.custom({
        publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION, RequestType.TRACE),
      }),
      timeouts: { create: '1h', update: '1h30m' },
    });
    expect(only(stack, SERVICE)).toMatchObject({
      local_auth_enabled: true,
      aad_auth_enabled: false,
      tls_client_cert_enabled: true,
      serverless_connection_timeout_in_seconds: 120,
      connectivity_logs_enabled: true,
      messaging_logs_enabled: false,
      http_request_logs_enabled: false,
      live_trace: {
        enabled: true,
        connectivity_logs_enabled: false,
        messaging_logs_enabled: true,
        http_request_logs_enabled: true,
      },
      timeouts: { create: '1h', update: '1h30m' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('turn live trace off in so many words, because azurerm keeps a block that is taken away', () => {
    expect(only(setUp().stack, SERVICE).live_trace).toEqual({
      enabled: false,
      connectivity_logs_enabled: false,
      messaging_logs_enabled: false,
      http_request_logs_enabled: false,
    });
  });

  test.each<[string, Partial<SignalRServiceProps>, string]>([
    [
      'a service that takes neither keys nor tokens',
      { entraAuthentication: false },
      '[signalr/no-authentication] both Entra authentication and access keys are off, so no caller could connect; leave entraAuthentication on',
    ],
    [
      'a timeout of no time',
      { serverlessConnectionTimeoutInSeconds: 0 },
      '[signalr/serverless-timeout] a connection timeout of 0 seconds given; use 1 to 120',
    ],
    [
      'a timeout that is too long',
      { serverlessConnectionTimeoutInSeconds: 121 },
      '[signalr/serverless-timeout] a connection timeout of 121 seconds given; use 1 to 120',
    ],
    [
      'a broken timeout',
      { serverlessConnectionTimeoutInSeconds: 1.5 },
      '[signalr/serverless-timeout] a connection timeout of 1.5 seconds given; use 1 to 120',
    ],
    [
      'TLS client certificates on Free',
      { sku: Sku.free(), tlsClientCertificate: true },
      '[signalr/free-tier-client-certificate] Free_F1 cannot require TLS client certificates; choose Sku.standard(1) or higher',
    ],
    [
      'a timeout of an operation that Terraform cannot read',
      { timeouts: { delete: '90 minutes' } },
      '[core/timeouts] "90 minutes" given as the timeout to delete the resource; use hours, minutes and seconds, such as 90m or 1h30m',
    ],
  ])('refuse %s', (_, props, message) => {
    expect(messageOf(() => setUp(props))).toBe(`Prod/SignalR: ${message}`);
  });

  test('pass what only Terraform knows', () => {
    const { stack, resourceGroup } = newGroup();
    const seconds = new TerraformVariable(stack, 'Seconds', { type: 'number' }).numberValue;
    new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      serverlessConnectionTimeoutInSeconds: seconds,
    });
    expect(only(stack, SERVICE).serverless_connection_timeout_in_seconds).toBe('${var.Seconds}');
  });

  test('are refused together with everything else by SecureSignalRApp, and passed on by it', () => {
    const signalrSettings = { entraAuthentication: false, tlsClientCertificate: true };
    const lines = messageOf(() => newApp({ sku: Sku.free(), signalrSettings })).split('\n');
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      '[signalr/free-tier-client-certificate]',
      '[signalr/free-tier-private-endpoint]',
      '[signalr/no-authentication]',
      '[signalr/entra-authentication]',
    ]);
    const { stack } = newApp({ signalrSettings: { tlsClientCertificate: true, lock: true } });
    expect(only(stack, SERVICE).tls_client_cert_enabled).toBe(true);
    expect(only(stack, 'azurerm_management_lock').scope).toBe('${azurerm_signalr_service.Chat_SignalR.id}');
  });
});

describe('SignalRServiceSettings.logTypes', () => {
  test('fails when logs are to be sent of which the service records none', () => {
    const { service } = setUp({ logTypes: [] });
    expect(messageOf(() => service.sendLogsTo(LogDestination.newWorkspace()))).toBe(
      'Prod/SignalR: [logs/nothing-recorded] logs are to be sent, but logTypes is empty, so the service records none; name types, or leave logTypes out for all',
    );
  });
});

describe('SignalRServiceSettings.liveTrace', () => {
  test('fails when the stack is validated and no network lets anybody look', () => {
    const { stack } = setUp({ liveTrace: [LogType.CONNECTIVITY] });
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/SignalR] [nac/trace-unreachable] live trace is on, but no network allows Trace, so no one can read the trace; allow RequestType.TRACE or leave liveTrace out',
    );
  });
});

describe('SignalRServiceSettings.entraAuthentication', () => {
  test('spares a service that takes keys only the warning about REST', () => {
    const networkAccess = NetworkAccess.custom({ publicNetwork: AccessRules.allow(RequestType.SERVER_CONNECTION) });
    const keysOnly = { localAuthentication: true, entraAuthentication: false };
    expect(warnings(setUp({ networkAccess, ...keysOnly }).stack)).toEqual([]);
    expect(warnings(setUp({ networkAccess }).stack)).toHaveLength(1);
  });
});

describe('A service without Entra authentication', () => {
  test('refuses applications, which sign in with identities', () => {
    const { stack, service } = setUp({ localAuthentication: true, entraAuthentication: false });
    const host = new Host(stack, 'Host');
    const message =
      'Prod/SignalR: [signalr/entra-authentication] Prod/Host signs in with an identity, but Entra authentication of the service is off; leave entraAuthentication on';
    expect(messageOf(() => service.connectServer(host))).toBe(message);
    expect(messageOf(() => service.connectNegotiator(host))).toBe(message);
    expect(messageOf(() => service.connectRestSender(host))).toBe(message);
  });

  test('is refused by SecureSignalRApp, whose web app signs in with an identity', () => {
    const signalrSettings = { localAuthentication: true, entraAuthentication: false };
    expect(messageOf(() => newApp({ signalrSettings }))).toBe(
      'Prod/Chat/SignalR: [signalr/entra-authentication] the app signs in with an identity, but Entra authentication is off; leave entraAuthentication on',
    );
  });
});

describe('SignalRServiceSettings.identity', () => {
  test('the own identity of the service is a principal', () => {
    const { stack, service } = setUp({ identity: ServiceIdentity.systemAssigned() });
    expect(only(stack, SERVICE).identity).toEqual({ type: 'SystemAssigned' });
    expect(service.principal?.principalType).toBe(PrincipalType.SERVICE_PRINCIPAL);
    service.grantAppServer(service.principal!);
    expect(only(stack, 'azurerm_role_assignment').principal_id).toBe(
      '${azurerm_signalr_service.SignalR.identity[0].principal_id}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('an identity that is defined apart is the principal itself', () => {
    const { stack, resourceGroup } = newGroup();
    const managedIdentity = new ManagedIdentity(stack, 'Identity', { name: 'id-test', resourceGroup });
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      identity: ServiceIdentity.userAssigned(managedIdentity),
    });
    expect(service.principal).toBe(managedIdentity);
    expect(only(stack, SERVICE).identity).toEqual({
      type: 'UserAssigned',
      identity_ids: ['${azurerm_user_assigned_identity.Identity.id}'],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is given to the service of SecureSignalRApp', () => {
    const { stack } = newApp({ signalrSettings: { identity: ServiceIdentity.systemAssigned() } });
    expect(only(stack, SERVICE).identity).toEqual({ type: 'SystemAssigned' });
  });

  test('a service without an identity has no principal', () => {
    const { stack, service } = setUp();
    expect(service.principal).toBeUndefined();
    expect(only(stack, SERVICE)).not.toHaveProperty('identity');
  });

  test.each([
    [{ type: 'SystemAssigned, UserAssigned', identityIds: ['/a'] }, '"SystemAssigned, UserAssigned" with 1'],
    [{ type: 'UserAssigned', identityIds: ['/a', '/b'] }, '"UserAssigned" with 2'],
    [{ type: 'SystemAssigned', identityIds: ['/a'] }, '"SystemAssigned" with 1'],
    [{ type: 'None' }, '"None" with 0'],
  ])('fails when the stack is validated and the resource was given %j', (identity, given) => {
    const { stack, service } = setUp();
    service.resource.putIdentity(identity);
    expect(messageOf(() => synth(stack))).toContain(
      `[Prod/SignalR] [signalr/identity] identity ${given} user-assigned identities given; a service accepts one, so use ServiceIdentity.systemAssigned() or .userAssigned(identity)`,
    );
  });

  test('an identity of an unknown kind is not judged', () => {
    const { stack, service } = setUp();
    const type = new TerraformVariable(stack, 'Kind', { type: 'string' }).stringValue;
    service.resource.putIdentity({ type });
    expect(only(stack, SERVICE).identity).toEqual({ type: '${var.Kind}' });
  });
});

describe('SignalRServiceSettings.lock', () => {
  test('is created after everything that hangs on the service, and so removed before it', () => {
    const network = newNetwork();
    const { stack, resourceGroup } = network;
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      identity: ServiceIdentity.systemAssigned(),
      lock: true,
    });
    service.addPrivateEndpoint('Endpoint', {
      name: 'pep-test',
      resourceGroup,
      subnet: network.endpointSubnet,
      dns: DnsIntegration.zone(network.zone),
    });
    service.grantAppServer(service.principal!);
    expect(only(stack, 'azurerm_management_lock')).toEqual({
      name: 'no-deletion',
      scope: '${azurerm_signalr_service.SignalR.id}',
      lock_level: 'CanNotDelete',
      depends_on: expect.arrayContaining([
        'azurerm_signalr_service_network_acl.SignalR_NetworkAcl',
        'azurerm_private_endpoint.SignalR_Endpoint',
        Object.keys(readable(stack).resource!.azurerm_role_assignment).map((id) => `azurerm_role_assignment.${id}`)[0],
      ]),
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is absent unless asked', () => {
    expect(readable(setUp().stack).resource).not.toHaveProperty('azurerm_management_lock');
  });
});

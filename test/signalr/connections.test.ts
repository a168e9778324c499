import { TerraformVariable } from 'cdktf';
import { CustomRole, Role, RoleScope } from '../../src/identity';
import {
  AccessRules,
  ConnectionSettings,
  ConnectOptions,
  Cors,
  ISignalRService,
  NetworkAccess,
  RequestType,
  ServiceEndpointType,
  ServiceMode,
  SignalRService,
  SignalRServiceProps,
} from '../../src/signalr';
import { Host } from '../support/host';
import { CLIENT_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth, warnings } from '../support/synth';

const { SERVER_CONNECTION, REST_API, CLIENT_CONNECTION } = RequestType;
const OPEN = NetworkAccess.custom({ publicNetwork: AccessRules.allow(SERVER_CONNECTION, REST_API) });

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const newService = (id: string) =>
    new SignalRService(stack, id, {
      name: `sigr-${id}`,
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      networkAccess: OPEN,
      ...props,
    });
  return { stack, resourceGroup, newService, service: newService('SignalR'), host: new Host(stack, 'Host') };
}

function existing(id: string, stack = newStack()) {
  return SignalRService.fromSignalRServiceAttributes(stack, id, {
    serviceId: `/subscriptions/1/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/${id}`,
    hostname: `${id}.service.signalr.net`,
  });
}

function roleIds(stack: ReturnType<typeof newStack>): string[] {
  return resources(stack, 'azurerm_role_assignment').map((body) => body.role_definition_id.slice(-36));
}

describe('SignalRService.connectNegotiator', () => {
  test.each([ServiceMode.SERVERLESS, ServiceMode.DEFAULT, ServiceMode.CLASSIC])(
    'grants the role, sets what the bindings read and orders the two, in %s mode',
    (serviceMode) => {
      const { stack, service, host } = setUp({ serviceMode });
      service.connectNegotiator(host);
      expect(roleIds(stack)).toEqual([Role.SIGNALR_SERVICE_OWNER.id]);
      expect(host.settings).toEqual({
        AzureSignalRConnectionString__serviceUri: `https://${service.hostname}`,
        AzureSignalRConnectionString__credential: 'managedidentity',
        AzureSignalRConnectionString__clientId: CLIENT_ID,
      });
      expect(host.prerequisites).toEqual([service.grantServiceOwner(host.identity).resource]);
      expect(schemaViolations(synth(stack))).toEqual([]);
    },
  );

  test('works on existing services', () => {
    const stack = newStack();
    const host = new Host(stack, 'Host');
    existing('chat', stack).connectNegotiator(host);
    const found = SignalRService.fromLookup(stack, 'Found', { name: 'chat', resourceGroupName: 'rg' });
    found.connectNegotiator(host, { settings: ConnectionSettings.functions('Found') });
    expect(host.settings).toMatchObject({
      AzureSignalRConnectionString__serviceUri: 'https://chat.service.signalr.net',
      Found__serviceUri: `https://${found.hostname}`,
    });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(2);
    expect(() => synth(stack)).not.toThrow();
  });
});

describe('SignalRService.connectRestSender', () => {
  test('grants the role that calls the REST API', () => {
    const { stack, service, host } = setUp({ serviceMode: ServiceMode.SERVERLESS });
    service.connectRestSender(host);
    expect(roleIds(stack)).toEqual([Role.SIGNALR_REST_API_OWNER.id]);
    expect(host.settings.AzureSignalRConnectionString__serviceUri).toBe(`https://${service.hostname}`);
    expect(host.prerequisites).toEqual([service.grantRestApiOwner(host.identity).resource]);
  });

  test('grants the role that the bindings need for several services', () => {
    const { stack, service, host } = setUp();
    service.connectRestSender(host, { settings: ConnectionSettings.functionsEndpoint('east') });
    expect(roleIds(stack)).toEqual([Role.SIGNALR_SERVICE_OWNER.id]);
  });

  test('goes together with other uses by one host, which waits for each role once', () => {
    const { stack, service, host } = setUp();
    service.connectServer(host);
    service.connectRestSender(host);
    service.connectNegotiator(host);
    service.connectNegotiator(host);
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(3);
    expect(host.prerequisites).toHaveLength(3);
    expect(Object.keys(host.settings)).toHaveLength(4);
  });
});

describe('several services for one application', () => {
  test('are named in ASP.NET Core by a connection string each', () => {
    const { stack, host } = setUp();
    const [east, west] = ['east', 'west'].map((id) => existing(id, stack));
    east.connectServer(host, { settings: ConnectionSettings.aspNetCoreEndpoint('east') });
    west.connectServer(host, {
      settings: ConnectionSettings.aspNetCoreEndpoint('west', ServiceEndpointType.SECONDARY),
    });
    expect(host.settings).toEqual({
      Azure__SignalR__ConnectionString__east__primary: `Endpoint=https://east.service.signalr.net;AuthType=azure.msi;ClientId=${CLIENT_ID};Version=1.0;`,
      Azure__SignalR__ConnectionString__west__secondary: `Endpoint=https://west.service.signalr.net;AuthType=azure.msi;ClientId=${CLIENT_ID};Version=1.0;`,
    });
    expect(host.prerequisites).toHaveLength(2);
  });

  test('are named in Azure Functions by a group of settings each, over server connections', () => {
    const { stack, host } = setUp();
    const [east, west] = ['east', 'west'].map((id) => existing(id, stack));
    east.connectNegotiator(host, { settings: ConnectionSettings.functionsEndpoint('east') });
    west.connectNegotiator(host, {
      settings: ConnectionSettings.functionsEndpoint('west', ServiceEndpointType.SECONDARY),
    });
    expect(host.settings).toEqual({
      Azure__SignalR__Endpoints__east__serviceUri: 'https://east.service.signalr.net',
      Azure__SignalR__Endpoints__east__credential: 'managedidentity',
      Azure__SignalR__Endpoints__east__clientId: CLIENT_ID,
      Azure__SignalR__Endpoints__east__type: 'primary',
      Azure__SignalR__Endpoints__west__serviceUri: 'https://west.service.signalr.net',
      Azure__SignalR__Endpoints__west__credential: 'managedidentity',
      Azure__SignalR__Endpoints__west__clientId: CLIENT_ID,
      Azure__SignalR__Endpoints__west__type: 'secondary',
      AzureSignalRServiceTransportType: 'Persistent',
    });
  });

  test('fail in one setting, whatever the letter case', () => {
    const { stack, host } = setUp();
    const [east, west] = ['east', 'west'].map((id) => existing(id, stack));
    east.connectNegotiator(host, { settings: ConnectionSettings.functions('Chat') });
    expect(messageOf(() => west.connectRestSender(host, { settings: ConnectionSettings.functions('CHAT') }))).toBe(
      'Prod/west: [signalr/second-service] Prod/Host finds Prod/east in the app setting CHAT__serviceUri already, which this service would replace; use ConnectionSettings.functionsEndpoint(name), or ConnectionSettings.functions(prefix) with another prefix',
    );
  });
});

describe('ConnectionSettings', () => {
  const problem = (part: string, underscores: string) => ({
    code: 'signalr/connection-settings',
    message: `"${part}" cannot be part of an app setting; use letters and digits, with ${underscores} between`,
  });

  test('take names of letters, digits and single underscores', () => {
    const value = new TerraformVariable(newStack(), 'name', {}).stringValue;
    for (const settings of [
      ConnectionSettings.aspNetCore(),
      ConnectionSettings.aspNetCoreEndpoint('east_1'),
      ConnectionSettings.functions(),
      ConnectionSettings.functions('Azure__SignalR_2'),
      ConnectionSettings.functionsEndpoint('2'),
      ConnectionSettings.functionsEndpoint(value),
    ]) {
      expect(settings._problems()).toEqual([]);
    }
  });

  test.each(['', 'east-1', 'a b', 'a__b', '_a', 'a_', 'a:b'])('refuse "%s"', (name) => {
    expect(ConnectionSettings.aspNetCoreEndpoint(name)._problems()).toEqual([problem(name, 'single underscores')]);
    expect(ConnectionSettings.functionsEndpoint(name)._problems()).toEqual([problem(name, 'single underscores')]);
  });

  test.each(['', 'Azure-SignalR', '_a', 'a_', 'Azure____SignalR'])('refuse the prefix "%s"', (prefix) => {
    expect(ConnectionSettings.functions(prefix)._problems()).toEqual([problem(prefix, 'one or two underscores')]);
  });
});

describe('a role that does not suffice', () => {
  type Connect = (service: ISignalRService, host: Host, options: ConnectOptions) => void;
  const server: Connect = (service, host, options) => service.connectServer(host, options);
  const negotiator: Connect = (service, host, options) => service.connectNegotiator(host, options);
  const sender: Connect = (service, host, options) => service.connectRestSender(host, options);
  const sending = 'hub/send/action or group/send/action or user/send/action or clientConnection/send/action';

  test.each<[Connect, Role, string]>([
    [
      server,
      Role.SIGNALR_REST_API_OWNER,
      'a hub server with the role SignalR REST API Owner, which does not permit auth/accessKey/action, and serverConnection/write of Microsoft.SignalRService/SignalR; use the role SignalR App Server',
    ],
    [
      negotiator,
      Role.SIGNALR_APP_SERVER,
      `a negotiator with the role SignalR App Server, which does not permit ${sending} of Microsoft.SignalRService/SignalR; use the role SignalR Service Owner`,
    ],
    [
      negotiator,
      Role.SIGNALR_REST_API_OWNER,
      'a negotiator with the role SignalR REST API Owner, which does not permit auth/accessKey/action of Microsoft.SignalRService/SignalR; use the role SignalR Service Owner',
    ],
    [
      sender,
      Role.SIGNALR_APP_SERVER,
      `a REST sender with the role SignalR App Server, which does not permit ${sending} of Microsoft.SignalRService/SignalR; use the role SignalR REST API Owner`,
    ],
    [
      sender,
      Role.SIGNALR_REST_API_READER,
      `a REST sender with the role SignalR REST API Reader, which does not permit ${sending} of Microsoft.SignalRService/SignalR; use the role SignalR REST API Owner`,
    ],
    [
      sender,
      Role.SIGNALR_CONTRIBUTOR,
      `a REST sender with the role SignalR/Web PubSub Contributor, which does not permit ${sending} of Microsoft.SignalRService/SignalR; use the role SignalR REST API Owner`,
    ],
  ])('is refused (%#)', (connect, role, message) => {
    const { stack, service, host } = setUp();
    expect(messageOf(() => connect(service, host, { role }))).toBe(
      `Prod/SignalR: [identity/role-mode] Prod/Host cannot be ${message}`,
    );
    expect(synth(stack).resource?.azurerm_role_assignment).toBeUndefined();
    expect(host.settings).toEqual({});
  });

  test('is refused for settings that bring server connections along', () => {
    const { service, host } = setUp();
    const options = {
      role: Role.SIGNALR_REST_API_OWNER,
      settings: ConnectionSettings.functionsEndpoint('east'),
    };
    expect(messageOf(() => service.connectRestSender(host, options))).toBe(
      'Prod/SignalR: [identity/role-mode] Prod/Host cannot be a REST sender with the role SignalR REST API Owner, which does not permit auth/accessKey/action, and serverConnection/write of Microsoft.SignalRService/SignalR; use the role SignalR Service Owner',
    );
  });

  test('is refused on existing services, too', () => {
    const stack = newStack();
    const service = existing('chat', stack);
    const host = new Host(stack, 'Host');
    expect(messageOf(() => service.connectNegotiator(host, { role: Role.SIGNALR_APP_SERVER }))).toContain(
      'Prod/chat: [identity/role-mode] Prod/Host cannot be a negotiator with the role SignalR App Server',
    );
  });

  test('is not refused where its data actions are not known, or a custom one suffices', () => {
    const { stack, resourceGroup, service, host } = setUp();
    service.connectRestSender(host, { role: Role.builtIn('Owner', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635') });
    const { role } = new CustomRole(stack, 'Role', {
      name: 'Chat Sender',
      dataActions: ['Microsoft.SignalRService/SignalR/user/send/action'],
      assignableScopes: [RoleScope.resourceGroup(resourceGroup)],
    });
    service.connectRestSender(host, { role });
    expect(host.prerequisites).toHaveLength(2);
  });

  test('is named as such where only Terraform knows its name', () => {
    const { stack, resourceGroup, service, host } = setUp();
    const { role } = new CustomRole(stack, 'Role', {
      name: new TerraformVariable(stack, 'name', {}).stringValue,
      actions: ['*/read'],
      assignableScopes: [RoleScope.resourceGroup(resourceGroup)],
    });
    expect(messageOf(() => service.connectRestSender(host, { role }))).toContain(
      'Prod/Host cannot be a REST sender with the role that is given, which',
    );
  });

  test('is told together with everything else that would keep the host from working', () => {
    const { service, host } = setUp({ serviceMode: ServiceMode.SERVERLESS });
    const options = { role: Role.SIGNALR_REST_API_READER, settings: ConnectionSettings.functions('-') };
    expect(messageOf(() => service.connectServer(host, options)).split('\n')).toEqual([
      'Prod/SignalR: [signalr/server-in-serverless] Prod/Host cannot be a hub server, because the service is in Serverless mode; use ServiceMode.DEFAULT',
      'Prod/SignalR: [signalr/connection-settings] Prod/Host is to be a hub server, whose SDK reads connection strings, but its settings are for Azure Functions; use ConnectionSettings.aspNetCore()',
      'Prod/SignalR: [signalr/connection-settings] "-" cannot be part of an app setting; use letters and digits, with one or two underscores between',
      'Prod/SignalR: [identity/role-mode] Prod/Host cannot be a hub server with the role SignalR REST API Reader, which does not permit auth/accessKey/action, and serverConnection/write of Microsoft.SignalRService/SignalR; use the role SignalR App Server',
    ]);
  });
});

describe('the network access of a service', () => {
  const unreachable = (type: string) =>
    `[Prod/SignalR] [nac/server-unreachable] ${type} from Prod/Host does not get to Prod/SignalR/Resource through a private endpoint: no rule of the public network names ${type}, and the default action denies it (Prod/SignalR/NetworkAcl); allow it on a private endpoint`;

  test('must let a negotiator and a REST sender call the REST API', () => {
    const { stack, service, host } = setUp({ networkAccess: NetworkAccess.publicClientsPrivateServers() });
    service.connectNegotiator(host);
    service.connectRestSender(host);
    const message = messageOf(() => synth(stack));
    expect(message).toContain(unreachable('RESTAPI'));
    expect(message).not.toContain('ServerConnection');
  });

  test('must let bindings for several services open server connections as well', () => {
    const publicNetwork = AccessRules.allow(CLIENT_CONNECTION, REST_API);
    const { stack, service, host } = setUp({ networkAccess: NetworkAccess.custom({ publicNetwork }) });
    service.connectNegotiator(host, { settings: ConnectionSettings.functionsEndpoint('east') });
    const message = messageOf(() => synth(stack));
    expect(message).toContain(unreachable('ServerConnection'));
    expect(message).not.toContain('RESTAPI from');
  });

  test('need not let hub servers call the REST API, nor REST senders open server connections', () => {
    const open = (type: RequestType) => NetworkAccess.custom({ publicNetwork: AccessRules.allow(type) });
    const server = setUp({ networkAccess: open(SERVER_CONNECTION) });
    server.service.connectServer(server.host);
    expect(() => synth(server.stack)).not.toThrow();
    const sender = setUp({ networkAccess: open(REST_API) });
    sender.service.connectRestSender(sender.host);
    expect(() => synth(sender.stack)).not.toThrow();
  });
});

describe('a service outside of the public cloud', () => {
  test('warns where settings hold a connection string, which names no authority', () => {
    const { stack, service, host } = setUp({ location: 'chinanorth3' });
    service.connectNegotiator(host);
    service.connectRestSender(host, { settings: ConnectionSettings.functions('Rest') });
    expect(warnings(stack)).toEqual([]);
    service.connectNegotiator(host, { settings: ConnectionSettings.aspNetCore() });
    expect(warnings(stack)).toEqual([expect.stringContaining('[signalr/sovereign-identity]')]);
    expect(only(stack, 'azurerm_signalr_service').location).toBe('chinanorth3');
  });
});

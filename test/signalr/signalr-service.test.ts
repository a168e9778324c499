import { TerraformOutput, TerraformStack } from 'cdktf';
import { IResourceGroup, ResourceGroup } from '../../src/core';
import { AddressRange, VirtualNetwork } from '../../src/network';
import { LogDestination, LogWorkspace } from '../../src/observability';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import {
  AccessRules,
  Cors,
  DefaultAction,
  NetworkAccess,
  RequestType,
  ServiceMode,
  SignalRService,
  SignalRServiceProps,
  Sku,
} from '../../src/signalr';
import { Host } from '../support/host';
import { newHub } from '../support/hub';
import { CLIENT_ID, LOG_WORKSPACE_ID, PRINCIPAL_ID, SERVICE_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { messageOf, only, problemsOf, readable, resources, synth, warnings } from '../support/synth';

const ACL = 'azurerm_signalr_service_network_acl';
const { CLIENT_CONNECTION, SERVER_CONNECTION, REST_API } = RequestType;

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const network = newNetwork();
  const service = newService(network.stack, network.resourceGroup, props);
  const endpoint = {
    name: 'pep-test',
    resourceGroup: network.resourceGroup,
    subnet: network.endpointSubnet,
    dns: DnsIntegration.zone(network.zone),
  };
  return { ...network, service, endpoint };
}

function newService(stack: TerraformStack, resourceGroup: IResourceGroup, props: Partial<SignalRServiceProps> = {}) {
  const cors = Cors.allowOrigins('https://example.com');
  return new SignalRService(stack, 'SignalR', { name: 'sigr-test', resourceGroup, cors, ...props });
}

describe('SignalRService', () => {
  test('takes no keys, logs everything and lets only clients in from the public network', () => {
    const { stack } = setUp();
    expect(only(stack, 'azurerm_signalr_service')).toEqual({
      name: 'sigr-test',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      sku: { name: 'Standard_S1', capacity: 1 },
      service_mode: 'Default',
      local_auth_enabled: false,
      aad_auth_enabled: true,
      public_network_access_enabled: true,
      connectivity_logs_enabled: true,
      messaging_logs_enabled: true,
      http_request_logs_enabled: true,
      live_trace: {
        enabled: false,
        connectivity_logs_enabled: false,
        messaging_logs_enabled: false,
        http_request_logs_enabled: false,
      },
      cors: [{ allowed_origins: ['https://example.com'] }],
    });
    expect(only(stack, ACL)).toEqual({
      signalr_service_id: '${azurerm_signalr_service.SignalR.id}',
      default_action: 'Deny',
      public_network: { allowed_request_types: ['ClientConnection'] },
    });
  });

  test('sends deny lists where the default action is Allow, and never an empty list', () => {
    const networkAccess = NetworkAccess.custom({
      defaultAction: DefaultAction.ALLOW,
      publicNetwork: AccessRules.deny(SERVER_CONNECTION, REST_API, SERVER_CONNECTION),
    });
    const { stack } = setUp({ networkAccess, serviceMode: ServiceMode.SERVERLESS, sku: Sku.premium(2) });
    expect(only(stack, ACL)).toMatchObject({
      default_action: 'Allow',
      public_network: { denied_request_types: ['ServerConnection', 'RESTAPI'] },
    });
    expect(JSON.stringify(synth(stack))).not.toContain('request_types":[]');
  });

  test('reports every violation at once', () => {
    const networkAccess = NetworkAccess.custom({
      publicNetworkAccess: false,
      publicNetwork: AccessRules.allow(CLIENT_CONNECTION),
    });
    const cors = Cors.allowOrigins('*');
    expect(messageOf(() => setUp({ name: '1', location: 'mars', sku: Sku.free(), networkAccess, cors }))).toBe(
      [
        'Prod/SignalR: [signalr/name] "1" is not a SignalR service name; use 3 to 63 letters, digits or inner dashes, beginning with a letter',
        'Prod/SignalR: [signalr/free-tier-public-access] Free_F1 cannot disable public network access; choose Sku.standard(1) or higher',
        'Prod/SignalR: [nac/dead-public-rule] public network access is disabled, but its rules allow ClientConnection; remove the rules or enable public network access',
        'Prod/SignalR: [signalr/cors] "*" allows every web page; name the origins, or use Cors.allowAnyOrigin()',
        'Prod/SignalR: [core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
      ].join('\n'),
    );
  });

  const ALLOW = DefaultAction.ALLOW;
  test.each<[string, Partial<SignalRServiceProps>, string]>([
    [
      'units that the tier has not',
      { sku: Sku.premiumP2(50) },
      '[signalr/capacity] Premium_P2 with 50 units given; use 100, 200 ... 1000',
    ],
    [
      'no origin',
      { cors: Cors.allowOrigins() },
      '[signalr/cors] no origin given; name at least one, such as https://example.com',
    ],
    [
      'any origin among others',
      { cors: Cors.allowOrigins('https://example.com', '*') },
      '[signalr/cors] "*" allows every web page; name the origins, or use Cors.allowAnyOrigin()',
    ],
    [
      'an allow list where all is allowed',
      { networkAccess: NetworkAccess.custom({ defaultAction: ALLOW, privateEndpoints: AccessRules.allow(REST_API) }) },
      '[nac/allow-list-with-default-allow] the default action is Allow, but an allow list (RESTAPI) is given for private endpoints; use AccessRules.deny(...) or DefaultAction.DENY',
    ],
    [
      'a deny list where all is denied',
      { networkAccess: NetworkAccess.custom({ publicNetwork: AccessRules.deny(REST_API) }) },
      '[nac/deny-list-with-default-deny] the default action is Deny, but a deny list (RESTAPI) is given for the public network; use AccessRules.allow(...) or DefaultAction.ALLOW',
    ],
  ])('fails for %s', (_, props, message) => {
    expect(messageOf(() => setUp(props))).toBe(`Prod/SignalR: ${message}`);
  });

  test('fails when another service of the app has the same name, in any stack', () => {
    const { stack, resourceGroup } = setUp();
    const other = new TerraformStack(stack.node.root, 'Other');
    newService(other, resourceGroup, { name: 'SIGR-test' });
    expect(problemsOf(stack)).toContain(
      '[signalr/existing-name-conflict] Prod/SignalR/Resource and Other/SignalR/Resource are SignalR services named "SIGR-test", which is unique in all of Azure; give one of them another name',
    );
  });

  test('fails when the stack is validated and nobody can connect', () => {
    const { stack } = setUp({ networkAccess: NetworkAccess.privateOnly() });
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/SignalR] [nac/nobody-can-connect] neither the public network nor any of 0 private endpoints allows any request; add an endpoint or allow request types',
    );
  });

  test('warns when an origin lets servers in without the REST call that Entra authentication needs', () => {
    const publicNetwork = AccessRules.allow(SERVER_CONNECTION);
    const { stack, service, endpoint } = setUp({ networkAccess: NetworkAccess.custom({ publicNetwork }) });
    service.addPrivateEndpoint('Endpoint', { ...endpoint, access: AccessRules.allow(SERVER_CONNECTION) });
    const text =
      'allows ServerConnection without RESTAPI; with Entra authentication a hub server fetches a temporary key over REST first and may get 401, so allow RESTAPI too';
    expect(warnings(stack)).toEqual([
      `[nac/entra-needs-rest] the public network ${text}`,
      `[nac/entra-needs-rest] private endpoint Endpoint ${text}`,
    ]);
  });
});

describe('SignalRService.addPrivateEndpoint', () => {
  function secondNetwork(stack: TerraformStack, resourceGroup: IResourceGroup) {
    const network = new VirtualNetwork(stack, 'Second', {
      name: 'vnet-2',
      resourceGroup,
      addressSpace: ['10.1.0.0/24'],
    });
    const subnet = network.addSubnet('Endpoints', { name: 'endpoints', addressRange: AddressRange.prefixLength(27) });
    return { network, subnet };
  }

  test('lists every endpoint in the one access control list, and creates them one after another', () => {
    const { stack, resourceGroup, service, endpoint } = setUp();
    const { subnet } = secondNetwork(stack, resourceGroup);
    service.addPrivateEndpoint('First', endpoint);
    const access = AccessRules.allow(CLIENT_CONNECTION);
    const dns = DnsIntegration.recordsOnly();
    service.addPrivateEndpoint('Second', { ...endpoint, name: 'pep-2', subnet, access, dns });
    expect(only(stack, ACL).private_endpoint).toEqual([
      {
        id: '${azurerm_private_endpoint.SignalR_First.id}',
        allowed_request_types: ['ServerConnection', 'RESTAPI'],
      },
      { id: '${azurerm_private_endpoint.SignalR_Second.id}', allowed_request_types: ['ClientConnection'] },
    ]);
    const [first, second] = resources(stack, 'azurerm_private_endpoint');
    expect(first.depends_on).toEqual(['azurerm_private_dns_zone_virtual_network_link.Zone_Link']);
    expect(second.depends_on).toEqual(['azurerm_private_endpoint.SignalR_First']);
  });

  test('fails when two endpoints would write one record', () => {
    const { stack, resourceGroup, service, endpoint, zone } = setUp();
    const { network, subnet } = secondNetwork(stack, resourceGroup);
    zone.addVirtualNetworkLink('SecondLink', { virtualNetwork: network, name: 'link-2' });
    service.addPrivateEndpoint('First', endpoint);
    service.addPrivateEndpoint('Second', { ...endpoint, name: 'pep-2', subnet });
    expect(problemsOf(stack)).toEqual([
      '[privatelink/duplicate-record] Prod/SignalR/First/Resource and Prod/SignalR/Second/Resource record one target in one zone, and the second overwrites the record of the first; give one of them another zone, linked to its own network',
    ]);
  });

  test('lists an endpoint that was defined without addPrivateEndpoint', () => {
    const { stack, service, endpoint } = setUp();
    new PrivateEndpoint(stack, 'Endpoint', { ...endpoint, target: service });
    expect(only(stack, ACL).private_endpoint).toEqual([
      { id: '${azurerm_private_endpoint.Endpoint.id}', allowed_request_types: ['ServerConnection', 'RESTAPI'] },
    ]);
  });

  test('fails for a list that azurerm refuses, and for the Free tier', () => {
    const { service, endpoint } = setUp();
    const access = AccessRules.deny(CLIENT_CONNECTION);
    expect(messageOf(() => service.addPrivateEndpoint('Endpoint', { ...endpoint, access }))).toBe(
      'Prod/SignalR: [nac/deny-list-with-default-deny] the default action is Deny, but a deny list (ClientConnection) is given for private endpoint Endpoint; use AccessRules.allow(...) or DefaultAction.ALLOW',
    );
    const free = setUp({ sku: Sku.free() });
    expect(messageOf(() => free.service.addPrivateEndpoint('Endpoint', free.endpoint))).toBe(
      'Prod/SignalR: [signalr/free-tier-private-endpoint] Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher',
    );
  });

  test('fails for an endpoint in another stack, because the two stacks would wait for each other', () => {
    const { stack, service, endpoint } = setUp();
    const other = new TerraformStack(stack.node.root, 'Other');
    expect(messageOf(() => new PrivateEndpoint(other, 'Endpoint', { ...endpoint, target: service }))).toBe(
      'Prod/SignalR: [privatelink/other-stack] Other/Endpoint is in another stack, but the access control list of the service names every endpoint, so the two stacks would wait for each other; define the endpoint in the stack of the service',
    );
  });

  test('takes endpoints in another region, resource group and subscription than the service', () => {
    const { stack, service, zone } = setUp();
    const provider = newHub(stack);
    const resourceGroup = new ResourceGroup(stack, 'Remote', { name: 'rg-remote', location: 'eastus', provider });
    const { network, subnet } = secondNetwork(stack, resourceGroup);
    zone.addVirtualNetworkLink('SecondLink', { virtualNetwork: network, name: 'link-2' });
    service.addPrivateEndpoint('Endpoint', {
      name: 'pep',
      resourceGroup,
      subnet,
      provider,
      dns: DnsIntegration.zone(zone),
    });
    expect(only(stack, 'azurerm_signalr_service').location).toBe('centralus');
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      location: 'eastus',
      resource_group_name: '${azurerm_resource_group.Remote.name}',
      provider: 'azurerm.hub',
    });
  });

  test('creates the endpoints of an existing service one after another', () => {
    const { stack, resourceGroup, endpoint } = setUp();
    const { subnet } = secondNetwork(stack, resourceGroup);
    const dns = DnsIntegration.recordsOnly();
    const target = SignalRService.fromSignalRServiceAttributes(stack, 'Existing', {
      serviceId: SERVICE_ID,
      hostname: 'chat.service.signalr.net',
    });
    new PrivateEndpoint(stack, 'One', { ...endpoint, target });
    new PrivateEndpoint(stack, 'Two', { ...endpoint, name: 'pep-2', subnet, target, dns });
    expect(resources(stack, 'azurerm_private_endpoint')[1].depends_on).toContain('azurerm_private_endpoint.One');
  });
});

describe('SignalRService.connectServer', () => {
  test('grants the role on this service only, sets a connection string without a key, and orders the two', () => {
    const { stack, service, endpoint } = setUp();
    service.addPrivateEndpoint('Endpoint', endpoint);
    const host = new Host(stack, 'Host');
    service.connectServer(host);
    expect(only(stack, 'azurerm_role_assignment')).toEqual({
      scope: '${azurerm_signalr_service.SignalR.id}',
      principal_id: PRINCIPAL_ID,
      principal_type: 'ServicePrincipal',
      role_definition_id:
        '${join("/", slice(split("/", azurerm_signalr_service.SignalR.id), 0, 3))}/providers/Microsoft.Authorization/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7',
    });
    new TerraformOutput(stack, 'setting', { value: host.settings.Azure__SignalR__ConnectionString });
    expect(readable(stack).output!.setting.value).toBe(
      `Endpoint=https://\${azurerm_signalr_service.SignalR.hostname};AuthType=azure.msi;ClientId=${CLIENT_ID};Version=1.0;`,
    );
    expect(host.prerequisites).toEqual([service.grantAppServer(host.identity).resource]);
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(1);
  });

  test('fails for a host that finds another service in the same setting', () => {
    const { stack, resourceGroup, service } = setUp();
    const host = new Host(stack, 'Host');
    service.connectServer(host);
    const other = new SignalRService(stack, 'Other', { name: 'other', resourceGroup, cors: Cors.allowAnyOrigin() });
    expect(messageOf(() => other.connectServer(host))).toBe(
      'Prod/Other: [signalr/second-service] Prod/Host finds Prod/SignalR in the app setting Azure__SignalR__ConnectionString already, which this service would replace; use ConnectionSettings.aspNetCoreEndpoint(name)',
    );
  });

  test('fails on a Serverless service', () => {
    const { stack, service } = setUp({ serviceMode: ServiceMode.SERVERLESS });
    expect(messageOf(() => service.connectServer(new Host(stack, 'Host')))).toBe(
      'Prod/SignalR: [signalr/server-in-serverless] Prod/Host cannot be a hub server, because the service is in Serverless mode; use ServiceMode.DEFAULT',
    );
  });

  test('fails when the stack is validated and no network lets the server in', () => {
    const { stack, service } = setUp();
    service.connectServer(new Host(stack, 'Host'));
    expect(messageOf(() => synth(stack))).toContain(
      '[Prod/SignalR] [nac/server-unreachable] ServerConnection from Prod/Host does not get to Prod/SignalR/Resource through a private endpoint: no rule of the public network names ServerConnection, and the default action denies it (Prod/SignalR/NetworkAcl); allow it on a private endpoint',
    );
  });

  test('warns in clouds whose authority the connection string cannot name', () => {
    const { stack, service } = setUp({ location: 'chinanorth3' });
    service.connectServer(new Host(stack, 'Host'));
    expect(warnings(stack)).toEqual([
      '[signalr/sovereign-identity] the server SDK signs in to the public cloud when it reads an identity from the connection string; in the China cloud pass a credential with its authority host in code',
    ]);
  });
});

describe('SignalRService.sendLogsTo', () => {
  test('sends the one category that SignalR has to an existing workspace', () => {
    const { stack, service } = setUp();
    const workspace = LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', { logWorkspaceId: LOG_WORKSPACE_ID });
    service.sendLogsTo(LogDestination.workspace(workspace));
    expect(only(stack, 'azurerm_monitor_diagnostic_setting')).toEqual({
      name: 'logs',
      target_resource_id: '${azurerm_signalr_service.SignalR.id}',
      log_analytics_workspace_id: LOG_WORKSPACE_ID,
      enabled_log: [{ category: 'AllLogs' }],
      enabled_metric: [{ category: 'AllMetrics' }],
    });
  });

  test('names a new workspace after the service', () => {
    const { stack, service } = setUp();
    service.sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toBe('log-sigr-test');
  });
});

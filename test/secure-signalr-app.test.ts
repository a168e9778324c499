import { Match } from 'aws-cdk-lib/assertions';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppHost,
  AppNetwork,
  appservice,
  core,
  network,
  observability,
  SecureSignalRApp,
  SecureSignalRAppProps,
  signalr,
} from '../src';
import { graphOf, reachable } from './support/graph';
import { schemaViolations } from './support/provider-schema';
import { messageOf, newStack, only, readable, resources, synth, templateOf, warnings } from './support/synth';

const { NetworkAccess, AccessRules, RequestType, Sku } = signalr;

function newApp(props: Partial<SecureSignalRAppProps> = {}, stack: TerraformStack = newStack()) {
  return { stack, chat: new SecureSignalRApp(stack, 'Chat', { location: 'centralus', ...props }) };
}

const refusal = (props: Partial<SecureSignalRAppProps>) => messageOf(() => newApp(props));

/** The attributes of every security rule by `direction priority name`. */
function rules(stack: TerraformStack, group: string) {
  return resources(stack, 'azurerm_network_security_rule')
    .filter((rule) => rule.network_security_group_name.includes(`.${group}.`))
    .map((rule) => [
      `${rule.direction} ${rule.priority} ${rule.access} ${rule.name}`,
      `${rule.source_address_prefix} -> ${rule.destination_address_prefix} ${rule.protocol} ${rule.destination_port_range}`,
    ]);
}

describe('SecureSignalRApp with only a location', () => {
  const { stack, chat } = newApp();
  const template = templateOf(stack);

  test('defines exactly the resources of the architecture', () => {
    const json = synth(stack).resource!;
    const counts = Object.fromEntries(Object.entries(json).map(([type, byId]) => [type, Object.keys(byId).length]));
    expect(counts).toEqual({
      azurerm_linux_web_app: 1,
      azurerm_log_analytics_workspace: 1,
      azurerm_monitor_diagnostic_setting: 2,
      azurerm_network_security_group: 2,
      azurerm_network_security_rule: 5,
      azurerm_private_dns_zone: 1,
      azurerm_private_dns_zone_virtual_network_link: 1,
      azurerm_private_endpoint: 1,
      azurerm_resource_group: 1,
      azurerm_role_assignment: 1,
      azurerm_service_plan: 1,
      azurerm_signalr_service: 1,
      azurerm_signalr_service_network_acl: 1,
      azurerm_subnet: 2,
      azurerm_subnet_network_security_group_association: 2,
      azurerm_user_assigned_identity: 1,
      azurerm_virtual_network: 1,
    });
  });

  test('is accepted by the schema of azurerm 4.55', () => {
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('names everything by the Cloud Adoption Framework', () => {
    const named = Object.values(synth(stack).resource!).flatMap((byId) => Object.values(byId));
    expect(
      named.map(({ name }) => name).filter((name) => name && !name.startsWith('Allow') && !name.startsWith('Deny')),
    ).toEqual([
      expect.stringMatching(/^app-chat-centralus-[0-9a-f]{6}$/),
      'log-chat-centralus',
      'logs',
      'logs',
      'nsg-chat-app-centralus',
      'nsg-chat-endpoints-centralus',
      'privatelink.service.signalr.net',
      'link-vnet-chat-centralus',
      'pep-chat-signalr-centralus',
      'rg-chat-centralus',
      'asp-chat-centralus',
      expect.stringMatching(/^sigr-chat-centralus-[0-9a-f]{6}$/),
      'snet-chat-app-centralus',
      'snet-chat-endpoints-centralus',
      'id-chat-centralus',
      'vnet-chat-centralus',
    ]);
  });

  test('has a delegated subnet for the app and one for endpoints that its security group governs', () => {
    template.hasResourceProperties('azurerm_subnet', {
      address_prefixes: ['10.0.0.0/26'],
      delegation: [
        {
          name: 'delegation',
          service_delegation: {
            name: 'Microsoft.Web/serverFarms',
            actions: ['Microsoft.Network/virtualNetworks/subnets/action'],
          },
        },
      ],
    });
    template.hasResourceProperties('azurerm_subnet', {
      address_prefixes: ['10.0.0.64/27'],
      delegation: Match.absent(),
      private_endpoint_network_policies: 'Enabled',
      default_outbound_access_enabled: false,
    });
  });

  test('lets the app reach the endpoints and SignalR, and nothing else in', () => {
    expect(rules(stack, 'Chat_IntegrationSecurityGroup')).toEqual([
      ['Outbound 110 Allow AllowAzureSignalROutbound', '10.0.0.0/26 -> AzureSignalR Tcp 443'],
      ['Outbound 100 Allow AllowPrivateEndpointsOutbound', '10.0.0.0/26 -> 10.0.0.64/27 Tcp 443'],
      ['Inbound 4000 Deny DenyAllInbound', '* -> * * *'],
    ]);
    expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup')).toEqual([
      ['Inbound 100 Allow AllowAppsInbound', '10.0.0.0/26 -> 10.0.0.64/27 Tcp 443'],
      ['Inbound 4000 Deny DenyAllInbound', '* -> * * *'],
    ]);
  });

  test('resolves the service in the network of the app, without registering machines', () => {
    template.hasResourceProperties('azurerm_private_dns_zone_virtual_network_link', {
      private_dns_zone_name: '${azurerm_private_dns_zone.Chat_PrivateDnsZone.name}',
      virtual_network_id: '${azurerm_virtual_network.Chat_VirtualNetwork.id}',
      registration_enabled: false,
    });
    template.hasResourceProperties('azurerm_private_endpoint', {
      private_dns_zone_group: { private_dns_zone_ids: ['${azurerm_private_dns_zone.Chat_PrivateDnsZone.id}'] },
      private_service_connection: { subresource_names: ['signalr'], is_manual_connection: false },
    });
  });

  test('lets clients in from the public network, and servers only through the endpoint', () => {
    template.hasResourceProperties('azurerm_signalr_service', {
      sku: { name: 'Standard_S1', capacity: 1 },
      service_mode: 'Default',
      local_auth_enabled: false,
      aad_auth_enabled: true,
      public_network_access_enabled: true,
    });
    expect(only(stack, 'azurerm_signalr_service_network_acl')).toEqual({
      signalr_service_id: '${azurerm_signalr_service.Chat_SignalR.id}',
      default_action: 'Deny',
      public_network: { allowed_request_types: ['ClientConnection'] },
      private_endpoint: [
        {
          id: '${azurerm_private_endpoint.Chat_SignalR_PrivateEndpoint.id}',
          allowed_request_types: ['ServerConnection', 'RESTAPI'],
        },
      ],
    });
  });

  test("lets the web app's own pages talk to the service, and no others", () => {
    const origin = `https://${only(stack, 'azurerm_linux_web_app').name}.azurewebsites.net`;
    expect(only(stack, 'azurerm_signalr_service').cors).toEqual([{ allowed_origins: [origin] }]);
  });

  test('signs the app in with an identity that may only serve this service', () => {
    template.hasResourceProperties('azurerm_role_assignment', {
      scope: '${azurerm_signalr_service.Chat_SignalR.id}',
      principal_id: '${azurerm_user_assigned_identity.Chat_Identity.principal_id}',
      principal_type: 'ServicePrincipal',
      role_definition_id: Match.stringLikeRegexp('/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7$'),
    });
    expect(only(stack, 'azurerm_linux_web_app')).toMatchObject({
      identity: { type: 'UserAssigned', identity_ids: ['${azurerm_user_assigned_identity.Chat_Identity.id}'] },
      app_settings: {
        Azure__SignalR__ConnectionString:
          'Endpoint=https://${azurerm_signalr_service.Chat_SignalR.hostname};AuthType=azure.msi;ClientId=${azurerm_user_assigned_identity.Chat_Identity.client_id};Version=1.0;',
      },
    });
  });

  test('sends the logs of service and app to one workspace', () => {
    const workspace = { log_analytics_workspace_id: '${azurerm_log_analytics_workspace.Chat_LogWorkspace.id}' };
    template.hasResourceProperties('azurerm_monitor_diagnostic_setting', {
      ...workspace,
      target_resource_id: '${azurerm_signalr_service.Chat_SignalR.id}',
      enabled_log: [{ category: 'AllLogs' }],
    });
    template.hasResourceProperties('azurerm_monitor_diagnostic_setting', {
      ...workspace,
      target_resource_id: '${azurerm_linux_web_app.Chat_WebApp.id}',
      enabled_log: [{ category_group: 'allLogs' }],
    });
  });

  test('holds no key, and refers to none', () => {
    const text = JSON.stringify(synth(stack)).toLowerCase();
    const traces = ['access_key', 'accesskey', 'connection_string', 'sharedaccess', 'password', 'shared_key', 'secret'];
    expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
  });

  test('raises no warning', () => {
    expect(warnings(stack)).toEqual([]);
  });

  test('gives every part as a property with its resource', () => {
    const parts = [
      chat.resourceGroup as core.ResourceGroup,
      chat.virtualNetwork,
      chat.integrationSubnet,
      chat.integrationSecurityGroup,
      chat.privateEndpointSubnet,
      chat.privateEndpointSecurityGroup,
      chat.privateDnsZone,
      chat.signalr,
      chat.privateEndpoint,
      chat.identity,
      chat.servicePlan,
      chat.webApp,
      chat.logWorkspace as observability.LogWorkspace,
    ];
    expect(parts.map(({ resource }) => resource.terraformResourceType)).toEqual([
      'azurerm_resource_group',
      'azurerm_virtual_network',
      'azurerm_subnet',
      'azurerm_network_security_group',
      'azurerm_subnet',
      'azurerm_network_security_group',
      'azurerm_private_dns_zone',
      'azurerm_signalr_service',
      'azurerm_private_endpoint',
      'azurerm_user_assigned_identity',
      'azurerm_service_plan',
      'azurerm_linux_web_app',
      'azurerm_log_analytics_workspace',
    ]);
  });
});

describe('order of deployment', () => {
  const { stack } = newApp();
  const json = readable(stack);
  const graph = graphOf(json);
  const APP = 'azurerm_linux_web_app.Chat_WebApp';
  const ENDPOINT = 'azurerm_private_endpoint.Chat_SignalR_PrivateEndpoint';

  test('states exactly the edges that references do not give', () => {
    const stated = Object.entries(json.resource!).flatMap(([type, byId]) =>
      Object.entries(byId).flatMap(([id, { depends_on = [] }]) =>
        depends_on.map((prerequisite: string) => `${type}.${id} after ${prerequisite}`),
      ),
    );
    expect(stated).toEqual([
      `${APP} after azurerm_subnet_network_security_group_association.Chat_VirtualNetwork_IntegrationSubnet_NetworkSecurityGroupAssociation`,
      expect.stringMatching(
        /^azurerm_linux_web_app\.Chat_WebApp after azurerm_role_assignment\.Chat_SignalR_AppServer-/,
      ),
      `${ENDPOINT} after azurerm_subnet_network_security_group_association.Chat_VirtualNetwork_PrivateEndpointSubnet_NetworkSecurityGroupAssociation`,
      `${ENDPOINT} after azurerm_private_dns_zone_virtual_network_link.Chat_PrivateDnsZone_VirtualNetworkLink`,
    ]);
  });

  test('creates service, endpoint and access control list one after another', () => {
    const acl = 'azurerm_signalr_service_network_acl.Chat_SignalR_NetworkAcl';
    expect(reachable(graph, acl)).toContain(ENDPOINT);
    expect(reachable(graph, ENDPOINT)).toContain('azurerm_signalr_service.Chat_SignalR');
  });

  test('does not make the web app wait for endpoint, zone, access control list or logs', () => {
    const awaited = [...reachable(graph, APP)].map((name) => name.split('.')[0]);
    expect([...new Set(awaited)].sort()).toEqual([
      'azurerm_network_security_group',
      'azurerm_resource_group',
      'azurerm_role_assignment',
      'azurerm_service_plan',
      'azurerm_signalr_service',
      'azurerm_subnet',
      'azurerm_subnet_network_security_group_association',
      'azurerm_user_assigned_identity',
      'azurerm_virtual_network',
    ]);
  });

  test('makes nothing wait for security rules, which no azurerm lock or Azure rule asks for', () => {
    const waiting = [...graph].filter(([, awaited]) =>
      [...awaited].some((name) => name.startsWith('azurerm_network_security_rule')),
    );
    expect(waiting).toEqual([]);
  });
});

describe('options of SecureSignalRApp', () => {
  test('name workload, environment and seed', () => {
    const { stack } = newApp({ workload: 'hub', environment: 'prod', location: 'West Europe' });
    const seeded = newApp({ workload: 'hub', environment: 'prod', location: 'West Europe', nameSeed: 'contoso' });
    expect(only(stack, 'azurerm_resource_group')).toEqual({ name: 'rg-hub-prod-westeurope', location: 'westeurope' });
    const [plain, salted] = [stack, seeded.stack].map((each) => only(each, 'azurerm_signalr_service').name);
    expect(plain).toMatch(/^sigr-hub-prod-westeurope-[0-9a-f]{6}$/);
    expect(salted).toMatch(/^sigr-hub-prod-westeurope-[0-9a-f]{6}$/);
    expect(salted).not.toBe(plain);
    expect(only(seeded.stack, 'azurerm_virtual_network').name).toBe('vnet-hub-prod-westeurope');
  });

  test('let two apps live in one stack', () => {
    const { stack } = newApp();
    new SecureSignalRApp(stack, 'Support', { location: 'centralus' });
    expect(resources(stack, 'azurerm_signalr_service').map(({ name }) => name.slice(0, -7))).toEqual([
      'sigr-chat-centralus',
      'sigr-support-centralus',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('tag every resource that can have tags', () => {
    const { stack } = newApp({ tags: { team: 'chat' } });
    const untagged = Object.entries(synth(stack).resource!).filter(([, byId]) =>
      Object.values(byId).some(({ tags }) => tags?.team !== 'chat'),
    );
    expect(untagged.map(([type]) => type)).toEqual([
      'azurerm_monitor_diagnostic_setting',
      'azurerm_network_security_rule',
      'azurerm_role_assignment',
      'azurerm_signalr_service_network_acl',
      'azurerm_subnet',
      'azurerm_subnet_network_security_group_association',
    ]);
  });

  test('put everything into an existing resource group, in the region of the app', () => {
    const stack = newStack();
    const resourceGroup = core.ResourceGroup.fromResourceGroupAttributes(stack, 'Existing', {
      resourceGroupId: '/subscriptions/0/resourceGroups/rg-shared',
      resourceGroupName: 'rg-shared',
      location: 'eastus',
    });
    newApp({ resourceGroup }, stack);
    expect(resources(stack, 'azurerm_resource_group')).toEqual([]);
    const bodies = Object.values(synth(stack).resource!).flatMap((byId) => Object.values(byId));
    expect(new Set(bodies.map(({ location }) => location))).toEqual(new Set(['centralus', undefined]));
    expect(new Set(bodies.map((body) => body.resource_group_name))).toEqual(new Set(['rg-shared', undefined]));
  });

  test('choose addresses and sizes of the subnets', () => {
    const { stack } = newApp({
      network: AppNetwork.define({
        addressSpace: ['10.20.0.0/25', '10.21.0.0/24'],
        integrationPrefixLength: 25,
        privateEndpointPrefixLength: 28,
      }),
    });
    expect(only(stack, 'azurerm_virtual_network').address_space).toEqual(['10.20.0.0/25', '10.21.0.0/24']);
    expect(resources(stack, 'azurerm_subnet').map((subnet) => subnet.address_prefixes)).toEqual([
      ['10.20.0.0/25'],
      ['10.21.0.0/28'],
    ]);
    expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup')[0][1]).toBe('10.20.0.0/25 -> 10.21.0.0/28 Tcp 443');
  });

  test('choose tier, plan, runtime and settings', () => {
    const { stack } = newApp({
      sku: Sku.premium(10),
      host: AppHost.linuxWebApp({
        planSku: appservice.PlanSku.P1V3,
        runtime: appservice.Runtime.node('22-lts'),
        healthCheck: appservice.HealthCheck.at('/healthz'),
        appSettings: { GREETING: 'hello' },
      }),
      allowedOrigins: ['https://www.example.com'],
    });
    expect(only(stack, 'azurerm_signalr_service').sku).toEqual({ name: 'Premium_P1', capacity: 10 });
    expect(only(stack, 'azurerm_service_plan').sku_name).toBe('P1v3');
    expect(only(stack, 'azurerm_linux_web_app')).toMatchObject({
      app_settings: { GREETING: 'hello', Azure__SignalR__ConnectionString: expect.any(String) },
      site_config: { health_check_path: '/healthz', health_check_eviction_time_in_min: 10 },
    });
    expect(only(stack, 'azurerm_signalr_service').cors[0].allowed_origins).toContain('https://www.example.com');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('send logs to an existing workspace, or keep them longer in a new one', () => {
    const stack = newStack();
    const workspace = observability.LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', {
      logWorkspaceId: '/subscriptions/0/log',
    });
    newApp({ logs: observability.LogDestination.workspace(workspace) }, stack);
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
    const settings = resources(stack, 'azurerm_monitor_diagnostic_setting');
    expect(settings.map((each) => each.log_analytics_workspace_id)).toEqual(Array(2).fill('/subscriptions/0/log'));

    const longer = newApp({ logs: observability.LogDestination.newWorkspace({ retentionInDays: 365 }) });
    expect(only(longer.stack, 'azurerm_log_analytics_workspace').retention_in_days).toBe(365);
  });

  test('keep clients private: public access off, and a way in from the network for clients', () => {
    const { stack } = newApp({ networkAccess: NetworkAccess.privateOnly() });
    expect(only(stack, 'azurerm_signalr_service').public_network_access_enabled).toBe(false);
    expect(only(stack, 'azurerm_signalr_service_network_acl')).toMatchObject({
      default_action: 'Deny',
      public_network: {},
      private_endpoint: [{ allowed_request_types: ['ClientConnection', 'ServerConnection', 'RESTAPI'] }],
    });
    expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup')).toContainEqual([
      'Inbound 110 Allow AllowClientsInbound',
      'VirtualNetwork -> 10.0.0.64/27 Tcp 443',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('say where private clients are', () => {
    const privateClients = network.RuleAddress.cidr('192.168.0.0/16');
    const { stack } = newApp({
      networkAccess: NetworkAccess.privateOnly(),
      network: AppNetwork.define({ privateClients }),
    });
    expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup')).toContainEqual([
      'Inbound 110 Allow AllowClientsInbound',
      '192.168.0.0/16 -> 10.0.0.64/27 Tcp 443',
    ]);
  });

  test('take the names of the cloud that the region belongs to, and warn of its connection string', () => {
    const { stack } = newApp({ location: 'usgovvirginia' });
    expect(only(stack, 'azurerm_private_dns_zone').name).toBe('privatelink.signalr.azure.us');
    expect(only(stack, 'azurerm_signalr_service').cors[0].allowed_origins[0]).toMatch(/\.azurewebsites\.us$/);
    expect(warnings(stack)).toEqual([expect.stringContaining('[signalr/sovereign-identity]')]);
  });

  test('let an endpoint take ServerConnection alone, with a warning', () => {
    const networkAccess = NetworkAccess.custom({
      publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
      privateEndpoints: AccessRules.allow(RequestType.SERVER_CONNECTION),
    });
    const { stack } = newApp({ networkAccess });
    expect(warnings(stack)).toEqual([expect.stringContaining('[nac/entra-needs-rest]')]);
  });
});

describe('SecureSignalRApp refuses', () => {
  test('everything that is wrong with its input at once', () => {
    const stack = newStack();
    const location = new TerraformVariable(stack, 'Region', { type: 'string' }).stringValue;
    const message = messageOf(() =>
      newApp(
        {
          location,
          environment: 'Prod!',
          tags: { 'a?b': '' },
          network: AppNetwork.define({ addressSpace: ['10.0.0.0/27'], integrationPrefixLength: 29 }),
          sku: Sku.free(),
          networkAccess: NetworkAccess.custom({
            publicNetworkAccess: false,
            publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
          }),
          allowedOrigins: ['*'],
          host: AppHost.linuxWebApp({
            planSku: appservice.PlanSku.of('X'),
            runtime: appservice.Runtime.python('2.7'),
            appSettings: { KEY: 'AccessKey=abc' },
          }),
          logs: observability.LogDestination.newWorkspace({ retentionInDays: 1 }),
        },
        stack,
      ),
    );
    expect(message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'Prod/Chat: [core/location]',
      'Prod/Chat: [core/name-part]',
      'Prod/Chat: [core/tags]',
      'Prod/Chat/VirtualNetwork: [network/address-space-exhausted]',
      'Prod/Chat/VirtualNetwork: [network/integration-subnet-size]',
      'Prod/Chat/SignalR: [signalr/free-tier-public-access]',
      'Prod/Chat/SignalR: [signalr/free-tier-private-endpoint]',
      'Prod/Chat/SignalR: [nac/dead-public-rule]',
      'Prod/Chat/SignalR: [signalr/cors]',
      'Prod/Chat/SignalR: [nac/server-unreachable]',
      'Prod/Chat/WebApp: [appservice/plan-sku]',
      'Prod/Chat/WebApp: [appservice/runtime-version]',
      'Prod/Chat/WebApp: [appservice/secret-setting]',
      'Prod/Chat/LogWorkspace: [logs/retention]',
    ]);
    expect(message).not.toContain('abc');
  });

  test.each<[string, Partial<SecureSignalRAppProps>, string]>([
    [
      'an unknown region',
      { location: 'centralua' },
      'Prod/Chat: [core/location] "centralua" is not a known Azure region; use a name as centralus, or list a newer region in the construct context "azureLocations"',
    ],
    [
      'the Free tier, which has no private endpoints',
      { sku: Sku.free() },
      'Prod/Chat/SignalR: [signalr/free-tier-private-endpoint] Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher',
    ],
    [
      'an access that keeps its own hub server out',
      { networkAccess: NetworkAccess.serverlessPublicClients() },
      'Prod/Chat/SignalR: [nac/server-unreachable] the web app finds the service at its private endpoint, which does not allow ServerConnection; use NetworkAccess.publicClientsPrivateServers()',
    ],
    [
      'private clients where the access lets none in',
      { network: AppNetwork.define({ privateClients: network.RuleAddress.any() }) },
      'Prod/Chat/VirtualNetwork: [nac/private-clients] privateClients given, but the network access lets no ClientConnection in through private endpoints; use NetworkAccess.privateOnly() or leave privateClients out',
    ],
    [
      'a bad address space',
      { network: AppNetwork.define({ addressSpace: ['10.0.0.0/33'] }) },
      'Prod/Chat/VirtualNetwork: [network/cidr] "10.0.0.0/33" is not an IPv4 range; write it as 10.0.0.0/24',
    ],
    [
      'a plan without VNet integration',
      { host: AppHost.linuxWebApp({ planSku: appservice.PlanSku.of('F1') }) },
      'Prod/Chat/WebApp: [appservice/plan-without-vnet] apps on F1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
    ],
  ])('%s', (_, props, message) => {
    expect(refusal(props)).toBe(message);
  });
});

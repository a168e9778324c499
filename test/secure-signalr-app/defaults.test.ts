import { Match } from 'aws-cdk-lib/assertions';
import { core, dns, identity, network, observability } from '../../src';
import { AccessRules, NetworkAccess, RequestType } from '../../src/signalr';
import { newApp, rules } from '../support/app';
import { schemaViolations } from '../support/provider-schema';
import { only, synth, templateOf, warnings } from '../support/synth';

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
      azurerm_network_security_rule: 4,
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

  test('lets the app reach the endpoints, and nothing else in', () => {
    expect(rules(stack, 'Chat_IntegrationSecurityGroup')).toEqual([
      ['Outbound 100 Allow AllowPrivateEndpointsOutbound', '10.0.0.0/26 -> 10.0.0.64/27 Tcp 443'],
      ['Inbound 4000 Deny DenyAllInbound', '* -> * * *'],
    ]);
    expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup')).toEqual([
      ['Inbound 100 Allow AllowAppsInbound', '10.0.0.0/26 -> 10.0.0.64/27 Tcp 443'],
      ['Inbound 4000 Deny DenyAllInbound', '* -> * * *'],
    ]);
  });

  test('opens public SignalR only where the public network lets servers in', () => {
    const { REST_API, SERVER_CONNECTION, CLIENT_CONNECTION } = RequestType;
    const opened = (networkAccess: NetworkAccess) =>
      rules(newApp({ networkAccess, securityBaseline: false }).stack, 'Chat_IntegrationSecurityGroup').filter(
        ([rule]) => rule.includes('AllowAzureSignalROutbound'),
      );
    const access = (...types: RequestType[]) =>
      NetworkAccess.custom({
        publicNetwork: AccessRules.allow(CLIENT_CONNECTION, ...types),
        privateEndpoints: AccessRules.allow(SERVER_CONNECTION, REST_API),
      });
    const rule = [['Outbound 110 Allow AllowAzureSignalROutbound', '10.0.0.0/26 -> AzureSignalR Tcp 443']];
    expect(opened(NetworkAccess.privateOnly())).toEqual([]);
    expect(opened(access())).toEqual([]);
    expect(opened(access(REST_API))).toEqual(rule);
    expect(opened(access(SERVER_CONNECTION))).toEqual(rule);
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
      chat.virtualNetwork as network.VirtualNetwork,
      chat.integrationSubnet as network.Subnet,
      chat.integrationSecurityGroup!,
      chat.privateEndpointSubnet as network.Subnet,
      chat.privateEndpointSecurityGroup!,
      chat.privateDnsZone as dns.PrivateDnsZone,
      chat.signalr,
      chat.privateEndpoint,
      chat.identity as identity.ManagedIdentity,
      chat.servicePlan!,
      chat.linuxWebApp!,
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

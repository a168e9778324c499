import { AppHost, AppNetwork, appservice, core, network, observability, SecureSignalRApp, signalr } from '../../src';
import { newApp, rules } from '../support/app';
import { LOG_WORKSPACE_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { newStack, only, resources, synth, warnings } from '../support/synth';

const { NetworkAccess, AccessRules, RequestType, Sku } = signalr;

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
      logWorkspaceId: LOG_WORKSPACE_ID,
    });
    newApp({ logs: observability.LogDestination.workspace(workspace) }, stack);
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
    const settings = resources(stack, 'azurerm_monitor_diagnostic_setting');
    expect(settings.map((each) => each.log_analytics_workspace_id)).toEqual(Array(2).fill(LOG_WORKSPACE_ID));

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

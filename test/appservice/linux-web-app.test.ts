import { TerraformOutput } from 'cdktf';
import { HealthCheck, LinuxWebApp, LoadBalancingMode, OsType, PlanSku, ServicePlan } from '../../src/appservice';
import { AddressRange, NetworkSecurityGroup, Subnet, SubnetDelegation } from '../../src/network';
import { LogDestination } from '../../src/observability';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import { SignalRService } from '../../src/signalr';
import { newHub, providers } from '../support/hub';
import { IDENTITY_ID, NETWORK_ID, PLAN_ID, SERVICE_ID, SUBNET_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, problemsOf, readable, synth } from '../support/synth';
import { setUpLinux as setUp } from '../support/web-app';

const APP = 'azurerm_linux_web_app';

describe('LinuxWebApp', () => {
  test('calls out through its subnet, and takes neither HTTP, FTP nor passwords', () => {
    const { stack, define } = setUp();
    define();
    expect(only(stack, APP)).toEqual({
      name: 'app-test',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      service_plan_id: '${azurerm_service_plan.Plan.id}',
      virtual_network_subnet_id: '${azurerm_subnet.Network_Apps.id}',
      https_only: true,
      public_network_access_enabled: true,
      ftp_publish_basic_authentication_enabled: false,
      webdeploy_publish_basic_authentication_enabled: false,
      identity: { type: 'UserAssigned', identity_ids: [IDENTITY_ID] },
      key_vault_reference_identity_id: IDENTITY_ID,
      site_config: {
        application_stack: { dotnet_version: '10.0' },
        always_on: true,
        vnet_route_all_enabled: true,
        websockets_enabled: true,
        http2_enabled: true,
        use_32_bit_worker: false,
        ftps_state: 'Disabled',
        minimum_tls_version: '1.2',
        scm_minimum_tls_version: '1.2',
      },
    });
  });

  test('is checked by App Service only when a path is given, and then with both attributes', () => {
    const { stack, define } = setUp();
    define({ healthCheck: HealthCheck.at('/healthz', 5) });
    expect(only(stack, APP).site_config).toMatchObject({
      health_check_path: '/healthz',
      health_check_eviction_time_in_min: 5,
    });
  });

  test('has its own start, web sockets and load balancing', () => {
    const { stack, define } = setUp();
    const startupCommand = 'gunicorn --bind=0.0.0.0 app:app';
    define({ startupCommand, webSockets: false, loadBalancingMode: LoadBalancingMode.LEAST_RESPONSE_TIME });
    expect(only(stack, APP).site_config).toMatchObject({
      app_command_line: startupCommand,
      websockets_enabled: false,
      load_balancing_mode: 'LeastResponseTime',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('refuses a startup command with a secret', () => {
    const { define } = setUp();
    const startupCommand = 'run Endpoint=https://a.service.signalr.net;AccessKey=abc;Version=1.0;';
    expect(messageOf(() => define({ startupCommand }))).toContain(
      '[appservice/secret-setting] the value of startupCommand looks like',
    );
  });

  test('is always on unless told otherwise', () => {
    const { stack, define } = setUp();
    define({ alwaysOn: false });
    expect(only(stack, APP).site_config.always_on).toBe(false);
  });

  test('has the same settings by props and by addAppSetting', () => {
    const byProps = setUp();
    const byMethod = setUp();
    byProps.define({ appSettings: { A: '1', B: '2' } });
    const app = byMethod.define({ appSettings: { A: '0' } });
    app.addAppSetting('A', '1');
    app.addAppSetting('B', '2');
    expect(only(byMethod.stack, APP)).toEqual(only(byProps.stack, APP));
  });

  test('does not write into the settings that it was given', () => {
    const appSettings = { A: '1' };
    setUp().define({ appSettings }).addAppSetting('B', '2');
    expect(appSettings).toEqual({ A: '1' });
  });

  test('fails when a secret is added', () => {
    expect(messageOf(() => setUp().define().addAppSetting('KEY', 'AccessKey=abc'))).toBe(
      "Prod/App: [appservice/secret-setting] the value of app setting KEY looks like a connection string with a key; sign in with the app's identity, refer to a Key Vault secret with secretSettings, or say in notSecret why it is no secret",
    );
  });

  test('waits for the security group of its subnet and for what it is told to', () => {
    const { stack, resourceGroup, virtualNetwork, define } = setUp();
    const networkSecurityGroup = new NetworkSecurityGroup(stack, 'Rules', { name: 'nsg', resourceGroup });
    const integrationSubnet = virtualNetwork.addSubnet('Guarded', {
      name: 'guarded',
      addressRange: AddressRange.prefixLength(28),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
      networkSecurityGroup,
    });
    define({ integrationSubnet }).executeAfter(networkSecurityGroup.resource);
    expect(only(stack, APP).depends_on).toEqual([
      expect.stringMatching(/^azurerm_subnet_network_security_group_association\.Network_Guarded_/),
      'azurerm_network_security_group.Rules',
    ]);
  });

  test('takes a private endpoint, which leads its own and its deployment host there', () => {
    const { stack, resourceGroup, virtualNetwork, define } = setUp();
    const addressRange = AddressRange.prefixLength(28);
    const endpoint = define().addPrivateEndpoint('Endpoint', {
      name: 'pep-app',
      resourceGroup,
      subnet: virtualNetwork.addSubnet('More', { name: 'more', addressRange }),
    });
    new TerraformOutput(stack, 'names', { value: endpoint.dnsRecords.map(({ name }) => name) });
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: '${azurerm_linux_web_app.App.id}',
      subresource_names: ['sites'],
    });
    expect(endpoint.dns?.privateDnsZone?.zoneName).toBe('privatelink.azurewebsites.net');
    expect(readable(stack).output!.names.value).toEqual([
      'app-test.privatelink.azurewebsites.net',
      'app-test.scm.privatelink.azurewebsites.net',
    ]);
  });

  test('sends every log that its plan offers', () => {
    const { stack, define } = setUp();
    define().sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toBe('log-app-test');
    expect(only(stack, 'azurerm_monitor_diagnostic_setting')).toMatchObject({
      target_resource_id: '${azurerm_linux_web_app.App.id}',
      enabled_log: [{ category_group: 'allLogs' }],
    });
  });

  test('lives in the subscription of its provider with all that it defines', () => {
    const { stack, define } = setUp();
    define({ provider: newHub(stack) }).sendLogsTo(LogDestination.newWorkspace());
    expect(Object.entries(providers(stack)).filter(([name]) => /\.App(_|$)/.test(name))).toEqual([
      ['azurerm_linux_web_app.App', 'azurerm.hub'],
      ['azurerm_log_analytics_workspace.App_LogWorkspace', 'azurerm.hub'],
      ['azurerm_monitor_diagnostic_setting.App_DiagnosticSetting', 'azurerm.hub'],
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('reports every violation at once', () => {
    const { stack, define } = setUp();
    const servicePlan = ServicePlan.fromServicePlanAttributes(stack, 'Windows', {
      servicePlanId: PLAN_ID,
      location: 'eastus',
      osType: OsType.WINDOWS,
      sku: PlanSku.of('F1'),
    });
    const integrationSubnet = Subnet.fromSubnetAttributes(stack, 'Small', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
      location: 'westus',
      addressPrefix: '10.0.0.0/29',
      delegation: SubnetDelegation.NONE,
    });
    const bad = {
      name: '-',
      servicePlan,
      integrationSubnet,
      alwaysOn: true,
      healthCheck: HealthCheck.at('healthz', 1),
      appSettings: { WEBSITE_VNET_ROUTE_ALL: '1' },
      tags: { '': '' },
    };
    expect(messageOf(() => define(bad))).toBe(
      [
        'Prod/App: [appservice/name] "-" is not an app name; use 2 to 60 letters, digits or inner dashes',
        'Prod/App: [appservice/os-mismatch] a Linux app cannot run on the Windows plan Prod/Windows; use a Linux plan',
        'Prod/App: [appservice/plan-without-vnet] apps on F1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
        'Prod/App: [appservice/always-on] apps on F1 plans cannot be always on; use PlanSku.B1 or larger, or leave alwaysOn out',
        'Prod/App: [appservice/location] plan and app are in eastus, but subnet Prod/Small is in westus; use one region',
        'Prod/App: [network/integration-subnet-delegation] subnet Prod/Small is delegated to no service; delegate it to Microsoft.Web/serverFarms',
        'Prod/App: [network/integration-subnet-size] subnet Prod/Small is a /29; apps of one plan need /28 or wider',
        'Prod/App: [appservice/health-check] "healthz" is not a path; begin the path with a slash, such as /healthz',
        'Prod/App: [appservice/health-check] eviction after 1 minutes given; use a whole number from 2 to 10',
        'Prod/App: [appservice/reserved-setting] azurerm rejects the app setting WEBSITE_VNET_ROUTE_ALL; use the property of the app that sets it',
        'Prod/App: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('fails when apps of several plans share a subnet that is narrower than /26', () => {
    const { stack, resourceGroup, props, define } = setUp();
    define();
    new LinuxWebApp(stack, 'Sibling', { ...props, name: 'app-sibling' });
    const servicePlan = new ServicePlan(stack, 'Plan2', { name: 'asp-2', resourceGroup, osType: OsType.LINUX });
    expect(messageOf(() => new LinuxWebApp(stack, 'Other', { ...props, name: 'app-other', servicePlan }))).toBe(
      'Prod/Other: [network/integration-subnet-size] subnet Prod/Network/Apps is a /27; apps of 2 plans need /26 or wider',
    );
  });

  test('fails when the subnet holds private endpoints', () => {
    const { stack, resourceGroup, zone, define } = setUp();
    const subnet = Subnet.fromSubnetAttributes(stack, 'Shared', { subnetId: SUBNET_ID, virtualNetworkId: NETWORK_ID });
    new PrivateEndpoint(stack, 'Endpoint', {
      name: 'pep-test',
      resourceGroup,
      subnet,
      dns: DnsIntegration.zone(zone),
      target: SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', {
        serviceId: SERVICE_ID,
        hostname: 'host',
      }),
    });
    expect(messageOf(() => define({ integrationSubnet: subnet }))).toBe(
      'Prod/App: [network/same-subnet] subnet Prod/Shared already holds private endpoints (Prod/Endpoint) and cannot also hold apps; use another subnet',
    );
  });

  test('does not judge an existing plan and subnet of which nothing is known', () => {
    const { stack, define } = setUp();
    define({
      servicePlan: ServicePlan.fromServicePlanAttributes(stack, 'Existing', {
        servicePlanId: PLAN_ID,
        location: 'eastus',
      }),
      integrationSubnet: Subnet.fromSubnetAttributes(stack, 'Subnet', {
        subnetId: SUBNET_ID,
        virtualNetworkId: NETWORK_ID,
      }),
    });
    expect(only(stack, APP)).toMatchObject({ location: 'eastus', virtual_network_subnet_id: SUBNET_ID });
    expect(only(stack, APP).site_config.always_on).toBe(true);
  });

  test('fails when another app of the tree has the same name', () => {
    const { define, props, stack } = setUp();
    define();
    new LinuxWebApp(stack, 'Twin', { ...props, name: 'App-Test' });
    expect(problemsOf(stack)).toEqual([
      '[appservice/name-conflict] Prod/App/Resource and Prod/Twin/Resource are apps or slots with the host name "App-Test", which is unique in all of Azure; give one of them another name',
    ]);
  });
});

import { LinuxWebApp, OsType, PlanSku, ServicePlan } from '../../src/appservice';
import { Subnet } from '../../src/network';
import { LogDestination } from '../../src/observability';
import { newHub, providers } from '../support/hub';
import { IDENTITY_ID, NETWORK_ID, SUBNET_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, problemsOf, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

describe('WindowsWebApp', () => {
  test('calls out through its subnet, and takes neither HTTP, FTP nor passwords', () => {
    const { stack, define } = setUpWindows();
    define();
    expect(only(stack, 'azurerm_windows_web_app')).toEqual({
      name: 'app-test',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      service_plan_id: '${azurerm_service_plan.Plan.id}',
      virtual_network_subnet_id: '${azurerm_subnet.Network_Apps.id}',
      virtual_network_image_pull_enabled: false,
      https_only: true,
      public_network_access_enabled: true,
      ftp_publish_basic_authentication_enabled: false,
      webdeploy_publish_basic_authentication_enabled: false,
      identity: { type: 'UserAssigned', identity_ids: [IDENTITY_ID] },
      key_vault_reference_identity_id: IDENTITY_ID,
      site_config: {
        application_stack: { current_stack: 'dotnet', dotnet_version: 'v10.0' },
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
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('runs on a Windows plan only', () => {
    const { servicePlan } = setUpLinux().props;
    expect(messageOf(() => setUpWindows().define({ servicePlan }))).toBe(
      'Prod/App: [appservice/os-mismatch] a Windows app cannot run on the Linux plan Prod/Plan; use a Windows plan',
    );
  });

  test('shares the names of Linux web apps, which are unique in all of Azure', () => {
    const { stack, props, define } = setUpWindows();
    const { resourceGroup } = props;
    define();
    const servicePlan = new ServicePlan(stack, 'Linux', {
      name: 'asp-linux',
      resourceGroup,
      osType: OsType.LINUX,
      sku: PlanSku.B1,
    });
    const integrationSubnet = Subnet.fromSubnetAttributes(stack, 'Elsewhere', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
    });
    new LinuxWebApp(stack, 'Twin', { ...props, servicePlan, integrationSubnet });
    expect(problemsOf(stack)).toEqual([
      '[appservice/name-conflict] Prod/Twin/Resource and Prod/App/Resource are apps or slots with the host name "app-test", which is unique in all of Azure; give one of them another name',
    ]);
  });

  test('has no startup command', () => {
    const { define } = setUpWindows();
    expect(messageOf(() => define({ startupCommand: 'run.cmd' }))).toBe(
      'Prod/App: [appservice/startup-command] startupCommand given, but App Service runs it on Linux only; leave it out, or use a Linux app',
    );
  });

  test('lives in the subscription of its provider with all that it defines', () => {
    const { stack, define } = setUpWindows();
    define({ provider: newHub(stack) }).sendLogsTo(LogDestination.newWorkspace());
    expect(Object.entries(providers(stack)).filter(([name]) => /\.App(_|$)/.test(name))).toEqual([
      ['azurerm_log_analytics_workspace.App_LogWorkspace', 'azurerm.hub'],
      ['azurerm_monitor_diagnostic_setting.App_DiagnosticSetting', 'azurerm.hub'],
      ['azurerm_windows_web_app.App', 'azurerm.hub'],
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

import { Fn } from 'cdktf';
import {
  AccessRestrictions,
  AppCors,
  AppLogLevel,
  AppLogs,
  ContainerImage,
  HealthCheck,
  LinuxWebApp,
  LinuxWebAppSlot,
  OsType,
  PlanSku,
  Runtime,
  ServicePlan,
} from '../../src/appservice';
import { AddressRange, SubnetDelegation } from '../../src/network';
import { ApplicationInsights, LogDestination, LogWorkspace } from '../../src/observability';
import { SharedPrivateLink } from '../../src/signalr';
import { KeyVault, SecretReference } from '../../src/vault';
import { graphOf } from '../support/graph';
import { newHub, providers } from '../support/hub';
import { oldService } from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, readable, resources, synth } from '../support/synth';
import { newIdentity, setUpLinux, setUpWindows } from '../support/web-app';

const LINUX = 'azurerm_linux_web_app_slot';
const WINDOWS = 'azurerm_windows_web_app_slot';

const setUp = () => setUpLinux(PlanSku.P0V3);

describe('LinuxWebAppSlot', () => {
  test('is as secure as its app, of which it takes all but the name and the settings', () => {
    const { stack, define } = setUp();
    const app = define({ appSettings: { OF_APP: '1' }, stickySettings: ['OF_APP'], tags: { team: 'chat' } });
    const slot = app.addSlot('Green', { name: 'green' });
    expect(only(stack, LINUX)).toEqual({
      name: 'green',
      app_service_id: '${azurerm_linux_web_app.App.id}',
      virtual_network_subnet_id: '${azurerm_subnet.Network_Apps.id}',
      https_only: true,
      public_network_access_enabled: true,
      ftp_publish_basic_authentication_enabled: false,
      webdeploy_publish_basic_authentication_enabled: false,
      identity: {
        type: 'UserAssigned',
        identity_ids: [
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
        ],
      },
      key_vault_reference_identity_id:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
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
      tags: { team: 'chat' },
      depends_on: ['azurerm_linux_web_app.App'],
      lifecycle: { replace_triggered_by: ['azurerm_linux_web_app.App.id'] },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect([slot.slotName, slot.origin]).toEqual(['green', 'https://app-test-green.azurewebsites.net']);
    expect(slot.virtualNetworkId).toBe(app.virtualNetworkId);
  });

  test('takes the options of its app, also those that a swap does not move', () => {
    const { stack, define } = setUp();
    define({
      runtime: Runtime.node('22'),
      alwaysOn: false,
      http2: false,
      clientAffinity: true,
      healthCheck: HealthCheck.at('/healthz'),
      cors: AppCors.allowOrigins('https://example.com'),
      accessRestrictions: AccessRestrictions.privateEndpointOnly(),
      logs: AppLogs.fileSystem(AppLogLevel.WARNING),
    }).addSlot('Green', { name: 'green', runtime: undefined });
    const { location, resource_group_name, service_plan_id, ...app } = only(stack, 'azurerm_linux_web_app');
    expect(only(stack, LINUX)).toMatchObject({ ...app, name: 'green', depends_on: ['azurerm_linux_web_app.App'] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has what it is given in place of what the app has', () => {
    const { stack, resourceGroup, virtualNetwork, define } = setUp();
    const identity = newIdentity(stack, 'Own');
    const integrationSubnet = virtualNetwork.addSubnet('More', {
      name: 'more',
      addressRange: AddressRange.prefixLength(26),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
    });
    const sku = PlanSku.P1V3;
    const servicePlan = new ServicePlan(stack, 'Own Plan', { name: 'own', resourceGroup, osType: OsType.LINUX, sku });
    const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
      keyVaultId: '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-test',
      vaultUri: 'https://kv-test.vault.azure.net/',
    });
    const slot = define({ accessRestrictions: AccessRestrictions.publicAccess() }).addSlot('Green', {
      name: 'green',
      runtime: Runtime.container(ContainerImage.of('registry.azurecr.io', 'chat', '1')),
      identity,
      integrationSubnet,
      servicePlan,
      appSettings: { OF_SLOT: '1' },
      secretSettings: { API: SecretReference.of(vault, 'api') },
      accessRestrictions: AccessRestrictions.ipRanges('203.0.113.0/24'),
      tags: { slot: 'green' },
    });
    expect(slot.identity).toBe(identity);
    expect(only(stack, LINUX)).toMatchObject({
      service_plan_id: '${azurerm_service_plan.OwnPlan.id}',
      virtual_network_subnet_id: '${azurerm_subnet.Network_More.id}',
      identity: {
        identity_ids: [
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/own',
        ],
      },
      key_vault_reference_identity_id:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/own',
      vnet_image_pull_enabled: true,
      app_settings: { OF_SLOT: '1', API: '@Microsoft.KeyVault(SecretUri=https://kv-test.vault.azure.net/secrets/api)' },
      site_config: {
        container_registry_use_managed_identity: true,
        ip_restriction: [{ ip_address: '203.0.113.0/24' }],
        ip_restriction_default_action: 'Deny',
      },
      tags: { slot: 'green' },
    });
    expect(only(stack, 'azurerm_linux_web_app')).not.toHaveProperty('app_settings');
    expect(only(stack, LINUX).depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsUser-Own-/),
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('names no plan where the one that it is given is the one of the app', () => {
    const { stack, props, define } = setUp();
    define().addSlot('Green', { name: 'green', servicePlan: props.servicePlan });
    expect(only(stack, LINUX)).not.toHaveProperty('service_plan_id');
  });

  test('is a hub server with the role of its app, and settings of its own', () => {
    const { stack, define } = setUp();
    const app = define();
    const slot = app.addSlot('Green', { name: 'green' });
    const service = oldService(stack);
    service.connectServer(app);
    service.connectServer(slot);
    slot.addAppSetting('Azure__SignalR__ApplicationName', 'green');
    const [role] = Object.keys(readable(stack).resource!.azurerm_role_assignment);
    expect(only(stack, 'azurerm_role_assignment').principal_id).toBe('00000000-0000-0000-0000-00000000b1ec');
    const connection =
      'Endpoint=https://sigr-old.service.signalr.net;AuthType=azure.msi;ClientId=00000000-0000-0000-0000-00000000c11e;Version=1.0;';
    expect(only(stack, LINUX)).toMatchObject({
      app_settings: { Azure__SignalR__ConnectionString: connection, Azure__SignalR__ApplicationName: 'green' },
      depends_on: ['azurerm_linux_web_app.App', `azurerm_role_assignment.${role}`],
    });
    expect(only(stack, 'azurerm_linux_web_app').app_settings).toEqual({ Azure__SignalR__ConnectionString: connection });
  });

  test('has a role of its own where it has an identity of its own, and stays with its service where the app says so', () => {
    const { stack, define } = setUp();
    const app = define();
    const slot = app.addSlot('Green', { name: 'green', identity: newIdentity(stack, 'Own') });
    oldService(stack, 'Blue').connectServer(app);
    oldService(stack, 'Test').connectServer(slot);
    app.addStickySetting('Azure__SignalR__ConnectionString');
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(2);
    expect(only(stack, 'azurerm_linux_web_app').sticky_settings).toEqual({
      app_setting_names: ['Azure__SignalR__ConnectionString', 'Azure__SignalR__ApplicationName'],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('joins its subnet between the apps, in the order of definition', () => {
    const { stack, props, define } = setUp();
    const app = define();
    app.addSlot('Green', { name: 'green' });
    app.addSlot('Test', { name: 'test' });
    new LinuxWebApp(stack, 'Next', { ...props, name: 'app-next' });
    const graph = graphOf(readable(stack));
    const waits = (name: string) => [...graph.get(name)!].filter((other) => other.startsWith('azurerm_linux_web_app'));
    expect(waits(`${LINUX}.App_Green`)).toEqual(['azurerm_linux_web_app.App']);
    expect(waits(`${LINUX}.App_Test`)).toEqual(['azurerm_linux_web_app.App', `${LINUX}.App_Green`]);
    expect(waits('azurerm_linux_web_app.Next')).toEqual([`${LINUX}.App_Test`]);
  });

  test('takes a private endpoint, which leads to a part of the app and waits for the slot', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, define } = setUp();
    const slot = define().addSlot('Green', { name: 'green' });
    const { dnsRecords } = slot.addPrivateEndpoint('Endpoint', { name: 'pep-green', resourceGroup, subnet });
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      private_service_connection: {
        private_connection_resource_id: '${azurerm_linux_web_app.App.id}',
        subresource_names: ['sites-green'],
      },
      depends_on: expect.arrayContaining([`${LINUX}.App_Green`]),
    });
    expect(slot.privateLink.hostnames).toEqual([
      'app-test-green.azurewebsites.net',
      'app-test-green.scm.azurewebsites.net',
    ]);
    expect(dnsRecords).toHaveLength(2);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is no target of shared private links', () => {
    const { stack, define } = setUp();
    const target = define().addSlot('Green', { name: 'green' });
    const service = oldService(stack);
    expect(messageOf(() => new SharedPrivateLink(stack, 'Link', { service, target }))).toBe(
      'Prod/Link: [sharedlink/target] Prod/App/Green has sub-resource sites-green, but a shared private link connects to a web or function app (sites) or a Key Vault (vault), not to a slot; use one of these',
    );
  });

  test('sends logs of its own, from the subscription of the app', () => {
    const { stack, define } = setUp();
    const app = define({ provider: newHub(stack) });
    app.addSlot('Green', { name: 'green' }).sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').target_resource_id).toBe(`\${${LINUX}.App_Green.id}`);
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toBe('log-app-test-green');
    expect(providers(stack)[`${LINUX}.App_Green`]).toBe('azurerm.hub');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('refers to its app from another stack, where Terraform could not name it', () => {
    const { stack, define } = setUp();
    const app = define();
    const second = newStack('Second', undefined, stack.node.root);
    new LinuxWebAppSlot(second, 'Green', { app, name: 'green' });
    expect(only(second, LINUX)).not.toHaveProperty('lifecycle');
    expect(only(second, LINUX)).not.toHaveProperty('depends_on');
  });

  test('is not judged by a name that is only known when Terraform runs', () => {
    const { stack, define } = setUp();
    const name = Fn.lower('GREEN');
    define().addSlot('Green', { name });
    const { stack: other, define: defineOther } = setUp();
    defineOther({ name }).addSlot('Blue', { name: 'blue' });
    expect(resources(stack, LINUX)).toEqual([expect.objectContaining({ name: '${lower("GREEN")}' })]);
    expect(resources(other, LINUX)).toEqual([expect.objectContaining({ name: 'blue' })]);
  });
});

describe('telemetry of slots', () => {
  test.each([
    ['Linux', setUp, LINUX],
    ['Windows', () => setUpWindows(), WINDOWS],
  ] as const)('goes where that of the %s app goes, with a role for the identity of the slot', (_, setUpApp, type) => {
    const { stack, props, define } = setUpApp();
    const applicationInsights = new ApplicationInsights(stack, 'Insights', {
      name: 'appi',
      resourceGroup: props.resourceGroup,
      workspace: LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', {
        logWorkspaceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log',
      }),
    });
    const identity = newIdentity(stack, 'Own');
    define({ applicationInsights }).addSlot('Green', { name: 'green', identity });
    expect(only(stack, type)).toMatchObject({
      app_settings: {
        APPLICATIONINSIGHTS_CONNECTION_STRING: '${azurerm_application_insights.Insights.connection_string}',
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=00000000-0000-0000-0000-00000000c11e',
      },
      depends_on: expect.arrayContaining([expect.stringMatching(/^azurerm_role_assignment\.Insights_.*Own/)]),
    });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(2);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('WindowsWebAppSlot', () => {
  test('is as secure as its app, of which it takes all but the name and the settings', () => {
    const { stack, define } = setUpWindows();
    define({ clientAffinity: true }).addSlot('Green', { name: 'green', appSettings: { OF_SLOT: '1' } });
    const { location, resource_group_name, service_plan_id, ...app } = only(stack, 'azurerm_windows_web_app');
    expect(only(stack, WINDOWS)).toEqual({
      ...app,
      name: 'green',
      app_service_id: '${azurerm_windows_web_app.App.id}',
      app_settings: { OF_SLOT: '1' },
      depends_on: ['azurerm_windows_web_app.App'],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('runs containers on a plan for them', () => {
    const { stack, define } = setUpWindows(OsType.WINDOWS_CONTAINER);
    const runtime = Runtime.container(ContainerImage.of('registry.azurecr.io', 'chat', '1'));
    const slot = define({ runtime }).addSlot('Green', { name: 'green' });
    expect(only(stack, WINDOWS).virtual_network_image_pull_enabled).toBe(true);
    expect(slot.resource.terraformResourceType).toBe(WINDOWS);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

import { TerraformStack } from 'cdktf';
import {
  AccessRestrictions,
  AppCors,
  ContainerImage,
  LinuxFunctionAppSlot,
  FunctionAppProps,
  FunctionScaling,
  FunctionSlotBase,
  HealthCheck,
  OsType,
  PlanSku,
  Runtime,
  ServicePlan,
} from '../../src/appservice';
import { AddressRange, SubnetDelegation } from '../../src/network';
import { ApplicationInsights, LogDestination, LogWorkspace } from '../../src/observability';
import { DnsIntegration } from '../../src/privatelink';
import { Cors, ServiceMode, SharedPrivateLink, SignalRService } from '../../src/signalr';
import { StorageAccount, StorageService } from '../../src/storage';
import { KeyVault, SecretReference } from '../../src/vault';
import { setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { graphOf } from '../support/graph';
import { newHub, providers } from '../support/hub';
import { principalIdOf } from '../support/ids';
import { oldService } from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, readable, resources, synth } from '../support/synth';
import { newIdentity } from '../support/web-app';

const KEYLESS = /AccountKey|primary_access_key|storage_account_access_key/;

function newInsights({ stack, props }: { stack: TerraformStack; props: FunctionAppProps }) {
  const { resourceGroup } = props;
  const workspace = LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', {
    logWorkspaceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log',
  });
  return new ApplicationInsights(stack, 'Insights', { name: 'appi', resourceGroup, workspace });
}

describe.each([
  ['LinuxFunctionAppSlot', setUpLinuxFunctions, 'azurerm_linux_function_app', '10.0'],
  ['WindowsFunctionAppSlot', setUpWindowsFunctions, 'azurerm_windows_function_app', 'v10.0'],
] as const)('%s', (_name, setUp, appType, dotnet) => {
  const type = `${appType}_slot`;

  test('is as secure as its app, of which it takes all but the name and the settings', () => {
    const { stack, define } = setUp();
    const app = define({ appSettings: { OF_APP: '1' }, stickySettings: ['OF_APP'], tags: { team: 'chat' } });
    const slot: FunctionSlotBase = app.addSlot('Green', { name: 'green' });
    const { depends_on: _, ...attributes } = only(stack, type);
    expect(attributes).toEqual({
      name: 'green',
      function_app_id: `\${${appType}.App.id}`,
      virtual_network_subnet_id: '${azurerm_subnet.Network_Functions.id}',
      https_only: true,
      public_network_access_enabled: true,
      ftp_publish_basic_authentication_enabled: false,
      webdeploy_publish_basic_authentication_enabled: false,
      functions_extension_version: '~4',
      builtin_logging_enabled: false,
      storage_account_name: '${azurerm_storage_account.Storage.name}',
      storage_uses_managed_identity: true,
      identity: {
        type: 'UserAssigned',
        identity_ids: [
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
        ],
      },
      key_vault_reference_identity_id:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
      app_settings: {
        AzureWebJobsStorage__credential: 'managedidentity',
        AzureWebJobsStorage__clientId: '00000000-0000-0000-0000-00000000c11e',
      },
      site_config: {
        application_stack: { dotnet_version: dotnet, use_dotnet_isolated_runtime: true },
        always_on: true,
        vnet_route_all_enabled: true,
        http2_enabled: true,
        use_32_bit_worker: false,
        ftps_state: 'Disabled',
        minimum_tls_version: '1.2',
        scm_minimum_tls_version: '1.2',
      },
      tags: { team: 'chat' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect([slot.slotName, slot.origin]).toEqual(['green', 'https://func-test-green.azurewebsites.net']);
    expect(slot.virtualNetworkId).toBe(app.virtualNetworkId);
  });

  test('takes the options of its app, also those that a swap does not move', () => {
    const { stack, define } = setUp();
    define({
      runtime: Runtime.node('22'),
      alwaysOn: false,
      http2: false,
      healthCheck: HealthCheck.at('/api/health'),
      cors: AppCors.allowOrigins('https://example.com'),
      accessRestrictions: AccessRestrictions.privateEndpointOnly(),
      packageUrl: 'https://stfunc.blob.core.windows.net/packages/app.zip',
    }).addSlot('Green', { name: 'green', runtime: undefined });
    const { location, resource_group_name, service_plan_id, depends_on: _, ...app } = only(stack, appType);
    expect(only(stack, type)).toMatchObject({ ...app, name: 'green' });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('scales as its app on an elastic plan', () => {
    const { stack, define } = setUp(PlanSku.EP1);
    const packageUrl = 'https://stfunc.blob.core.windows.net/packages/app.zip';
    define({ packageUrl, scaling: FunctionScaling.elastic(10, 2) }).addSlot('Green', {
      name: 'green',
      scaling: FunctionScaling.elastic(3),
    });
    expect(only(stack, type)).toMatchObject({
      app_settings: {
        WEBSITE_RUN_FROM_PACKAGE: packageUrl,
        WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID:
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
      },
      site_config: {
        app_scale_limit: 3,
        elastic_instance_minimum: 1,
        runtime_scale_monitoring_enabled: true,
        pre_warmed_instance_count: 1,
      },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has what it is given in place of what the app has', () => {
    const { stack, props, virtualNetwork, define } = setUp();
    const { resourceGroup } = props;
    const integrationSubnet = virtualNetwork.addSubnet('More', {
      name: 'more',
      addressRange: AddressRange.prefixLength(26),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
    });
    const { osType = OsType.LINUX } = props.servicePlan;
    const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
      keyVaultId: '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-test',
      vaultUri: 'https://kv-test.vault.azure.net/',
    });
    const identity = newIdentity(stack, 'Own');
    const slot = define().addSlot('Green', {
      name: 'green',
      identity,
      integrationSubnet,
      servicePlan: new ServicePlan(stack, 'Own Plan', { name: 'own', resourceGroup, osType, sku: PlanSku.P1V3 }),
      storage: new StorageAccount(stack, 'Own Storage', { name: 'stown', resourceGroup }),
      appSettings: { OF_SLOT: '1' },
      secretSettings: { API: SecretReference.of(vault, 'api') },
      accessRestrictions: AccessRestrictions.ipRanges('203.0.113.0/24'),
      tags: { slot: 'green' },
    });
    expect(slot.identity).toBe(identity);
    expect(only(stack, type)).toMatchObject({
      service_plan_id: '${azurerm_service_plan.OwnPlan.id}',
      virtual_network_subnet_id: '${azurerm_subnet.Network_More.id}',
      storage_account_name: '${azurerm_storage_account.OwnStorage.name}',
      identity: {
        identity_ids: [
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/own',
        ],
      },
      key_vault_reference_identity_id:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/own',
      app_settings: { OF_SLOT: '1', API: '@Microsoft.KeyVault(SecretUri=https://kv-test.vault.azure.net/secrets/api)' },
      site_config: { ip_restriction: [{ ip_address: '203.0.113.0/24' }], ip_restriction_default_action: 'Deny' },
      tags: { slot: 'green' },
    });
    expect(only(stack, appType).app_settings).not.toHaveProperty('OF_SLOT');
    expect(only(stack, type).depends_on).toContainEqual(
      expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsUser-Own-/),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(JSON.stringify(synth(stack))).not.toMatch(KEYLESS);
  });

  test('names no plan where the one that it is given is the one of the app', () => {
    const { stack, props, define } = setUp();
    define().addSlot('Green', { name: 'green', servicePlan: props.servicePlan });
    expect(only(stack, type)).not.toHaveProperty('service_plan_id');
  });

  test('waits for the roles of its app and the private endpoints with which both reach their storage', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, storage, define } = setUp();
    storage.addPrivateEndpoint('Blob', StorageService.BLOB, { name: 'pep-blob', resourceGroup, subnet });
    define().addSlot('Green', { name: 'green' });
    storage.addPrivateEndpoint('Queue', StorageService.QUEUE, { name: 'pep-queue', resourceGroup, subnet });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(3);
    expect(only(stack, type).depends_on).toEqual([
      'azurerm_private_endpoint.Storage_Blob',
      expect.stringMatching(/^azurerm_role_assignment\.Storage_BlobDataOwner-Identity-/),
      expect.stringMatching(/^azurerm_role_assignment\.Storage_QueueDataContributor-Identity-/),
      expect.stringMatching(/^azurerm_role_assignment\.Storage_TableDataContributor-Identity-/),
      `${appType}.App`,
      'azurerm_private_endpoint.Storage_Queue',
    ]);
  });

  test('waits for roles of its own where it has an identity of its own', () => {
    const { stack, define } = setUp();
    define().addSlot('Green', { name: 'green', identity: newIdentity(stack, 'Own') });
    const grants = resources(stack, 'azurerm_role_assignment').filter(
      ({ principal_id: id }) => id === principalIdOf('Own'),
    );
    expect(grants.map(({ scope }) => scope)).toEqual(Array(3).fill('${azurerm_storage_account.Storage.id}'));
    expect(only(stack, type).depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Storage_BlobDataOwner-Own-/),
      expect.stringMatching(/^azurerm_role_assignment\.Storage_QueueDataContributor-Own-/),
      expect.stringMatching(/^azurerm_role_assignment\.Storage_TableDataContributor-Own-/),
      `${appType}.App`,
    ]);
  });

  test('joins its subnet after the app and the slots before it', () => {
    const { stack, define } = setUp();
    const app = define();
    app.addSlot('Green', { name: 'green' });
    app.addSlot('Test', { name: 'test' });
    const graph = graphOf(readable(stack));
    const waits = (name: string) => [...graph.get(name)!].filter((other) => other.startsWith(appType));
    expect(waits(`${type}.App_Green`)).toEqual([`${appType}.App`]);
    expect(waits(`${type}.App_Test`)).toEqual([`${appType}.App`, `${type}.App_Green`]);
  });

  test('negotiates for a SignalR service with the role of its app, and settings of its own', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, zone, define } = setUp();
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      serviceMode: ServiceMode.SERVERLESS,
      cors: Cors.allowOrigins('https://example.com'),
    });
    service.addPrivateEndpoint('Endpoint', { name: 'pep-sigr', resourceGroup, subnet, dns: DnsIntegration.zone(zone) });
    service.connectNegotiator(define().addSlot('Green', { name: 'green' }));
    expect(only(stack, type).app_settings).toMatchObject({
      AzureSignalRConnectionString__serviceUri: 'https://${azurerm_signalr_service.SignalR.hostname}',
      AzureSignalRConnectionString__credential: 'managedidentity',
      AzureSignalRConnectionString__clientId: '00000000-0000-0000-0000-00000000c11e',
    });
    expect(only(stack, type).depends_on).toContainEqual(expect.stringMatching(/^azurerm_role_assignment\.SignalR_/));
    expect(only(stack, appType).app_settings).not.toHaveProperty('AzureSignalRConnectionString__serviceUri');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('sends telemetry with its identity, after it may', () => {
    const setting = setUp();
    const { stack, define } = setting;
    const identity = newIdentity(stack, 'Own');
    define({ applicationInsights: newInsights(setting) }).addSlot('Green', { name: 'green', identity });
    const slot = only(stack, type);
    expect(slot.site_config.application_insights_connection_string).toBe(
      '${azurerm_application_insights.Insights.connection_string}',
    );
    expect(slot.app_settings.APPLICATIONINSIGHTS_AUTHENTICATION_STRING).toBe(
      'Authorization=AAD;ClientId=00000000-0000-0000-0000-00000000c11e',
    );
    expect(slot.app_settings).not.toHaveProperty('APPLICATIONINSIGHTS_CONNECTION_STRING');
    expect(slot.depends_on).toContainEqual(
      expect.stringMatching(/^azurerm_role_assignment\.Insights_MetricsPublisher-Own-/),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes a private endpoint, which leads to a part of the app and waits for the slot', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, define } = setUp();
    const slot = define().addSlot('Green', { name: 'green' });
    slot.addPrivateEndpoint('Endpoint', { name: 'pep-green', resourceGroup, subnet });
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      private_service_connection: {
        private_connection_resource_id: `\${${appType}.App.id}`,
        subresource_names: ['sites-green'],
      },
      depends_on: expect.arrayContaining([`${type}.App_Green`]),
    });
    expect(slot.privateLink.hostnames).toEqual([
      'func-test-green.azurewebsites.net',
      'func-test-green.scm.azurewebsites.net',
    ]);
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
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').target_resource_id).toBe(`\${${type}.App_Green.id}`);
    expect(providers(stack)[`${type}.App_Green`]).toBe('azurerm.hub');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('refuses the settings that its properties set, by props and by addAppSetting', () => {
    const message =
      'Prod/App/Green: [appservice/reserved-setting] the app setting AzureWebJobsStorage is set by properties of the function app; leave it out';
    const appSettings = { AzureWebJobsStorage: '1' };
    expect(messageOf(() => setUp().define().addSlot('Green', { name: 'green', appSettings }))).toBe(message);
    const slot = setUp().define().addSlot('Green', { name: 'green' });
    expect(messageOf(() => slot.addAppSetting('AzureWebJobsStorage', '1'))).toBe(message);
  });
});

describe('LinuxFunctionAppSlot', () => {
  test('pulls the image of a container through its subnet with its identity', () => {
    const { stack, define } = setUpLinuxFunctions();
    const runtime = Runtime.container(ContainerImage.of('contoso.azurecr.io', 'chat/functions', '1.4.2'));
    define().addSlot('Green', { name: 'green', runtime });
    expect(only(stack, 'azurerm_linux_function_app_slot')).toMatchObject({
      vnet_image_pull_enabled: true,
      site_config: {
        container_registry_use_managed_identity: true,
        container_registry_managed_identity_client_id: '00000000-0000-0000-0000-00000000c11e',
        application_stack: {
          docker: [{ registry_url: 'https://contoso.azurecr.io', image_name: 'chat/functions', image_tag: '1.4.2' }],
        },
      },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('refers to its app from another stack, where Terraform could not name it', () => {
    const { stack, define } = setUpLinuxFunctions();
    const app = define();
    const second = newStack('Second', undefined, stack.node.root);
    new LinuxFunctionAppSlot(second, 'Green', { app, name: 'green' });
    expect(only(second, 'azurerm_linux_function_app_slot')).not.toHaveProperty('depends_on');
  });
});

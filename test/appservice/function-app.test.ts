import { TerraformOutput, TerraformStack } from 'cdktf';
import {
  AccessRestrictions,
  AppCors,
  FunctionAppBase,
  FunctionAppProps,
  HealthCheck,
  ServicePlan,
} from '../../src/appservice';
import { AzureCloud } from '../../src/core';
import { Subnet } from '../../src/network';
import { ApplicationInsights, LogWorkspace } from '../../src/observability';
import { DnsIntegration } from '../../src/privatelink';
import { Cors, ServiceMode, SignalRService } from '../../src/signalr';
import { StorageAccount, StorageService } from '../../src/storage';
import { setUpFlex, setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { newHub, providers } from '../support/hub';
import { NETWORK_ID, PLAN_ID, SUBNET_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, readable, resources, synth } from '../support/synth';

function newInsights({ stack, props }: { stack: TerraformStack; props: FunctionAppProps }) {
  const { resourceGroup } = props;
  const workspace = new LogWorkspace(stack, 'Logs', { name: 'log-test', resourceGroup });
  return new ApplicationInsights(stack, 'Insights', { name: 'appi-test', resourceGroup, workspace });
}

describe.each([
  ['LinuxFunctionApp', setUpLinuxFunctions, 'azurerm_linux_function_app'],
  ['WindowsFunctionApp', setUpWindowsFunctions, 'azurerm_windows_function_app'],
  ['FlexConsumptionFunctionApp', setUpFlex, 'azurerm_function_app_flex_consumption'],
] as const)('%s', (_name, setUp, type) => {
  function attributesWith(change: Partial<FunctionAppProps>): Record<string, any> {
    const { stack, define } = setUp();
    define(change);
    expect(schemaViolations(synth(stack))).toEqual([]);
    return only(stack, type);
  }

  test('waits for the roles and private endpoints with which it reaches its storage', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, storage, define } = setUp();
    storage.addPrivateEndpoint('Blob', StorageService.BLOB, { name: 'pep-blob', resourceGroup, subnet });
    define();
    storage.addPrivateEndpoint('Queue', StorageService.QUEUE, { name: 'pep-queue', resourceGroup, subnet });
    const grants = resources(stack, 'azurerm_role_assignment');
    expect(grants.map(({ role_definition_id: id }) => id.split('/').pop())).toEqual([
      'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
      '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
    ]);
    expect(grants.map(({ scope, principal_id: principal }) => [scope, principal])).toEqual(
      Array(3).fill(['${azurerm_storage_account.Storage.id}', '00000000-0000-0000-0000-00000000b1ec']),
    );
    expect(only(stack, type).depends_on).toEqual([
      'azurerm_private_endpoint.Storage_Blob',
      expect.stringMatching(/^azurerm_role_assignment\.Storage_BlobDataOwner-Identity-/),
      expect.stringMatching(/^azurerm_role_assignment\.Storage_QueueDataContributor-Identity-/),
      expect.stringMatching(/^azurerm_role_assignment\.Storage_TableDataContributor-Identity-/),
      'azurerm_private_endpoint.Storage_Queue',
    ]);
  });

  test('shares roles that were granted to its identity before', () => {
    const { stack, storage, props, define } = setUp();
    storage.grantTableDataContributor(props.identity);
    define();
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(3);
  });

  test('sends telemetry with its identity, after it may', () => {
    const setting = setUp();
    const { stack, define } = setting;
    define({ applicationInsights: newInsights(setting) });
    const app = only(stack, type);
    expect(app.site_config.application_insights_connection_string).toBe(
      '${azurerm_application_insights.Insights.connection_string}',
    );
    expect(app.app_settings.APPLICATIONINSIGHTS_AUTHENTICATION_STRING).toBe(
      'Authorization=AAD;ClientId=00000000-0000-0000-0000-00000000c11e',
    );
    expect(app.app_settings).not.toHaveProperty('APPLICATIONINSIGHTS_CONNECTION_STRING');
    expect(app.depends_on).toContainEqual(
      expect.stringMatching(/^azurerm_role_assignment\.Insights_MetricsPublisher-Identity-/),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('negotiates for a SignalR service with its identity', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, zone, define } = setUp();
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      serviceMode: ServiceMode.SERVERLESS,
      cors: Cors.allowOrigins('https://example.com'),
    });
    service.addPrivateEndpoint('Endpoint', { name: 'pep-sigr', resourceGroup, subnet, dns: DnsIntegration.zone(zone) });
    service.connectNegotiator(define());
    expect(only(stack, type).app_settings).toMatchObject({
      AzureSignalRConnectionString__serviceUri: 'https://${azurerm_signalr_service.SignalR.hostname}',
      AzureSignalRConnectionString__credential: 'managedidentity',
      AzureSignalRConnectionString__clientId: '00000000-0000-0000-0000-00000000c11e',
    });
    expect(only(stack, type).depends_on).toContainEqual(expect.stringMatching(/^azurerm_role_assignment\.SignalR_/));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is called by a SignalR service through a shared private link', () => {
    const { stack, define } = setUp();
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', {
      serviceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat',
      hostname: 'sigr.service.signalr.net',
    });
    const target = define();
    service.addSharedPrivateLink('Upstream', { target });
    expect(target.takesPrivateEndpoints).toBe(true);
    expect(only(stack, 'azurerm_signalr_shared_private_link_resource')).toMatchObject({
      sub_resource_name: 'sites',
      target_resource_id: `\${${type}.App.id}`,
    });
  });

  test('tells its host name', () => {
    const { stack, define } = setUp();
    new TerraformOutput(stack, 'host', { value: define().defaultHostname });
    expect(readable(stack).output!.host.value).toBe(`\${${type}.App.default_hostname}`);
  });

  test('takes the options of all apps', () => {
    const app = attributesWith({
      healthCheck: HealthCheck.at('/api/health', 5),
      cors: AppCors.allowOrigins('https://example.com'),
      http2: false,
      stickySettings: ['A'],
      appSettings: { A: '1' },
      accessRestrictions: AccessRestrictions.ipRanges('203.0.113.0/24'),
      tags: { team: 'chat' },
    });
    expect(app).toMatchObject({
      tags: { team: 'chat' },
      app_settings: { A: '1', AzureWebJobsStorage__credential: 'managedidentity' },
      sticky_settings: { app_setting_names: ['A'] },
      site_config: {
        http2_enabled: false,
        health_check_path: '/api/health',
        health_check_eviction_time_in_min: 5,
        cors: { allowed_origins: ['https://example.com'] },
        ip_restriction: [{ ip_address: '203.0.113.0/24', action: 'Allow' }],
        ip_restriction_default_action: 'Deny',
      },
    });
  });

  test('closes its public endpoint', () => {
    const app = attributesWith({ accessRestrictions: AccessRestrictions.privateEndpointOnly() });
    expect(app.public_network_access_enabled).toBe(false);
  });

  test('is told the addresses of its storage in other clouds than the public one', () => {
    const { stack, props, define } = setUp();
    const { sku, osType } = props.servicePlan;
    const location = 'chinanorth3';
    define({
      servicePlan: ServicePlan.fromServicePlanAttributes(stack, 'ChinaPlan', {
        servicePlanId: PLAN_ID,
        location,
        sku,
        osType,
      }),
      integrationSubnet: Subnet.fromSubnetAttributes(stack, 'ChinaSubnet', {
        subnetId: SUBNET_ID,
        virtualNetworkId: NETWORK_ID,
        location,
      }),
      storage: StorageAccount.fromStorageAccountAttributes(stack, 'ChinaStorage', {
        storageAccountId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stchina',
        storageAccountName: 'stchina',
        cloud: AzureCloud.CHINA,
      }),
    });
    expect(only(stack, type).app_settings).toMatchObject({
      AzureWebJobsStorage__blobServiceUri: 'https://stchina.blob.core.chinacloudapi.cn/',
      AzureWebJobsStorage__queueServiceUri: 'https://stchina.queue.core.chinacloudapi.cn/',
      AzureWebJobsStorage__tableServiceUri: 'https://stchina.table.core.chinacloudapi.cn/',
    });
  });

  test('lives in the subscription of its provider, and its roles in that of the storage', () => {
    const { stack, define } = setUp();
    define({ provider: newHub(stack) });
    const inHub = Object.entries(providers(stack)).filter(([, provider]) => provider === 'azurerm.hub');
    expect(inHub).toEqual([[`${type}.App`, 'azurerm.hub']]);
  });

  test('holds no key', () => {
    const setting = setUp();
    setting.define({ applicationInsights: newInsights(setting) });
    expect(JSON.stringify(synth(setting.stack))).not.toMatch(
      /AccountKey|primary_access_key|storage_account_access_key/,
    );
  });

  const RESERVED = [
    'AzureWebJobsStorage',
    'AzureWebJobsStorage__accountName',
    'AzureWebJobsDashboard__accountName',
    'FUNCTIONS_EXTENSION_VERSION',
    'functions_worker_runtime',
    'APPLICATIONINSIGHTS_CONNECTION_STRING',
    'WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID',
  ];

  test.each(RESERVED)('fails for the setting %s, by props and by addAppSetting', (name) => {
    const message = `Prod/App: [appservice/reserved-setting] the app setting ${name} is set by properties of the function app; leave it out`;
    expect(messageOf(() => setUp().define({ appSettings: { [name]: '1' } }))).toBe(message);
    const app: FunctionAppBase = setUp().define();
    expect(messageOf(() => app.addAppSetting(name, '1'))).toBe(message);
  });

  test.each([
    'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING',
    'WEBSITE_CONTENTSHARE',
    'WEBSITE_CONTENTOVERVNET',
    'WEBSITE_SKIP_CONTENTSHARE_VALIDATION',
  ])('fails for the setting %s of a content share', (name) => {
    expect(messageOf(() => setUp().define({ appSettings: { [name]: '1' } }))).toBe(
      `Prod/App: [appservice/content-share] the app setting ${name} is for a content share, which needs account keys; leave it out`,
    );
  });

  test('fails for a connection string with a key, which it does not repeat', () => {
    const key = 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=secret==';
    expect(messageOf(() => setUp().define().addAppSetting('OtherStorage', key))).toBe(
      "Prod/App: [appservice/secret-setting] the value of app setting OtherStorage looks like a connection string with a key; sign in with the app's identity, refer to a Key Vault secret with secretSettings, or say in notSecret why it is no secret",
    );
  });

  test('takes settings that disable a function', () => {
    const app = attributesWith({ appSettings: { 'AzureWebJobs.Negotiate.Disabled': '1' } });
    expect(app.app_settings).toMatchObject({ 'AzureWebJobs.Negotiate.Disabled': '1' });
  });
});

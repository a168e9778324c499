import { LogDestination } from '../../src/observability';
import { Cors, SignalRService } from '../../src/signalr';
import { NAMESPACE_RULE, PARTNER, STORAGE_ACCOUNT } from '../support/destinations';
import { SERVICE_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, resources, synth } from '../support/synth';

const SETTING = 'azurerm_monitor_diagnostic_setting';
const STORAGE = LogDestination.storage(STORAGE_ACCOUNT);

const EXISTING = { serviceId: SERVICE_ID, hostname: 'chat.service.signalr.net' };

function newExisting() {
  const { stack } = newGroup();
  return { stack, service: SignalRService.fromSignalRServiceAttributes(stack, 'Existing', EXISTING) };
}

function newService() {
  const { stack, resourceGroup } = newGroup();
  const props = { name: 'sigr-chat', resourceGroup, cors: Cors.allowAnyOrigin() };
  return { stack, service: new SignalRService(stack, 'SignalR', props) };
}

describe('SignalRService.sendLogsTo', () => {
  test('sends to a new workspace and everywhere else at once', () => {
    const { stack, service } = newService();
    service.sendLogsTo(
      LogDestination.several(
        LogDestination.newWorkspace({ retentionInDays: 60 }),
        STORAGE,
        LogDestination.eventHub({ authorizationRuleId: NAMESPACE_RULE }),
        LogDestination.partner(PARTNER),
      ),
    );
    expect(only(stack, SETTING)).toEqual({
      name: 'logs',
      target_resource_id: '${azurerm_signalr_service.SignalR.id}',
      log_analytics_workspace_id: '${azurerm_log_analytics_workspace.SignalR_LogWorkspace.id}',
      storage_account_id: STORAGE_ACCOUNT,
      eventhub_authorization_rule_id: NAMESPACE_RULE,
      partner_solution_id: PARTNER,
      enabled_log: [{ category: 'AllLogs' }],
      enabled_metric: [{ category: 'AllMetrics' }],
    });
    expect(only(stack, 'azurerm_log_analytics_workspace').retention_in_days).toBe(60);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([60, 63])('names a new workspace after a service with %d characters', (length) => {
    const { stack, resourceGroup } = newGroup();
    const props = { name: 's'.repeat(length), resourceGroup, cors: Cors.allowAnyOrigin() };
    new SignalRService(stack, 'SignalR', props).sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toMatch(/^log-s{52}-[0-9a-f]{6}$/);
  });

  test('refuses a second setting, which would send the same logs again', () => {
    const { service } = newService();
    service.sendLogsTo(STORAGE);
    expect(messageOf(() => service.sendLogsTo(LogDestination.partner(PARTNER)))).toBe(
      'Prod/SignalR: [logs/duplicate-setting] the logs are sent already; name all destinations in one call, with LogDestination.several(...)',
    );
  });

  test('reports all that is wrong with the destinations at once', () => {
    const { service } = newService();
    const workspace = LogDestination.newWorkspace({ retentionInDays: 1 });
    expect(messageOf(() => service.sendLogsTo(LogDestination.several(STORAGE, workspace, STORAGE)))).toBe(
      [
        'Prod/SignalR/DiagnosticSetting: [logs/destination] 2 destinations of the kind storage account given; a diagnostic setting accepts one of each kind',
        'Prod/SignalR/LogWorkspace: [logs/retention] retention of 1 days given; use a whole number from 30 to 730',
      ].join('\n'),
    );
  });
});

describe('sendLogsTo of an existing service', () => {
  test('needs no resource group where no workspace is new', () => {
    const { stack, service } = newExisting();
    service.sendLogsTo(STORAGE);
    expect(only(stack, SETTING)).toMatchObject({
      target_resource_id: SERVICE_ID,
      storage_account_id: STORAGE_ACCOUNT,
    });
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
  });

  test('defines a new workspace in the resource group and region that it is told', () => {
    const { stack, resourceGroup } = newGroup();
    const attributes = { ...EXISTING, location: 'westus', resourceGroup };
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'Existing', attributes);
    service.sendLogsTo(LogDestination.several(STORAGE, LogDestination.newWorkspace()));
    expect(only(stack, 'azurerm_log_analytics_workspace')).toMatchObject({
      name: 'log-Existing',
      location: 'westus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('names a new workspace after a construct whose id is no name', () => {
    const { stack, resourceGroup } = newGroup();
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'My_Chat', { ...EXISTING, resourceGroup });
    service.sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toBe('log-My-Chat');
  });

  test.each<[string, LogDestination, string]>([
    [
      'no destination',
      LogDestination.several(),
      'Prod/Existing/DiagnosticSetting: [logs/destination] no destination given; name at least one, such as LogDestination.newWorkspace()',
    ],
    [
      'two destinations of one kind',
      LogDestination.several(LogDestination.partner(PARTNER), LogDestination.partner(PARTNER)),
      'Prod/Existing/DiagnosticSetting: [logs/destination] 2 destinations of the kind partner solution given; a diagnostic setting accepts one of each kind',
    ],
    [
      'a new workspace in a resource group that is not known',
      LogDestination.several(STORAGE, LogDestination.newWorkspace()),
      'Prod/Existing: [logs/destination] a new workspace needs a resource group, but the resource group of this existing service is not known; give resourceGroup in the attributes, or give a workspace',
    ],
  ])('refuses %s', (_, destination, message) => {
    expect(messageOf(() => newExisting().service.sendLogsTo(destination))).toBe(message);
  });

  test('takes the resource group of a service that is looked up', () => {
    const { stack } = newGroup();
    const lookup = { name: 'sigr-shared', resourceGroupName: 'rg-shared' };
    SignalRService.fromLookup(stack, 'Shared', lookup).sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').resource_group_name).toBe('rg-shared');
  });
});

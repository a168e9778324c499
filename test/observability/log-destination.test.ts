import { TerraformVariable } from 'cdktf';
import { DiagnosticSetting, ILogWorkspace, LogCategories, LogDestination, LogWorkspace } from '../../src/observability';
import { NAMESPACE_RULE, PARTNER, STORAGE_ACCOUNT } from '../support/destinations';
import { newHub } from '../support/hub';
import { LOG_WORKSPACE_ID, SERVICE_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth } from '../support/synth';

const SETTING = 'azurerm_monitor_diagnostic_setting';

function setUp() {
  const { stack, resourceGroup } = newGroup();
  const workspace = LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', { logWorkspaceId: LOG_WORKSPACE_ID });
  const send = (destination: LogDestination) =>
    new DiagnosticSetting(stack, 'Setting', {
      name: 'logs',
      targetResourceId: SERVICE_ID,
      destination,
      logs: LogCategories.all(),
    });
  return { stack, resourceGroup, workspace, send };
}

const REST = {
  name: 'logs',
  target_resource_id: SERVICE_ID,
  enabled_log: [{ category_group: 'allLogs' }],
  enabled_metric: [{ category: 'AllMetrics' }],
};

describe('LogDestination', () => {
  test.each<[string, (workspace: ILogWorkspace) => LogDestination, Record<string, string>]>([
    ['workspace', LogDestination.workspace, { log_analytics_workspace_id: LOG_WORKSPACE_ID }],
    ['storage account', () => LogDestination.storage(STORAGE_ACCOUNT), { storage_account_id: STORAGE_ACCOUNT }],
    [
      'namespace, with an event hub for each category',
      () => LogDestination.eventHub({ authorizationRuleId: NAMESPACE_RULE }),
      { eventhub_authorization_rule_id: NAMESPACE_RULE },
    ],
    [
      'named event hub',
      () => LogDestination.eventHub({ authorizationRuleId: NAMESPACE_RULE, eventHubName: 'signalr-logs' }),
      { eventhub_authorization_rule_id: NAMESPACE_RULE, eventhub_name: 'signalr-logs' },
    ],
    ['partner', () => LogDestination.partner(PARTNER), { partner_solution_id: PARTNER }],
    [
      'workspace, storage account, event hub and partner at once',
      (workspace) =>
        LogDestination.several(
          LogDestination.partner(PARTNER),
          LogDestination.several(LogDestination.workspace(workspace), LogDestination.storage(STORAGE_ACCOUNT)),
          LogDestination.eventHub({ authorizationRuleId: NAMESPACE_RULE, eventHubName: 'x' }),
        ),
      {
        log_analytics_workspace_id: LOG_WORKSPACE_ID,
        storage_account_id: STORAGE_ACCOUNT,
        eventhub_authorization_rule_id: NAMESPACE_RULE,
        eventhub_name: 'x',
        partner_solution_id: PARTNER,
      },
    ],
  ])('sends to a %s', (_, destination, attributes) => {
    const { stack, workspace, send } = setUp();
    send(destination(workspace));
    expect(only(stack, SETTING)).toEqual({ ...REST, ...attributes });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines a new workspace with its options, and keeps the other destinations', () => {
    const { stack, resourceGroup, send } = setUp();
    const destination = LogDestination.several(
      LogDestination.newWorkspace({ retentionInDays: 90 }),
      LogDestination.storage(STORAGE_ACCOUNT),
    );
    send(destination._definedIn(stack, { name: 'log-chat', resourceGroup }));
    expect(only(stack, 'azurerm_log_analytics_workspace')).toMatchObject({ name: 'log-chat', retention_in_days: 90 });
    expect(only(stack, SETTING)).toMatchObject({
      log_analytics_workspace_id: '${azurerm_log_analytics_workspace.LogWorkspace.id}',
      storage_account_id: STORAGE_ACCOUNT,
    });
  });

  test('defines nothing for an existing workspace', () => {
    const { stack, resourceGroup, workspace } = setUp();
    const defined = LogDestination.workspace(workspace)._definedIn(stack, { name: 'log-chat', resourceGroup });
    expect(defined._logWorkspace).toBe(workspace);
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
  });

  test('does not judge ids that are only known when Terraform runs', () => {
    const { stack, send } = setUp();
    const id = new TerraformVariable(stack, 'Id', { type: 'string' }).stringValue;
    send(
      LogDestination.several(
        LogDestination.storage(id),
        LogDestination.eventHub({ authorizationRuleId: id, eventHubName: id }),
        LogDestination.partner(id),
      ),
    );
    expect(only(stack, SETTING)).toMatchObject({ storage_account_id: '${var.Id}', eventhub_name: '${var.Id}' });
  });

  const storage = LogDestination.storage(STORAGE_ACCOUNT);
  const hub = (authorizationRuleId: string, eventHubName?: string) =>
    LogDestination.eventHub({ authorizationRuleId, eventHubName });
  test.each<[string, LogDestination, ...string[]]>([
    [
      'no destination',
      LogDestination.several(),
      'no destination given; name at least one, such as LogDestination.newWorkspace()',
    ],
    [
      'destinations of one kind',
      LogDestination.several(storage, hub(NAMESPACE_RULE), storage, hub(NAMESPACE_RULE), storage),
      '3 destinations of the kind storage account given; a diagnostic setting accepts one of each kind',
      '2 destinations of the kind event hub given; a diagnostic setting accepts one of each kind',
    ],
    [
      'the id of something else as a storage account',
      LogDestination.storage(PARTNER),
      `"${PARTNER}" is not the id of a storage account; use one such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Storage/storageAccounts/NAME`,
    ],
    [
      'a storage account in lower case, which azurerm does not read',
      LogDestination.storage(STORAGE_ACCOUNT.toLowerCase()),
      `"${STORAGE_ACCOUNT.toLowerCase()}" is not the id of a storage account; use one such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Storage/storageAccounts/NAME`,
    ],
    [
      'the rule of one event hub in place of its namespace, and a bad name',
      hub(NAMESPACE_RULE.replace('/authorizationRules', '/eventhubs/x/authorizationRules'), '-x'),
      `"${NAMESPACE_RULE.replace('/authorizationRules', '/eventhubs/x/authorizationRules')}" is not the id of an authorization rule of an event hub namespace; use one such as /subscriptions/.../resourceGroups/.../providers/Microsoft.EventHub/namespaces/NAME/authorizationRules/RULE`,
      '"-x" is not an event hub name; use 1 to 256 letters, digits, inner periods, dashes or underscores',
    ],
    [
      'a partner without an id',
      LogDestination.partner('datadog'),
      '"datadog" is not the id of a partner solution; use one such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Datadog/monitors/NAME',
    ],
    [
      'a new workspace without a resource group',
      LogDestination.newWorkspace(),
      'a new workspace needs a resource group, which a diagnostic setting does not have; define a LogWorkspace and use LogDestination.workspace(...)',
    ],
  ])('refuses %s', (_, destination, ...messages) => {
    const { send } = setUp();
    expect(messageOf(() => send(destination))).toBe(
      messages.map((message) => `Prod/Setting: [logs/destination] ${message}`).join('\n'),
    );
  });

  test('takes event hub names of 1 and 256 characters, and refuses 257', () => {
    const problems = (length: number) => hub(NAMESPACE_RULE, 'x'.repeat(length))._problems().length;
    expect([1, 256, 257].map(problems)).toEqual([0, 0, 1]);
  });
});

describe('DiagnosticSetting', () => {
  const props = { name: 'logs', targetResourceId: SERVICE_ID, destination: LogDestination.partner(PARTNER) };

  test('collects named categories and leaves metrics out', () => {
    const stack = newStack();
    new DiagnosticSetting(stack, 'Setting', { ...props, logs: LogCategories.of('A', 'B'), metrics: false });
    expect(only(stack, SETTING)).toEqual({
      name: 'logs',
      target_resource_id: SERVICE_ID,
      partner_solution_id: PARTNER,
      enabled_log: [{ category: 'A' }, { category: 'B' }],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('writes the id of its target in the letter case of all ids', () => {
    const stack = newStack();
    const targetResourceId = SERVICE_ID.replace('resourceGroups', 'resourcegroups');
    new DiagnosticSetting(stack, 'Setting', { ...props, targetResourceId, logs: LogCategories.all() });
    expect(only(stack, SETTING).target_resource_id).toBe(SERVICE_ID);
  });

  test('does not judge what is only known when Terraform runs', () => {
    const stack = newStack();
    const value = new TerraformVariable(stack, 'Value', { type: 'string' }).stringValue;
    new DiagnosticSetting(stack, 'Setting', { ...props, targetResourceId: value, logs: LogCategories.of(value) });
    expect(only(stack, SETTING)).toMatchObject({
      target_resource_id: '${var.Value}',
      enabled_log: [{ category: '${var.Value}' }],
    });
  });

  test.each(['', ' '])('fails for the category "%s"', (category) => {
    const bad = { ...props, logs: LogCategories.of('A', category) };
    expect(messageOf(() => new DiagnosticSetting(newStack(), 'Setting', bad))).toBe(
      'Prod/Setting: [logs/category] a log category has no name; name it or use LogCategories.all()',
    );
  });

  test('is made through the provider of its target', () => {
    const stack = newStack();
    new DiagnosticSetting(stack, 'Setting', { ...props, logs: LogCategories.all(), provider: newHub(stack) });
    expect(only(stack, SETTING).provider).toBe('azurerm.hub');
  });

  test('fails with all that is wrong at once', () => {
    const targetResourceId = 'sigr-chat';
    const destination = LogDestination.several();
    const bad = { name: 'a/b', targetResourceId, logs: LogCategories.of(), destination };
    expect(messageOf(() => new DiagnosticSetting(newStack(), 'Setting', bad))).toBe(
      [
        'Prod/Setting: [logs/setting-name] "a/b" is not a diagnostic setting name; use 1 to 260 characters, none of < > * % & : \\ ? + /',
        'Prod/Setting: [logs/target] "sigr-chat" is not an Azure resource id; use one such as /subscriptions/ID/resourceGroups/NAME/providers/NAMESPACE/TYPE/NAME',
        'Prod/Setting: [logs/category] no log category given; name one or use LogCategories.all()',
        'Prod/Setting: [logs/destination] no destination given; name at least one, such as LogDestination.newWorkspace()',
      ].join('\n'),
    );
  });
});

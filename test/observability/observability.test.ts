import { DiagnosticSetting, LogCategories, LogDestination, LogWorkspace } from '../../src/observability';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, messageOf, newGroup, newStack, only, resources, synth } from '../support/synth';

describe('LogWorkspace', () => {
  test('keeps logs for 30 days and takes no shared keys', () => {
    const { stack, resourceGroup } = newGroup();
    new LogWorkspace(stack, 'Logs', { name: 'log-chat', resourceGroup });
    expect(only(stack, 'azurerm_log_analytics_workspace')).toEqual({
      name: 'log-chat',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      sku: 'PerGB2018',
      retention_in_days: 30,
      local_authentication_enabled: false,
    });
  });

  test('lives in the subscription of its provider', () => {
    const { stack, resourceGroup } = newGroup();
    new LogWorkspace(stack, 'Logs', { name: 'log-chat', resourceGroup, provider: newHub(stack) });
    expect(only(stack, 'azurerm_log_analytics_workspace').provider).toBe('azurerm.hub');
  });

  test('fails when name and retention are invalid', () => {
    const { stack, resourceGroup } = newGroup();
    expect(messageOf(() => new LogWorkspace(stack, 'Logs', { name: 'log', resourceGroup, retentionInDays: 7 }))).toBe(
      [
        'Prod/Logs: [logs/workspace-name] "log" is not a workspace name; use 4 to 63 letters, digits or inner dashes',
        'Prod/Logs: [logs/retention] retention of 7 days given; use a whole number from 30 to 730',
      ].join('\n'),
    );
  });
});

describe('LogWorkspace.fromLookup', () => {
  const lookup = { name: 'log-hub', resourceGroupName: 'rg-hub' };

  test('reads the workspace that a diagnostic setting refers to', () => {
    const stack = newStack();
    const workspace = LogWorkspace.fromLookup(stack, 'Logs', lookup);
    const logs = LogCategories.all();
    new DiagnosticSetting(stack, 'Setting', { name: 'logs', targetResourceId: '/subscriptions/0/y', workspace, logs });
    expect(dataSources(stack, 'azurerm_log_analytics_workspace')).toEqual([
      { name: 'log-hub', resource_group_name: 'rg-hub' },
    ]);
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').log_analytics_workspace_id).toBe(
      '${data.azurerm_log_analytics_workspace.Logs.id}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines no resource, and reads through its provider', () => {
    const stack = newStack();
    LogWorkspace.fromLookup(stack, 'Logs', { ...lookup, provider: newHub(stack) });
    expect(synth(stack).resource).toBeUndefined();
    expect(providers(stack)).toEqual({ 'azurerm_log_analytics_workspace.Logs': 'azurerm.hub' });
  });
});

describe('LogDestination', () => {
  test('defines a new workspace with its options', () => {
    const { stack, resourceGroup } = newGroup();
    LogDestination.newWorkspace({ retentionInDays: 90 })._workspaceIn(stack, { name: 'log-chat', resourceGroup });
    expect(only(stack, 'azurerm_log_analytics_workspace')).toMatchObject({ name: 'log-chat', retention_in_days: 90 });
  });

  test('defines nothing for an existing workspace', () => {
    const { stack, resourceGroup } = newGroup();
    const existing = LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', { logWorkspaceId: '/subscriptions/0/x' });
    expect(LogDestination.workspace(existing)._workspaceIn(stack, { name: 'log-chat', resourceGroup })).toBe(existing);
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
  });
});

describe('DiagnosticSetting', () => {
  const setUp = () => {
    const { stack } = newGroup();
    const workspace = LogWorkspace.fromLogWorkspaceAttributes(stack, 'Logs', { logWorkspaceId: '/subscriptions/0/x' });
    return {
      stack,
      props: { name: 'logs', targetResourceId: '/subscriptions/0/y', workspace, logs: LogCategories.all() },
    };
  };

  test('collects named categories and all metrics', () => {
    const { stack, props } = setUp();
    new DiagnosticSetting(stack, 'Setting', { ...props, logs: LogCategories.of('A', 'B') });
    expect(only(stack, 'azurerm_monitor_diagnostic_setting')).toEqual({
      name: 'logs',
      target_resource_id: '/subscriptions/0/y',
      log_analytics_workspace_id: '/subscriptions/0/x',
      enabled_log: [{ category: 'A' }, { category: 'B' }],
      enabled_metric: [{ category: 'AllMetrics' }],
    });
  });

  test('collects everything by the category group', () => {
    const { stack, props } = setUp();
    new DiagnosticSetting(stack, 'Setting', props);
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').enabled_log).toEqual([{ category_group: 'allLogs' }]);
  });

  test('is made through the provider of its target', () => {
    const { stack, props } = setUp();
    new DiagnosticSetting(stack, 'Setting', { ...props, provider: newHub(stack) });
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').provider).toBe('azurerm.hub');
  });

  test('fails when the name is invalid and no category is given', () => {
    const { stack, props } = setUp();
    expect(
      messageOf(() => new DiagnosticSetting(stack, 'Setting', { ...props, name: 'a/b', logs: LogCategories.of() })),
    ).toBe(
      [
        'Prod/Setting: [logs/setting-name] "a/b" is not a diagnostic setting name; use 1 to 260 characters, none of < > * % & : \\ ? + /',
        'Prod/Setting: [logs/category] no log category given; name one or use LogCategories.all()',
      ].join('\n'),
    );
  });
});

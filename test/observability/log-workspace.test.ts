import { DiagnosticSetting, LogCategories, LogDestination, LogWorkspace } from '../../src/observability';
import { newApp } from '../support/app';
import { newHub, providers } from '../support/hub';
import { LOG_WORKSPACE_ID, SERVICE_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, messageOf, newGroup, newStack, only, synth } from '../support/synth';

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

  test('takes so many gigabytes a day', () => {
    const { stack, resourceGroup } = newGroup();
    new LogWorkspace(stack, 'Logs', { name: 'log-chat', resourceGroup, dailyQuotaInGb: 0.5 });
    expect(only(stack, 'azurerm_log_analytics_workspace').daily_quota_gb).toBe(0.5);
    expect(schemaViolations(synth(stack))).toEqual([]);
    const { stack: app } = newApp({ logs: LogDestination.newWorkspace({ dailyQuotaInGb: 5 }) });
    expect(only(app, 'azurerm_log_analytics_workspace').daily_quota_gb).toBe(5);
  });

  test.each([0, -1, 0.02, Number.NaN])('refuses a quota of %d gigabytes', (dailyQuotaInGb) => {
    const problem = `[logs/daily-quota] a daily quota of ${dailyQuotaInGb} GB given; use 0.023 or more, or leave dailyQuotaInGb out for no limit`;
    const { stack, resourceGroup } = newGroup();
    const define = () => new LogWorkspace(stack, 'Logs', { name: 'log-chat', resourceGroup, dailyQuotaInGb });
    expect(messageOf(define)).toBe(`Prod/Logs: ${problem}`);
    expect(messageOf(() => newApp({ logs: LogDestination.newWorkspace({ dailyQuotaInGb }) }))).toBe(
      `Prod/Chat/LogWorkspace: ${problem}`,
    );
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

describe('LogWorkspace.fromLogWorkspaceAttributes', () => {
  test('writes the id as azurerm reads it, though the portal shows it otherwise', () => {
    const logWorkspaceId = LOG_WORKSPACE_ID.toLowerCase();
    expect(LogWorkspace.fromLogWorkspaceAttributes(newStack(), 'Logs', { logWorkspaceId })).toMatchObject({
      logWorkspaceId: LOG_WORKSPACE_ID,
    });
  });

  test('refuses the id of something else', () => {
    const attributes = { logWorkspaceId: SERVICE_ID };
    expect(messageOf(() => LogWorkspace.fromLogWorkspaceAttributes(newStack(), 'Logs', attributes))).toBe(
      `Prod/Logs: [logs/workspace-id] "${SERVICE_ID}" is not the id of a Log Analytics workspace; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.OperationalInsights/workspaces/NAME`,
    );
  });
});

describe('LogWorkspace.fromLookup', () => {
  const lookup = { name: 'log-hub', resourceGroupName: 'rg-hub' };

  test('reads the workspace that a diagnostic setting refers to', () => {
    const stack = newStack();
    const workspace = LogWorkspace.fromLookup(stack, 'Logs', lookup);
    new DiagnosticSetting(stack, 'Setting', {
      name: 'logs',
      targetResourceId: SERVICE_ID,
      destination: LogDestination.workspace(workspace),
      logs: LogCategories.all(),
    });
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

import { TerraformStack } from 'cdktf';
import { observability, SecureSignalRAppProps } from '../../src';
import { newApp } from '../support/app';
import { NAMESPACE_RULE, PARTNER, STORAGE_ACCOUNT } from '../support/destinations';
import { actionGroupId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, resources, synth } from '../support/synth';

const { AlertReceiver, LogDestination } = observability;
const SETTING = 'azurerm_monitor_diagnostic_setting';

describe('logs of SecureSignalRApp', () => {
  test('go to one new workspace and everywhere else at once', () => {
    const { stack, chat } = newApp({
      logs: LogDestination.several(
        LogDestination.newWorkspace(),
        LogDestination.storage(STORAGE_ACCOUNT),
        LogDestination.eventHub({ authorizationRuleId: NAMESPACE_RULE }),
        LogDestination.partner(PARTNER),
      ),
    });
    expect(chat.logWorkspace).toBeInstanceOf(observability.LogWorkspace);
    const sinks = resources(stack, SETTING).map(({ name, target_resource_id, enabled_log, ...rest }) => rest);
    expect(sinks).toEqual(
      Array(2).fill({
        log_analytics_workspace_id: '${azurerm_log_analytics_workspace.Chat_LogWorkspace.id}',
        storage_account_id: STORAGE_ACCOUNT,
        eventhub_authorization_rule_id: NAMESPACE_RULE,
        partner_solution_id: PARTNER,
        enabled_metric: [{ category: 'AllMetrics' }],
      }),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('need no workspace', () => {
    const { stack, chat } = newApp({ logs: LogDestination.storage(STORAGE_ACCOUNT) });
    expect(chat.logWorkspace).toBeUndefined();
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
    expect(resources(stack, SETTING).map((each) => each.storage_account_id)).toEqual(Array(2).fill(STORAGE_ACCOUNT));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('alerts of SecureSignalRApp', () => {
  const alertReceivers = [AlertReceiver.email('ops', 'ops@example.com')];

  test('are not there without receivers', () => {
    const { stack, chat } = newApp();
    expect(chat.actionGroup).toBeUndefined();
    expect(chat.alerts).toEqual([]);
    expect(resources(stack, 'azurerm_monitor_metric_alert')).toEqual([]);
  });

  test('watch the service and tell the receivers', () => {
    const { stack, chat } = newApp({ environment: 'prod', alertReceivers, tags: { team: 'chat' } });
    expect(only(stack, 'azurerm_monitor_action_group')).toEqual({
      name: 'ag-chat-prod-centralus',
      short_name: 'ag-chat-prod',
      resource_group_name: '${azurerm_resource_group.Chat_ResourceGroup.name}',
      email_receiver: [{ name: 'ops', email_address: 'ops@example.com', use_common_alert_schema: true }],
      tags: { team: 'chat' },
    });
    expect(resources(stack, 'azurerm_monitor_metric_alert')).toEqual(
      ['connection-quota-utilization', 'inbound-traffic', 'server-load', 'system-errors'].map((metric) =>
        expect.objectContaining({
          name: `alert-chat-prod-centralus-${metric}`,
          resource_group_name: '${azurerm_resource_group.Chat_ResourceGroup.name}',
          scopes: ['${azurerm_signalr_service.Chat_SignalR.id}'],
          action: [{ action_group_id: '${azurerm_monitor_action_group.Chat_ActionGroup.id}' }],
          tags: { team: 'chat' },
        }),
      ),
    );
    expect(chat.alerts.map(({ node }) => node.path)).toEqual([
      'Prod/Chat/SignalR/ConnectionQuotaUtilizationAlert',
      'Prod/Chat/SignalR/ServerLoadAlert',
      'Prod/Chat/SignalR/SystemErrorsAlert',
      'Prod/Chat/SignalR/InboundTrafficAlert',
    ]);
    expect(chat.actionGroup!.node.path).toBe('Prod/Chat/ActionGroup');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('SecureSignalRApp refuses', () => {
  test.each<[string, Partial<SecureSignalRAppProps>, ...string[]]>([
    [
      'logs without a destination',
      { logs: LogDestination.several() },
      'Prod/Chat: [logs/destination] no destination given; name at least one, such as LogDestination.newWorkspace()',
    ],
    [
      'two destinations of one kind, one of them a new workspace with a bad retention',
      {
        logs: LogDestination.several(
          LogDestination.newWorkspace(),
          LogDestination.newWorkspace({ retentionInDays: 1 }),
        ),
      },
      'Prod/Chat: [logs/destination] 2 destinations of the kind log workspace given; a diagnostic setting accepts one of each kind',
      'Prod/Chat/LogWorkspace: [logs/retention] retention of 1 days given; use a whole number from 30 to 730',
    ],
    [
      'no receivers, and a bad destination with it',
      { alertReceivers: [], logs: LogDestination.partner('datadog') },
      'Prod/Chat: [logs/destination] "datadog" is not the id of a partner solution; use one such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Datadog/monitors/NAME',
      'Prod/Chat/ActionGroup: [alerts/receiver] no receiver given, so the alert would notify no one; give at least one, such as AlertReceiver.email(...)',
    ],
    [
      'receivers of one name and a secret in the address of a webhook',
      {
        alertReceivers: [
          AlertReceiver.email('ops', 'ops@example.com'),
          AlertReceiver.webhook('ops', 'https://example.com/?code=abc'),
        ],
      },
      'Prod/Chat/ActionGroup: [alerts/webhook-secret] the address of webhook ops contains a key or password, which the synthesized JSON would show; use AlertReceiver.secureWebhook(...), or pass the address as a sensitive TerraformVariable',
      'Prod/Chat/ActionGroup: [alerts/receiver] two receivers have the name "ops"; give each its own',
    ],
  ])('%s', (_, props, ...messages) => {
    expect(messageOf(() => newApp(props))).toBe(messages.join('\n'));
  });
});

describe('action groups that exist', () => {
  const { ActionGroup, AlertReceiver: Receiver } = observability;
  const alertReceivers = [Receiver.email('ops', 'ops@example.com')];
  const groups = (stack: TerraformStack, count: number) =>
    Array.from({ length: count }, (_, index) =>
      ActionGroup.fromActionGroupAttributes(stack, `Group${index}`, { actionGroupId: actionGroupId(`g${index}`) }),
    );
  const notified = (stack: TerraformStack) =>
    resources(stack, 'azurerm_monitor_metric_alert').map(({ action }) =>
      action.map(({ action_group_id }: Record<string, string>) => action_group_id),
    );

  test.each([
    ['SecureSignalRApp', newApp],
    ['SecureServerlessSignalR', newChat],
  ])('get the alerts of %s, and no other is made', (_, define) => {
    const stack = newStack();
    const { chat } = define({ actionGroups: groups(stack, 2) }, stack);
    expect(chat.actionGroup).toBeUndefined();
    expect(chat.alerts).toHaveLength(4);
    expect(resources(stack, 'azurerm_monitor_action_group')).toEqual([]);
    expect(notified(stack)).toEqual(Array(4).fill([actionGroupId('g0'), actionGroupId('g1')]));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('get them together with a new one', () => {
    const stack = newStack();
    newApp({ alertReceivers, actionGroups: groups(stack, 4) }, stack);
    expect(notified(stack)[0]).toEqual([
      '${azurerm_monitor_action_group.Chat_ActionGroup.id}',
      ...[0, 1, 2, 3].map((index) => actionGroupId(`g${index}`)),
    ]);
  });

  test.each<[number, SecureSignalRAppProps['alertReceivers'], string]>([
    [0, undefined, 'no action group given; give at least one, or leave actionGroups out'],
    [6, undefined, '6 action groups given; give at most 5'],
    [5, alertReceivers, '5 action groups given and alertReceivers, which get a new one; give at most 4'],
  ])('are refused: %i of them', (count, receivers, message) => {
    const stack = newStack();
    const props = { alertReceivers: receivers, actionGroups: groups(stack, count) };
    expect(messageOf(() => newApp(props, stack))).toBe(`Prod/Chat: [alerts/action-groups] ${message}`);
  });
});

import { TerraformStack } from 'cdktf';
import { LOGGING_RULES } from '../../../../src/compliance/private/rules/logging';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [diagnostics, resourceLogs, liveTrace, appDiagnostics] = LOGGING_RULES;

const SERVICE_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat';
const ALL = [{ category: 'AllLogs' }];

const service = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_signalr_service', 'Service', { name: 'chat', resource_group_name: 'rg', ...attributes });
const setting = (s: TerraformStack, target_resource_id: string, attributes: object = {}) =>
  add(s, 'azurerm_monitor_diagnostic_setting', 'Setting', {
    target_resource_id,
    log_analytics_workspace_id: '/w',
    enabled_log: ALL,
    ...attributes,
  });
const sending = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => setting(s, service(s).ref(), attributes),
  [`Service: ${expected}`],
];
const none: Case = ['no service', (s) => add(s, 'azurerm_subnet', 'Subnet'), []];
const NOTHING = 'error [] Prod/Setting sends none of these logs to a destination: AllLogs, audit';
const UNKNOWN = 'unknown, what its diagnostic setting sends is only known when Terraform runs';

checkRule(diagnostics, [
  none,
  ['no setting', (s) => service(s), ['Service: error [] no diagnostic setting sends its logs']],
  sending('the category', {}, 'compliant'),
  sending('the group', { enabled_log: { category_group: 'allLogs' } }, 'compliant'),
  sending('a storage account', { log_analytics_workspace_id: undefined, storage_account_id: '/s' }, 'compliant'),
  sending(
    'an event hub that only Terraform knows',
    { log_analytics_workspace_id: undefined, eventhub_authorization_rule_id: '${var.x}' },
    'compliant',
  ),
  sending('no destination', { log_analytics_workspace_id: undefined }, NOTHING),
  sending('metrics alone', { enabled_log: undefined, enabled_metric: [{ category: 'AllMetrics' }] }, NOTHING),
  sending('a variable', { enabled_log: [{ category: '${var.x}' }] }, UNKNOWN),
  sending('dynamic logs', { enabled_log: undefined, dynamic: { enabled_log: {} } }, UNKNOWN),
  ['by id', (s) => [service(s), setting(s, SERVICE_ID.toLowerCase())], ['Service: compliant']],
  [
    'in another stack',
    (s) => setting(newStack('Other', undefined, s.node.root), service(s).ref()),
    ['Service: compliant'],
  ],
  [
    'of another service',
    (s) => [service(s), setting(s, SERVICE_ID.replace('chat', 'x'))],
    ['Service: error [] no diagnostic setting sends its logs'],
  ],
  [
    'of a resource of another type',
    (s) => [service(s), setting(s, add(s, 'azurerm_key_vault', 'Vault').ref())],
    ['Service: error [] no diagnostic setting sends its logs'],
  ],
  [
    'of what only Terraform knows',
    (s) => [service(s), setting(s, '${var.x}')],
    ['Service: unknown, whose logs Prod/Setting sends is not known, since var.x is only known when Terraform runs'],
  ],
]);

const FLAGS = { connectivity_logs_enabled: true, messaging_logs_enabled: true, http_request_logs_enabled: true };
const given = (title: string, attributes: object, ...expected: string[]): Case => [
  title,
  (s) => service(s, attributes),
  expected.map((line) => `Service: ${line}`),
];

checkRule(resourceLogs, [
  none,
  given(
    'absent',
    {},
    'error [Log::Connectivity] connectivity_logs_enabled is not set, which means false',
    'warning [Log::Messaging] messaging_logs_enabled is not set, which means false',
    'warning [Log::HttpRequest] http_request_logs_enabled is not set, which means false',
  ),
  given('on', FLAGS, 'compliant'),
  given(
    'one off',
    { ...FLAGS, messaging_logs_enabled: false },
    'warning [Log::Messaging] messaging_logs_enabled is false',
  ),
  given(
    'a variable',
    { ...FLAGS, messaging_logs_enabled: '${var.x}' },
    'unknown, messaging_logs_enabled is only known when Terraform runs',
  ),
]);

checkRule(liveTrace, [
  none,
  given('absent', {}, 'compliant'),
  given('off', { live_trace: [{ enabled: false }] }, 'compliant'),
  given('a block that does not say', { live_trace: {} }, 'warning [] live_trace.enabled is not set, which means true'),
  given('on', { live_trace: { enabled: true } }, 'warning [] live_trace.enabled is true'),
  given('on by the former attribute', { live_trace_enabled: true }, 'warning [] live_trace_enabled is true'),
  given(
    'a variable',
    { live_trace: { enabled: '${var.x}' } },
    'unknown, live_trace.enabled is only known when Terraform runs',
  ),
  given('dynamic', { dynamic: { live_trace: {} } }, 'unknown, live_trace.enabled is only known when Terraform runs'),
]);

checkRule(appDiagnostics, [
  none,
  ...['azurerm_linux_web_app', 'azurerm_windows_function_app_slot', 'azurerm_function_app_flex_consumption'].flatMap(
    (type): Case[] => [
      [`${type} without`, (s) => add(s, type, 'App'), ['App: warning [] no diagnostic setting sends its logs']],
      [
        `${type} with`,
        (s) => setting(s, add(s, type, 'App').ref(), { enabled_log: [{ category: 'AppServiceHTTPLogs' }] }),
        ['App: compliant'],
      ],
    ],
  ),
  [
    'without logs',
    (s) => setting(s, add(s, 'azurerm_linux_web_app', 'App').ref(), { enabled_log: [] }),
    ['App: warning [] Prod/Setting sends no logs to a destination'],
  ],
  [
    'of what only Terraform knows',
    (s) => [add(s, 'azurerm_linux_web_app', 'App'), setting(s, '${var.x}')],
    ['App: unknown, whose logs Prod/Setting sends is not known, since var.x is only known when Terraform runs'],
  ],
]);

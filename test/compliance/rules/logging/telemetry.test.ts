import { SecurityProfile } from '../../../../src/compliance';
import { LOGGING_RULES } from '../../../../src/compliance/private/rules/logging';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const [workspaceBased, noKeys, notPublic, retention] = LOGGING_RULES.filter(({ id }) => /^LOG[5-8]$/.test(id));

const WORKSPACE_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log';

const insights = (title: string, attributes: object, ...expected: string[]): Case => [
  `insights: ${title}`,
  (s) => add(s, 'azurerm_application_insights', 'Insights', { name: 'appi', ...attributes }),
  expected.map((line) => `Insights: ${line}`),
];
const workspace = (title: string, attributes: object, ...expected: string[]): Case => [
  `workspace: ${title}`,
  (s) => add(s, 'azurerm_log_analytics_workspace', 'Workspace', { name: 'log', ...attributes }),
  expected.map((line) => `Workspace: ${line}`),
];
const decided = (attribute: string) => `unknown, ${attribute} is var.x, which is only known when Terraform runs`;
const isolated = (cases: readonly Case[]) =>
  cases.map(([title, define, expected]): Case => [title, define, expected, SecurityProfile.ISOLATED]);
const none: Case = ['neither', (s) => add(s, 'azurerm_subnet', 'Subnet'), []];

checkRule(workspaceBased, [
  none,
  insights('no workspace', {}, 'warning [] workspace_id is not set'),
  insights('a workspace', { workspace_id: WORKSPACE_ID }, 'compliant'),
  [
    'insights: a workspace of the configuration',
    (s) => {
      const { ref } = { ref: add(s, 'azurerm_log_analytics_workspace', 'Workspace').ref() };
      add(s, 'azurerm_application_insights', 'Insights', { workspace_id: ref });
    },
    ['Insights: compliant'],
  ],
  insights('a variable', { workspace_id: '${var.x}' }, decided('workspace_id')),
]);

const NEW = 'local_authentication_enabled';
const FORMER = 'local_authentication_disabled';

checkRule(noKeys, [
  none,
  ...[insights, workspace].flatMap((of) => [
    of('absent', {}, `warning [] ${NEW} is not set, which means true`),
    of('on', { [NEW]: true }, `warning [] ${NEW} is true`),
    of('off', { [NEW]: false }, 'compliant'),
    of('off in the form of azurerm 4', { [FORMER]: true }, 'compliant'),
    of('on in the form of azurerm 4', { [FORMER]: false }, `warning [] ${FORMER} is false`),
    of('a variable', { [NEW]: '${var.x}' }, decided(NEW)),
    of('a variable in the form of azurerm 4', { [FORMER]: '${var.x}' }, decided(FORMER)),
  ]),
]);

const CLOSED = { internet_ingestion_enabled: false, internet_query_enabled: false };
const NO_KEYS = { [NEW]: false };
const unset = (what: string) => `internet_${what}_enabled is not set, which means true`;

checkRule(
  notPublic,
  isolated([
    none,
    ...[insights, workspace].flatMap((of) => [
      of('absent', {}, `error [Ingestion] ${unset('ingestion')}`, `info [Query] ${unset('query')}`),
      of('absent, without keys', NO_KEYS, `info [Ingestion] ${unset('ingestion')}`, `info [Query] ${unset('query')}`),
      of('closed', CLOSED, 'compliant'),
      of(
        'open ingestion',
        { ...CLOSED, internet_ingestion_enabled: true },
        'error [Ingestion] internet_ingestion_enabled is true',
      ),
      of('open queries', { ...CLOSED, internet_query_enabled: true }, 'info [Query] internet_query_enabled is true'),
      of('a variable', { ...CLOSED, internet_query_enabled: '${var.x}' }, decided('internet_query_enabled')),
      of(
        'a variable for keys',
        { ...CLOSED, internet_ingestion_enabled: true, [NEW]: '${var.x}' },
        `${decided(NEW)}, and decides who sends telemetry`,
      ),
    ]),
    workspace(
      'closed in the form of azurerm 5',
      { internet_ingestion_access_type: 'Disabled', internet_query_access_type: 'Disabled' },
      'compliant',
    ),
    workspace(
      'open in the form of azurerm 5',
      { internet_ingestion_access_type: 'Enabled', internet_query_access_type: 'Disabled' },
      'error [Ingestion] internet_ingestion_access_type is Enabled',
    ),
    workspace(
      'a perimeter',
      { internet_ingestion_access_type: 'SecuredByPerimeter', internet_query_access_type: 'Disabled' },
      'unknown, which callers the perimeter allows, which internet_ingestion_access_type requires, is not known',
    ),
    workspace(
      'a variable in the form of azurerm 5',
      { internet_ingestion_access_type: '${var.x}', internet_query_access_type: 'Disabled' },
      decided('internet_ingestion_access_type'),
    ),
    [
      'workspace: open, in a private link scope, which closes nothing',
      (s) => {
        const scope = add(s, 'azurerm_monitor_private_link_scope', 'Scope', {
          ingestion_access_mode: 'PrivateOnly',
          query_access_mode: 'PrivateOnly',
        });
        const held = add(s, 'azurerm_log_analytics_workspace', 'Workspace', NO_KEYS);
        add(s, 'azurerm_monitor_private_link_scoped_service', 'Scoped', {
          scope_name: scope.ref('name'),
          linked_resource_id: held.ref(),
        });
      },
      [`Workspace: info [Ingestion] ${unset('ingestion')}`, `Workspace: info [Query] ${unset('query')}`],
    ],
  ]),
);

checkRule(retention, [
  none,
  workspace('absent', {}, 'info [] retention_in_days is not set, which means 30'),
  workspace('30 days', { retention_in_days: 30 }, 'info [] retention_in_days is 30'),
  workspace('89 days', { retention_in_days: 89 }, 'info [] retention_in_days is 89'),
  workspace('90 days', { retention_in_days: 90 }, 'compliant'),
  workspace('two years', { retention_in_days: 730 }, 'compliant'),
  workspace('a variable', { retention_in_days: '${var.x}' }, decided('retention_in_days')),
]);

import { TerraformStack } from 'cdktf';
import { RELIABILITY_RULES } from '../../../../src/compliance/private/rules/reliability';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const [premium, instances, healthCheck] = RELIABILITY_RULES;

const none: Case = ['another resource', (s) => add(s, 'azurerm_subnet', 'Subnet'), []];
const runtime = (attribute: string) => `unknown, ${attribute} is only known when Terraform runs`;

const service = (name: string, expected: string): Case => [
  name,
  (s) => add(s, 'azurerm_signalr_service', 'Service', { sku: [{ name }] }),
  [`Service: ${expected}`],
];

checkRule(premium, [
  none,
  service('Premium_P1', 'compliant'),
  service('Premium_P2', 'compliant'),
  service('Standard_S1', 'info [] sku.name is Standard_S1, which is not spread over zones'),
  service('${var.x}', runtime('sku.name')),
]);

const plan = (s: TerraformStack, attributes: object) =>
  add(s, 'azurerm_service_plan', 'Plan', { sku_name: 'S1', ...attributes });
const sized = (title: string, attributes: object, ...expected: string[]): Case => [
  title,
  (s) => plan(s, attributes),
  expected.map((line) => `Plan: ${line}`),
];
const autoscale = (s: TerraformStack, target_resource_id: string, attributes: object = scaling(2)) =>
  add(s, 'azurerm_monitor_autoscale_setting', 'Autoscale', { target_resource_id, ...attributes });
const scaling = (...minima: unknown[]) => ({
  profile: minima.map((minimum) => ({ capacity: [{ default: 2, minimum, maximum: 5 }] })),
});
const scaled = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => autoscale(s, plan(s, {}).ref(), attributes),
  [`Plan: ${expected}`],
];
const UNZONED = 'info [Zones] zone_balancing_enabled is not set, which means false';
const DOWN_TO_1 = 'info [Instances] Prod/Autoscale scales down to 1';
const OPEN = 'how far Prod/Autoscale scales down is not known, since';
const ONE = 'info [Instances] worker_count is not set, which means 1';

checkRule(instances, [
  none,
  sized('absent', {}, ONE),
  sized('one', { worker_count: 1 }, 'info [Instances] worker_count is 1'),
  sized('two', { worker_count: 2 }, 'compliant'),
  sized(
    'one on Premium',
    { sku_name: 'P0v3' },
    ONE,
    'info [Zones] zone_balancing_enabled is not set, which means false',
  ),
  sized('two on Premium', { sku_name: 'P1v3', worker_count: 2, zone_balancing_enabled: true }, 'compliant'),
  sized(
    'Premium that scales',
    { sku_name: 'P1v3', premium_plan_auto_scale_enabled: true, zone_balancing_enabled: true },
    'compliant',
  ),
  ...['Y1', 'FC1'].map((sku_name) =>
    sized(sku_name, { sku_name }, `not applicable, plans of size ${sku_name} scale automatically`),
  ),
  ...['EP1', 'EP3', 'WS1'].map((sku_name) => sized(`${sku_name} in one zone`, { sku_name }, UNZONED)),
  ...['EP1', 'WS2'].map((sku_name) =>
    sized(`${sku_name} in several zones`, { sku_name, zone_balancing_enabled: true }, 'compliant'),
  ),
  ...['P1v2', 'P0v3', 'P1mv3', 'P1v4', 'I1v2', 'I1mv2'].map((sku_name) =>
    sized(`${sku_name} in one zone`, { sku_name, worker_count: 2 }, UNZONED),
  ),
  ...['S1', 'B1', 'P1', 'I1'].map((sku_name) =>
    sized(`${sku_name}, which has no zones`, { sku_name, worker_count: 2 }, 'compliant'),
  ),
  sized(
    'a variable for the zones',
    { sku_name: 'EP1', zone_balancing_enabled: '${var.x}' },
    runtime('zone_balancing_enabled'),
  ),
  scaled('autoscale from one to one', { profile: { capacity: { default: 1, minimum: 1, maximum: 1 } } }, DOWN_TO_1),
  scaled('autoscale from one', scaling(1), DOWN_TO_1),
  scaled('autoscale from one at night', scaling(3, '1'), DOWN_TO_1),
  scaled('autoscale from one at night, by day as a variable says', scaling('${var.x}', 1), DOWN_TO_1),
  scaled('autoscale that is off', { ...scaling(2), enabled: false }, ONE),
  scaled(
    'autoscale that may be off',
    { ...scaling(2), enabled: '${var.x}' },
    'unknown, enabled of Prod/Autoscale is var.x, which is only known when Terraform runs',
  ),
  scaled('autoscale from a variable', scaling(2, '${var.x}'), `unknown, ${OPEN} var.x is not`),
  scaled('autoscale in dynamic profiles', { dynamic: { profile: {} } }, `unknown, ${OPEN} its profile is not`),
  [
    'a legacy plan',
    (s) => add(s, 'azurerm_app_service_plan', 'Plan', { sku: { tier: 'PremiumV2', size: 'P1v2', capacity: 1 } }),
    ['Plan: info [Instances] sku.capacity is 1', 'Plan: info [Zones] zone_redundant is not set, which means false'],
  ],
  [
    'a legacy plan with autoscale',
    (s) => {
      const made = add(s, 'azurerm_app_service_plan', 'Plan', { sku: { tier: 'Standard', size: 'S1' } });
      autoscale(s, made.ref());
    },
    ['Plan: compliant'],
  ],
  sized('a variable', { worker_count: '${var.x}' }, runtime('worker_count')),
  sized('a variable for the size', { sku_name: '${var.x}' }, runtime('sku_name')),
  ['autoscale', (s) => autoscale(s, plan(s, {}).ref()), ['Plan: compliant']],
  [
    'autoscale of what only Terraform knows',
    (s) => [plan(s, {}), autoscale(s, '${var.x}')],
    ['Plan: unknown, which plan Prod/Autoscale scales is not known, since var.x is only known when Terraform runs'],
  ],
]);

const PATH = 'site_config.health_check_path';
const app = (title: string, site_config: unknown, ...expected: string[]): Case => [
  title,
  (s) => add(s, 'azurerm_linux_web_app_slot', 'App', { site_config }),
  expected.map((line) => `App: ${line}`),
];

checkRule(healthCheck, [
  none,
  app('absent', undefined, `info [HealthCheck] ${PATH} is not set`),
  app('empty', { health_check_path: '' }, `info [HealthCheck] ${PATH} is not set`),
  app('the first page', { health_check_path: '/' }, `info [HealthCheck] ${PATH} is /, which loads the whole page`),
  app('a page', { health_check_path: '/health' }, 'compliant'),
  app('a variable, which may be null', { health_check_path: '${var.x}' }, runtime(PATH)),
  app(
    'not loaded',
    { always_on: false, health_check_path: '/health' },
    'warning [AlwaysOn] site_config.always_on is false',
  ),
  app('perhaps loaded', { always_on: '${var.x}', health_check_path: '/health' }, runtime('site_config.always_on')),
]);

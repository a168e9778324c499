import { TerraformStack } from 'cdktf';
import { SecurityProfile } from '../../../../src/compliance';
import { Rule } from '../../../../src/compliance/private/rule';
import { CATALOGUE } from '../../../../src/compliance/private/rules/catalogue';
import { outcomes } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const LOGIC_APP = 'azurerm_logic_app_standard';
const LEGACY = ['azurerm_app_service', 'azurerm_app_service_slot', 'azurerm_function_app', 'azurerm_function_app_slot'];
const ALL = [...LEGACY, LOGIC_APP];
const WEB = ['azurerm_app_service', 'azurerm_app_service_slot'];
const KEY = 'Endpoint=https://chat.service.signalr.net;AccessKey=bm8ga2V5;Version=1.0;';
const IDENTITY = 'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi;Version=1.0;';

const rule = (id: string): Rule => CATALOGUE.find((each) => each.id === id)!;
const site = (site_config: object) => ({ site_config: [site_config] });
const settings = (app_settings: object) => ({ app_settings });
const runtime = (what: string) => `unknown, ${what} is only known when Terraform runs`;
const FTP = 'ftp_publish_basic_authentication_enabled';
const SCM = 'scm_publish_basic_authentication_enabled';
const ROUTE_ALL = 'site_config.vnet_route_all_enabled';
const ALLOWS = 'ip_restriction in site_config allows';
const restricted = (ip_restriction: object[]) => site({ ip_restriction, scm_use_main_ip_restriction: true });
const UNROUTED = 'warning [] site_config.vnet_route_all_enabled is';

type Row = [rule: string, types: string[], attributes: object, ...expected: string[]];

const ROWS: Row[] = [
  ['APP3', ALL, {}, 'error [] https_only is not set, which means false'],
  ['APP3', ALL, { https_only: true }, 'compliant'],
  ['APP3', ALL, { https_only: '${var.x}' }, runtime('https_only')],
  ['APP4', ALL, {}, 'compliant'],
  ['APP4', ALL, site({ min_tls_version: '1.2' }), 'compliant'],
  ['APP4', ALL, site({ min_tls_version: '1.0' }), 'error [App] site_config.min_tls_version is 1.0'],
  ['APP4', ALL, site({ min_tls_version: '${var.x}' }), runtime('site_config.min_tls_version')],
  ['APP4', [LOGIC_APP], site({ scm_min_tls_version: '1.1' }), 'error [Scm] site_config.scm_min_tls_version is 1.1'],
  ...ALL.map((type): Row => [
    'APP5',
    [type],
    {},
    `error [] site_config.ftps_state is not set, which means AllAllowed for ${type}`,
  ]),
  ['APP5', ALL, site({ ftps_state: 'AllAllowed' }), 'error [] site_config.ftps_state is AllAllowed'],
  ['APP5', ALL, site({ ftps_state: 'FtpsOnly' }), 'compliant'],
  ['APP5', ALL, site({ ftps_state: '${var.x}' }), runtime('site_config.ftps_state')],
  ...LEGACY.map((type): Row => [
    'APP6',
    [type],
    {},
    `error [] ${type} cannot turn off publishing passwords, which are on by default`,
  ]),
  [
    'APP6',
    [LOGIC_APP],
    {},
    `error [Ftp] ${FTP} is not set, which means true`,
    `error [Scm] ${SCM} is not set, which means true`,
  ],
  ['APP6', [LOGIC_APP], { [FTP]: false, [SCM]: false }, 'compliant'],
  ['APP6', [LOGIC_APP], { [FTP]: false, [SCM]: '${var.x}' }, runtime(SCM)],
  ['APP7', ALL, {}, 'error [] it has no managed identity'],
  ['APP7', ALL, { identity: { type: 'SystemAssigned' } }, 'compliant'],
  ['APP7', LEGACY, { identity: { type: 'None' } }, 'error [] its identity is None'],
  ['APP7', LEGACY, { identity: { type: 'none' } }, 'error [] its identity is none'],
  ['APP7', LEGACY, { identity: { type: '${var.x}' } }, runtime('identity.type')],
  ['APP8', ALL, settings({ Chat: KEY }), 'error [Setting::Chat] Chat holds an access key in plain text'],
  [
    'APP8',
    ALL,
    { connection_string: [{ name: 'Chat', value: KEY }] },
    'error [Setting::Chat] Chat holds an access key in plain text',
  ],
  ['APP8', ALL, settings({ Chat: IDENTITY }), 'compliant'],
  ['APP8', ALL, { app_settings: '${var.x}' }, 'unknown, the settings are only known when Terraform runs'],
  [
    'APP9',
    ALL,
    settings({ AzureSignalRConnectionString: KEY }),
    'warning [Setting::AzureSignalRConnectionString] AzureSignalRConnectionString signs in with an access key, because AuthType is not set',
  ],
  ['APP9', ALL, settings({ AzureSignalRConnectionString: IDENTITY }), 'compliant'],
  ['APP9', ALL, {}, 'not applicable, no setting names a SignalR service'],
  ['APP10', ALL, site({ remote_debugging_enabled: true }), 'error [] site_config.remote_debugging_enabled is true'],
  ['APP10', ALL, {}, 'compliant'],
  [
    'APP11',
    ALL,
    {},
    'error [App] site_config has no ip_restriction, so every caller is allowed',
    'error [Scm] site_config has no scm_ip_restriction, so every caller is allowed',
  ],
  // The first rule refuses whom no rule names.
  ['APP11', ALL, restricted([{ ip_address: '10.0.0.0/8' }]), 'compliant'],
  [
    'APP11',
    ALL,
    restricted([{ ip_address: '203.0.113.7/32' }]),
    `error [App] ${ALLOWS} 203.0.113.7/32 from the internet`,
  ],
  ['APP11', ALL, restricted([{ ip_address: '203.0.113.7/32', action: 'Deny' }]), 'compliant'],
  [
    'APP11',
    [LOGIC_APP],
    site({
      ip_restriction: [{ ip_address: '10.0.0.0/8' }],
      scm_use_main_ip_restriction: true,
      ip_restriction_default_action: 'Allow',
    }),
    'error [App] public_network_access_enabled is not false, and site_config.ip_restriction_default_action is not Deny',
  ],
  ['APP11', [LOGIC_APP], { public_network_access: 'Disabled' }, 'compliant'],
  [
    'APP11',
    [LOGIC_APP],
    { public_network_access: '${var.x}' },
    'unknown, public_network_access is var.x, which is only known when Terraform runs',
  ],
  [
    'APP12',
    ALL,
    site({ cors: [{ allowed_origins: ['*'] }] }),
    'error [Origin::*] cors allows *, which is every origin',
  ],
  ['APP12', ALL, {}, 'compliant'],
  [
    'REL3',
    WEB,
    {},
    'warning [AlwaysOn] site_config.always_on is not set, which means false',
    'info [HealthCheck] site_config.health_check_path is not set',
  ],
  ['REL3', WEB, site({ always_on: true, health_check_path: '/health' }), 'compliant'],
  ['REL3', WEB, site({ always_on: '${var.x}', health_check_path: '/health' }), runtime('site_config.always_on')],
  ['LOG4', ALL, {}, 'warning [] no diagnostic setting sends its logs'],
  [
    'APP1',
    LEGACY,
    {},
    'warning [] no swift connection integrates the app with a subnet, so it calls out over the internet',
  ],
  ['APP1', [LOGIC_APP], {}, 'warning [] virtual_network_subnet_id is not set, so the app calls out over the internet'],
  [
    'APP1',
    LEGACY,
    settings({ AzureSignalRConnectionString: IDENTITY }),
    'error [] no swift connection integrates the app with a subnet, so it calls out over the internet',
  ],
  ['APP1', [LOGIC_APP], { virtual_network_subnet_id: '/subnets/apps' }, 'compliant'],
  ['APP2', ALL, {}, 'not applicable, it calls out through no subnet'],
];

test.each(
  ROWS.flatMap(([id, types, attributes, ...expected]) =>
    types.map((type): [string, string, object, string[]] => [id, type, attributes, expected]),
  ),
)('%s of %s with %j', (id, type, attributes, expected) => {
  const stack = newStack();
  add(stack, type, 'App', attributes);
  expect(outcomes(rule(id), stack, SecurityProfile.ISOLATED)).toEqual(expected.map((line) => `App: ${line}`));
});

/** A legacy app in a subnet, by a connection. */
const connected = (s: TerraformStack, attributes: object) => {
  const app_service_id = add(s, 'azurerm_function_app', 'App', attributes).ref();
  const subnet_id = add(s, 'azurerm_subnet', 'Subnet', { name: 'apps' }).ref();
  add(s, 'azurerm_app_service_virtual_network_swift_connection', 'Swift', { app_service_id, subnet_id });
};

test.each<[string, object, string]>([
  ['APP1', {}, 'compliant'],
  ['APP2', {}, `${UNROUTED} not set, which means false`],
  ['APP2', site({ vnet_route_all_enabled: true }), 'compliant'],
  ['APP2', settings({ WEBSITE_VNET_ROUTE_ALL: '1' }), 'compliant'],
  ['APP2', settings({ website_vnet_route_all: '0' }), 'warning [] the app setting WEBSITE_VNET_ROUTE_ALL is 0'],
  [
    'APP2',
    settings({ WEBSITE_VNET_ROUTE_ALL: '${var.x}' }),
    'unknown, the app setting WEBSITE_VNET_ROUTE_ALL is var.x, which is only known when Terraform runs',
  ],
  [
    'APP2',
    { ...settings({ WEBSITE_VNET_ROUTE_ALL: '1' }), ...site({ vnet_route_all_enabled: false }) },
    `warning [] ${ROUTE_ALL} is false`,
  ],
])('%s of a legacy app with a connection and %j', (id, attributes, expected) => {
  const stack = newStack();
  connected(stack, attributes);
  expect(outcomes(rule(id), stack)).toEqual([`App: ${expected}`]);
});

test('the logs of a legacy app are sent by a setting', () => {
  const stack = newStack();
  add(stack, 'azurerm_monitor_diagnostic_setting', 'Setting', {
    target_resource_id: add(stack, 'azurerm_app_service', 'App').ref(),
    log_analytics_workspace_id: '/w',
    enabled_log: [{ category_group: 'allLogs' }],
  });
  expect(outcomes(rule('LOG4'), stack)).toEqual(['App: compliant']);
});

test.each<[string, string]>([
  ['F1', 'error [] sku.size is F1, whose apps cannot join a network'],
  ['B1', 'warning [] sku.size is B1, a Basic size, which is not for production'],
  ['P1v2', 'compliant'],
  ['${var.x}', runtime('sku.size')],
])('APP13 of a legacy plan of size %s: %s', (size, expected) => {
  const stack = newStack();
  add(stack, 'azurerm_app_service_plan', 'Plan', { sku: [{ tier: 'Some', size }] });
  expect(outcomes(rule('APP13'), stack)).toEqual([`Plan: ${expected}`]);
});

import { SecurityProfile } from '../../../../src/compliance';
import { APP_SERVICE_RULES } from '../../../../src/compliance/private/rules/app-service';
import { app, FLEX, given, other, SLOT, SUBNET_ID } from '../../../support/app-cases';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const [, routeAll, httpsOnly, minTls, ftps, basicAuth, identity, , , debugging, publicAccess, cors, planSku] =
  APP_SERVICE_RULES;

const runtime = (attribute: string) => `unknown, ${attribute} is only known when Terraform runs`;

const ROUTE = 'site_config.vnet_route_all_enabled';
const joined = (site_config: unknown) => ({ virtual_network_subnet_id: SUBNET_ID, site_config });

checkRule(routeAll, [
  given('no subnet', {}, 'not applicable, it calls out through no subnet'),
  given('absent', joined([{}]), `warning [] ${ROUTE} is not set, which means false`),
  given('off', joined({ vnet_route_all_enabled: false }), `warning [] ${ROUTE} is false`, FLEX),
  given('on', joined([{ vnet_route_all_enabled: true }]), 'compliant'),
  given('a variable', joined([{ vnet_route_all_enabled: '${var.x}' }]), runtime(ROUTE)),
  given('a variable for all', joined('${var.x}'), runtime(ROUTE)),
  [
    'in an App Service Environment, which sends all through its subnet',
    (s) => app(s, { service_plan_id: add(s, 'azurerm_service_plan', 'Plan', { sku_name: 'I1v2' }).ref() }),
    ['App: not applicable, it runs in an App Service Environment, in a network'],
  ],
]);

const REQUIRE_HTTPS = 'auth_settings_v2.require_https';
const withHttp = (require_https: unknown) => ({ https_only: true, auth_settings_v2: [{ require_https }] });

checkRule(httpsOnly, [
  other,
  given('absent', {}, 'error [] https_only is not set, which means false'),
  given('off', { https_only: false }, 'error [] https_only is false', FLEX),
  given('on', { https_only: true }, 'compliant', SLOT),
  given('a variable', { https_only: '${var.x}' }, runtime('https_only')),
  given(
    'on, with authentication that takes http',
    withHttp(false),
    `warning [Authentication] ${REQUIRE_HTTPS} is false`,
  ),
  given('on, with authentication by default', { https_only: true, auth_settings_v2: [{}] }, 'compliant', FLEX),
  given('on, with authentication over https', withHttp(true), 'compliant', SLOT),
  given('on, with authentication and a variable', withHttp('${var.x}'), runtime(REQUIRE_HTTPS)),
  given(
    'on, with dynamic authentication',
    { https_only: true, dynamic: { auth_settings_v2: {} } },
    runtime(REQUIRE_HTTPS),
  ),
  [
    'overridden',
    (s) => app(s, { https_only: true }).addOverride('https_only', false),
    ['App: error [] https_only is false'],
  ],
]);

checkRule(minTls, [
  other,
  given('absent', {}, 'compliant'),
  given('new', { site_config: { minimum_tls_version: '1.3', scm_minimum_tls_version: '1.2' } }, 'compliant', FLEX),
  given('old', { site_config: [{ minimum_tls_version: '1.1' }] }, 'error [App] site_config.minimum_tls_version is 1.1'),
  given(
    'old for deployment',
    { site_config: { scm_minimum_tls_version: '1.0' } },
    'error [Scm] site_config.scm_minimum_tls_version is 1.0',
  ),
  given('a variable', { site_config: { minimum_tls_version: '${var.x}' } }, runtime('site_config.minimum_tls_version')),
]);

const FTPS = 'site_config.ftps_state';

checkRule(ftps, [
  ['Flex Consumption, which has no FTP', (s) => app(s, {}, FLEX), []],
  given('absent', {}, 'compliant'),
  given('encrypted', { site_config: { ftps_state: 'FtpsOnly' } }, 'compliant'),
  given('plain', { site_config: { ftps_state: 'AllAllowed' } }, `error [] ${FTPS} is AllAllowed`, SLOT),
  given('a variable', { site_config: { ftps_state: '${var.x}' } }, runtime(FTPS)),
]);

const FTP = 'ftp_publish_basic_authentication_enabled';
const SCM = 'webdeploy_publish_basic_authentication_enabled';

checkRule(basicAuth, [
  other,
  [
    'absent',
    (s) => app(s),
    [`App: error [Ftp] ${FTP} is not set, which means true`, `App: error [Scm] ${SCM} is not set, which means true`],
  ],
  given('absent on Flex Consumption', {}, `error [Scm] ${SCM} is not set, which means true`, FLEX),
  given('one on', { [FTP]: true, [SCM]: false }, `error [Ftp] ${FTP} is true`),
  given('off', { [FTP]: false, [SCM]: false }, 'compliant'),
  given('a variable', { [FTP]: false, [SCM]: '${var.x}' }, runtime(SCM)),
  given('one on, one unknown', { [FTP]: true, [SCM]: '${var.x}' }, `error [Ftp] ${FTP} is true`),
]);

checkRule(identity, [
  other,
  given('absent', {}, 'error [] it has no managed identity'),
  given('system-assigned', { identity: [{ type: 'SystemAssigned' }] }, 'compliant', SLOT),
  given('a variable', { identity: [{ type: '${var.x}' }] }, 'compliant'),
  given('dynamic', { dynamic: { identity: {} } }, 'unknown, identity is only known when Terraform runs'),
]);

const DEBUGGING = 'site_config.remote_debugging_enabled';

checkRule(debugging, [
  other,
  given('absent', {}, 'compliant', FLEX),
  given('on', { site_config: { remote_debugging_enabled: true } }, `error [] ${DEBUGGING} is true`),
  given('a variable', { site_config: { remote_debugging_enabled: '${var.x}' } }, runtime(DEBUGGING)),
]);

const { ISOLATED } = SecurityProfile;
const isolated = (title: string, attributes: object, ...expected: string[]): Case => [
  title,
  (s) => app(s, attributes),
  expected.map((line) => `App: ${line}`),
  ISOLATED,
];
const closed = (change: object = {}) => ({
  site_config: {
    ip_restriction_default_action: 'Deny',
    scm_ip_restriction_default_action: 'Deny',
    ip_restriction: [{ ip_address: '10.1.0.0/16' }, { ip_address: '0.0.0.0/0', action: 'Deny' }],
    ...change,
  },
});
const openTo = (site: string) =>
  `public_network_access_enabled is not false, and site_config.${site}_default_action is not Deny`;

checkRule(publicAccess, [
  given('public clients', {}, 'not applicable, the profile publicClients does not require it'),
  isolated('absent', {}, `error [App] ${openTo('ip_restriction')}`, `error [Scm] ${openTo('scm_ip_restriction')}`),
  isolated('off', { public_network_access_enabled: false }, 'compliant'),
  isolated('restricted', closed(), 'compliant'),
  isolated(
    'restricted by one list',
    closed({ scm_ip_restriction_default_action: undefined, scm_use_main_ip_restriction: true }),
    'compliant',
  ),
  isolated(
    'an open deployment site',
    closed({ scm_ip_restriction_default_action: 'Allow' }),
    `error [Scm] ${openTo('scm_ip_restriction')}`,
  ),
  isolated(
    'a list that lets everybody in',
    closed({ ip_restriction: [{ ip_address: '0.0.0.0/0', action: 'Allow' }] }),
    'error [App] ip_restriction in site_config allows 0.0.0.0/0 from the internet',
  ),
  isolated(
    'a list that lets the internet in',
    closed({ scm_ip_restriction: [{ service_tag: 'Internet' }] }),
    'error [Scm] scm_ip_restriction in site_config allows Internet from the internet',
  ),
  isolated(
    'a list that lets in whom only Terraform knows',
    closed({ ip_restriction: [{ ip_address: '${var.office}' }] }),
    'unknown, which callers ip_restriction in site_config allows is not known, since var.office decides',
  ),
  isolated(
    'a list that does to everybody what only Terraform knows',
    closed({ ip_restriction: [{ ip_address: '0.0.0.0/0', action: '${var.action}' }] }),
    'unknown, which callers ip_restriction in site_config allows is not known, since var.action decides',
  ),
  isolated(
    'a list that does to a few what only Terraform knows',
    closed({ ip_restriction: [{ ip_address: '203.0.113.0/24', action: '${var.action}' }] }),
    'unknown, which callers ip_restriction in site_config allows is not known, since var.action decides',
  ),
  isolated(
    'a variable for access',
    { public_network_access_enabled: '${var.x}' },
    'unknown, public_network_access_enabled is var.x, which is only known when Terraform runs',
  ),
  isolated(
    'a variable for access to what is restricted',
    { public_network_access_enabled: '${var.x}', ...closed() },
    'compliant',
  ),
  isolated(
    'a variable for the default',
    closed({ ip_restriction_default_action: '${var.x}' }),
    'unknown, site_config.ip_restriction_default_action is var.x, which is only known when Terraform runs',
  ),
  isolated(
    'a variable for the list',
    closed({ ip_restriction: '${var.x}' }),
    runtime('site_config.ip_restriction_default_action'),
  ),
  isolated(
    'a variable for one list',
    closed({ scm_use_main_ip_restriction: '${var.x}' }),
    runtime('site_config.scm_use_main_ip_restriction'),
  ),
]);

const ORIGINS = 'site_config.cors.allowed_origins';
const origins = (allowed_origins: unknown) => ({ site_config: [{ cors: [{ allowed_origins }] }] });

checkRule(cors, [
  other,
  given('absent', {}, 'compliant'),
  given('no origin', origins([]), 'compliant'),
  given('named', origins(['https://a.example', 'https://a.example:8443']), 'compliant', FLEX),
  given('named, by what a resource exports', origins(['https://${azurerm_x.y.fqdn}']), 'compliant'),
  given('any', origins(['https://a.example', '*']), 'error [Origin::*] cors allows *, which is every origin'),
  given(
    'any over https',
    origins(['https://*']),
    'error [Origin::https://*] cors allows https://*, which is every origin',
  ),
  given(
    'sandboxed frames',
    origins(['null']),
    'error [Origin::null] cors allows null, which any page sends from a sandboxed frame or a file',
  ),
  given(
    'http',
    { site_config: { cors: { allowed_origins: ['http://evil.example'], support_credentials: true } } },
    'error [Origin::http://evil.example] cors allows http://evil.example, whose pages come over http',
  ),
  given(
    'pages of a developer',
    origins(['http://localhost:5173']),
    'warning [Origin::http://localhost:5173] cors allows http://localhost:5173, which is for development',
  ),
  given(
    'a path',
    origins(['https://a.example/']),
    'warning [Origin::https://a.example/] cors allows https://a.example/, which no browser sends; an origin is https://host or https://host:port',
  ),
  given('a variable', origins(['${var.x}']), 'unknown, var.x is not known'),
  given('a variable for the host', origins(['https://${var.host}']), 'unknown, https://var.host is not known'),
  given(
    'a variable for all',
    origins('${var.x}'),
    `unknown, ${ORIGINS} is var.x, which is only known when Terraform runs`,
  ),
]);

const sized = (sku_name: string, expected: string): Case => [
  sku_name,
  (s) => add(s, 'azurerm_service_plan', 'Plan', { sku_name }),
  [`Plan: ${expected}`],
];

checkRule(planSku, [
  other,
  ...['F1', 'D1', 'SHARED', 'Y1'].map((sku) =>
    sized(sku, `error [] sku_name is ${sku}, whose apps cannot join a network`),
  ),
  ...['B1', 'B3'].map((sku) => sized(sku, `warning [] sku_name is ${sku}, a Basic size, which is not for production`)),
  ...['S1', 'P0v3', 'EP1', 'FC1', 'I1v2', 'WS1'].map((sku) => sized(sku, 'compliant')),
  sized('${var.x}', runtime('sku_name')),
]);

import { appAuthentication } from '../../../../src/compliance/private/rules/app-service/app-authentication';
import { appHttp2 } from '../../../../src/compliance/private/rules/app-service/app-http2';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const TYPES = [
  'azurerm_linux_web_app',
  'azurerm_windows_function_app_slot',
  'azurerm_function_app_flex_consumption',
  'azurerm_app_service',
];
const HTTP2 = 'site_config.http2_enabled';

const given = (attributes: object, expected: string, types: string[] = TYPES): Case[] =>
  types.map((type) => [
    `${type} with ${JSON.stringify(attributes)}`,
    (s) => add(s, type, 'App', attributes),
    [`App: ${expected}`],
  ]);

checkRule(appHttp2, [
  ['another resource', (s) => add(s, 'azurerm_subnet', 'Subnet'), []],
  ...given({}, `info [] ${HTTP2} is not set, which means false`),
  ...given({ site_config: [{ http2_enabled: false }] }, `info [] ${HTTP2} is false`),
  ...given({ site_config: [{ http2_enabled: true }] }, 'compliant'),
  ...given({ site_config: [{ http2_enabled: '${var.x}' }] }, `unknown, ${HTTP2} is only known when Terraform runs`),
]);

const off = (gap: string) => `info [] App Service requires no token of its callers, since ${gap}`;
const NEWER = TYPES.slice(0, 3);

checkRule(appAuthentication, [
  ['a Logic App, which has no attribute for it', (s) => add(s, 'azurerm_logic_app_standard', 'App'), []],
  ...given({}, off('auth_settings_v2.auth_enabled is not set'), NEWER),
  ...given({}, off('auth_settings.enabled is not set'), TYPES.slice(3)),
  ...given({ auth_settings_v2: [{ auth_enabled: true }] }, 'compliant', NEWER),
  ...given({ auth_settings_v2: [{ auth_enabled: false }] }, off('auth_settings_v2.auth_enabled is false'), NEWER),
  ...given({ auth_settings: [{ enabled: true }] }, 'compliant'),
  ...given(
    { auth_settings: [{ enabled: '${var.x}' }] },
    'unknown, whether App Service requires a token is not known, since var.x decides',
  ),
  [
    'an app that azapi may change',
    (s) => [
      add(s, 'azurerm_linux_web_app', 'App'),
      add(s, 'azapi_resource', 'Auth', { type: 'Microsoft.Web/sites/config@2024-04-01' }),
    ],
    [
      'App: unknown, whether App Service requires a token is not known, since Prod/Auth, which changes apps by azapi, decides',
    ],
  ],
]);

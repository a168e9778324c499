import { appConfigurationRouting } from '../../../../src/compliance/private/rules/app-service/app-configuration-routing';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const LINUX = 'azurerm_linux_web_app';
const WINDOWS = 'azurerm_windows_web_app_slot';
const FUNCTION = 'azurerm_linux_function_app';
const LOGIC = 'azurerm_logic_app_standard';
const SUBNET = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apps';
const BACKUP = { backup: [{ storage_account_url: 'https://st' }] };
const SHARE = { WEBSITE_CONTENTAZUREFILECONNECTIONSTRING: 'x' };
const image = (application_stack: object) => ({ site_config: [{ application_stack: [application_stack] }] });
const NAMED = image({ docker_image_name: 'chat' });

const given = (title: string, type: string, attributes: object, ...expected: string[]): Case => [
  `${type}: ${title}`,
  (s) => add(s, type, 'App', { virtual_network_subnet_id: SUBNET, ...attributes }),
  expected.map((line) => `App: ${line}`),
];
const found = (kind: string, title: string, by: string) =>
  `warning [${kind}] ${title} uses the internet, since ${by} is not on`;
const IMAGE = found('Image', 'its image', 'vnet_image_pull_enabled');
const CONTENT = found('Content', 'its content share', 'the app setting WEBSITE_CONTENTOVERVNET');
const unknown = (title: string) => `unknown, which way ${title} uses is only known when Terraform runs`;

checkRule(appConfigurationRouting, [
  ['Flex Consumption, which routes all', (s) => add(s, 'azurerm_function_app_flex_consumption', 'App'), []],
  given('code alone', LINUX, {}, 'compliant'),
  given(
    'no subnet',
    LINUX,
    { ...NAMED, virtual_network_subnet_id: undefined },
    'not applicable, it calls out through no subnet',
  ),
  given('a subnet that is not known', LINUX, { ...NAMED, virtual_network_subnet_id: '${var.x}' }, unknown('its image')),
  given('an image', LINUX, NAMED, IMAGE),
  given('an image through the subnet', LINUX, { ...NAMED, vnet_image_pull_enabled: true }, 'compliant'),
  given(
    'an image by a setting',
    LINUX,
    { ...NAMED, app_settings: { website_pull_image_over_vnet: 'true' } },
    'compliant',
  ),
  given('an image and a variable', LINUX, { ...NAMED, vnet_image_pull_enabled: '${var.x}' }, unknown('its image')),
  given('an image', WINDOWS, NAMED, IMAGE.replace('vnet_image', 'virtual_network_image')),
  given('an image through the subnet', WINDOWS, { ...NAMED, virtual_network_image_pull_enabled: true }, 'compliant'),
  given('an image', FUNCTION, image({ docker: [{ image_name: 'chat' }] }), IMAGE),
  given('an image that is not known', FUNCTION, image({ dynamic: { docker: {} } }), unknown('its image')),
  given('a content share', FUNCTION, { app_settings: SHARE }, CONTENT),
  given(
    'a content share through the subnet',
    FUNCTION,
    { app_settings: { ...SHARE, WEBSITE_CONTENTOVERVNET: '1' } },
    'compliant',
  ),
  given(
    'a content share that stays out',
    FUNCTION,
    { app_settings: { ...SHARE, WEBSITE_CONTENTOVERVNET: 0 } },
    CONTENT,
  ),
  given('settings that are not known', FUNCTION, { app_settings: '${var.x}' }, unknown('its content share')),
  given('backups', LINUX, BACKUP, found('Backup', 'its backups', 'virtual_network_backup_restore_enabled')),
  given(
    'backups that are off',
    LINUX,
    { backup: [{ storage_account_url: 'https://st', enabled: false }] },
    'compliant',
  ),
  given('backups through the subnet', LINUX, { ...BACKUP, virtual_network_backup_restore_enabled: true }, 'compliant'),
  given('its content share', LOGIC, {}, found('Content', 'its content share', 'vnet_content_share_enabled')),
  given('its content share through the subnet', LOGIC, { vnet_content_share_enabled: true }, 'compliant'),
  given('a variable', LOGIC, { vnet_content_share_enabled: '${var.x}' }, unknown('its content share')),
  [
    'in an App Service Environment',
    (s) =>
      add(s, LINUX, 'App', {
        ...NAMED,
        service_plan_id: add(s, 'azurerm_service_plan', 'P', { sku_name: 'I1v2' }).ref(),
      }),
    ['App: not applicable, it runs in an App Service Environment, in a network'],
  ],
]);

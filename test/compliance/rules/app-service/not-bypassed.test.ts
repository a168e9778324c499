import { TerraformStack } from 'cdktf';
import { appNotBypassed } from '../../../../src/compliance/private/rules/app-service/app-not-bypassed';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';

const LINUX = 'azurerm_linux_web_app';
const DENY = 'ip_restriction_default_action';
const TAG = 'AzureFrontDoor.Backend';
const CLOSED = { public_network_access_enabled: false };

const app = (s: TerraformStack, attributes: object, type: string = LINUX) =>
  add(s, type, 'App', { name: 'app-chat', ...attributes });
const endpoint = (s: TerraformStack, private_connection_resource_id: string, ...subresource_names: string[]) =>
  add(s, 'azurerm_private_endpoint', 'Endpoint', {
    private_service_connection: { private_connection_resource_id, subresource_names },
  });
const origin = (s: TerraformStack, host_name: string) =>
  add(s, 'azurerm_cdn_frontdoor_origin', 'Origin', { host_name });

const private_ = (title: string, attributes: object, expected: string, type?: string): Case => [
  `a private endpoint, ${title}`,
  (s) => endpoint(s, app(s, attributes, type).ref(), 'sites'),
  [`App: ${expected}`],
];
const fronted = (title: string, attributes: object, ...expected: string[]): Case => [
  `a Front Door, ${title}`,
  (s) => [app(s, attributes), origin(s, 'App-chat.azurewebsites.net')],
  expected.map((line) => `App: ${line}`),
];
const restricted = (...ip_restriction: object[]) => ({ site_config: [{ [DENY]: 'Deny', ip_restriction }] });
const open = (door: string) => `warning [Public] Prod/${door} connects to it, but the internet reaches it too`;
const ALONE = 'not applicable, no private endpoint and no Front Door connects to it';

checkRule(appNotBypassed, [
  ['neither', (s) => app(s, {}), [`App: ${ALONE}`]],
  private_('open by default', {}, open('Endpoint')),
  private_('a legacy app without a rule', {}, open('Endpoint'), 'azurerm_app_service'),
  private_('a Logic App, closed', { public_network_access: 'Disabled' }, 'compliant', 'azurerm_logic_app_standard'),
  private_('closed', CLOSED, 'compliant'),
  private_('with a list for an office', restricted({ ip_address: '203.0.113.0/24' }), 'compliant'),
  private_(
    'with a list and Allow',
    { site_config: [{ ip_restriction: [{ ip_address: '10.0.0.0/8' }] }] },
    open('Endpoint'),
  ),
  private_(
    'with a variable',
    { public_network_access_enabled: '${var.x}' },
    'unknown, whether the internet reaches it past Prod/Endpoint is not known, since var.x decides',
  ),
  ['a private endpoint of a slot', (s) => endpoint(s, app(s, {}).ref(), 'sites-blue'), [`App: ${ALONE}`]],
  [
    'an endpoint that only Terraform knows',
    (s) => [app(s, {}), endpoint(s, '${var.x}', 'sites')],
    ['App: unknown, what Prod/Endpoint connects to is not known, since var.x is only known when Terraform runs'],
  ],
  [
    'an endpoint that only Terraform knows, closed',
    (s) => [app(s, CLOSED), endpoint(s, '${var.x}', 'sites')],
    ['App: compliant'],
  ],
  ['an endpoint of something else', (s) => [app(s, {}), endpoint(s, '${var.x}', 'vault')], [`App: ${ALONE}`]],
  fronted('open', {}, open('Origin')),
  fronted('closed', CLOSED, 'compliant'),
  fronted('for it alone', restricted({ service_tag: TAG, headers: [{ x_azure_fdid: ['id'] }] }), 'compliant'),
  fronted(
    'for each of them',
    restricted({ name: 'door', service_tag: TAG, headers: [{ x_forwarded_host: ['x'] }] }),
    'warning [FrontDoor::door] door allows every Front Door',
  ),
  fronted(
    'for each of them, without headers',
    restricted({ service_tag: TAG }),
    `warning [FrontDoor::${TAG}] ${TAG} allows every Front Door`,
  ),
  fronted(
    'with headers that are not known',
    restricted({ service_tag: TAG, headers: [{ x_azure_fdid: '${var.x}' }] }),
    `unknown, whether ${TAG} allows every Front Door is not known`,
  ),
  ['a Front Door by reference', (s) => origin(s, app(s, {}).ref('default_hostname')), [`App: ${open('Origin')}`]],
  [
    'a Front Door for a host that only Terraform knows',
    (s) => [app(s, {}), origin(s, '${var.x}')],
    ['App: unknown, which host Prod/Origin calls is not known, since var.x is only known when Terraform runs'],
  ],
  [
    'a Front Door for a storage account',
    (s) => [app(s, {}), origin(s, add(s, 'azurerm_storage_account', 'St').ref('primary_web_host'))],
    [`App: ${ALONE}`],
  ],
  ['a Front Door for another host', (s) => [app(s, {}), origin(s, 'chat.contoso.com')], [`App: ${ALONE}`]],
]);

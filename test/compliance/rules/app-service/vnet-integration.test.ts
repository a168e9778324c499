import { appVnetIntegration } from '../../../../src/compliance/private/rules/app-service/app-vnet-integration';
import { app, FLEX, given, other, SLOT, SUBNET_ID } from '../../../support/app-cases';
import { Case, checkRule } from '../../../support/compliance';
import { PLAN_ID } from '../../../support/ids';
import { add } from '../../../support/plain-azurerm';

const SWIFT = 'azurerm_app_service_virtual_network_swift_connection';
const SLOT_SWIFT = 'azurerm_app_service_slot_virtual_network_swift_connection';

checkRule(appVnetIntegration, [
  other,
  given('absent', {}, 'warning [] virtual_network_subnet_id is not set, so the app calls out over the internet'),
  given(
    'absent on a slot',
    {},
    'warning [] virtual_network_subnet_id is not set, so the app calls out over the internet',
    SLOT,
  ),
  ...(
    [
      ['a connection string of SignalR', { ConnectionStrings__Azure__SignalR__ConnectionString: 'x' }, 'error'],
      ['what may be a connection string', { Azure__SignalR__ConnectionString: '${var.x}' }, 'warning'],
      [
        'the address of a SignalR service',
        { Chat: 'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi' },
        'error',
      ],
      [
        'a reference to what a private endpoint leads to',
        { Vault: '${azurerm_key_vault.Vault.vault_uri}secrets/x' },
        'error',
      ],
      ['the name of what a private endpoint leads to', { Vault: 'https://KV-chat.vault.azure.net/' }, 'error'],
      ['a reference to something else', { Vault: '${azurerm_key_vault.Other.vault_uri}' }, 'warning'],
      ['another name', { Vault: 'https://kv-chat-2.vault.azure.net/' }, 'warning'],
      [
        'a merged map with what a private endpoint leads to',
        '${merge(var.x, {a = ${azurerm_key_vault.Vault.vault_uri}})}',
        'error',
      ],
      ['a variable', '${var.x}', 'warning'],
    ] as const
  ).map(([title, app_settings, severity]): Case => [
    `absent, with settings that hold ${title}`,
    (s) => {
      const private_connection_resource_id = add(s, 'azurerm_key_vault', 'Vault', { name: 'kv-chat' }).ref();
      add(s, 'azurerm_key_vault', 'Other', { name: 'other' });
      add(s, 'azurerm_private_endpoint', 'Endpoint', {
        private_service_connection: { private_connection_resource_id },
      });
      app(s, { app_settings });
    },
    [`App: ${severity} [] virtual_network_subnet_id is not set, so the app calls out over the internet`],
  ]),
  [
    'absent, with storage that a private endpoint leads to',
    (s) => {
      const account = add(s, 'azurerm_storage_account', 'Storage', { name: 'stchat' });
      add(s, 'azurerm_private_endpoint', 'Endpoint', {
        private_service_connection: { private_connection_resource_id: account.ref() },
      });
      app(s, { storage_account_name: account.ref('name') }, 'azurerm_windows_function_app');
    },
    ['App: error [] virtual_network_subnet_id is not set, so the app calls out over the internet'],
  ],
  given('an id', { virtual_network_subnet_id: SUBNET_ID }, 'compliant', FLEX),
  given(
    'a variable',
    { virtual_network_subnet_id: '${var.x}' },
    'unknown, its subnet is only known when Terraform runs',
  ),
  [
    'a reference',
    (s) => app(s, { virtual_network_subnet_id: add(s, 'azurerm_subnet', 'Subnet').ref() }),
    ['App: compliant'],
  ],
  ...['apps', 'other'].map((name): Case => [
    `the subnet ${name} below a network with blocks`,
    (s) => {
      const id = add(s, 'azurerm_virtual_network', 'Network', { name: 'vnet', subnet: [{ name: 'apps' }] }).ref();
      app(s, { virtual_network_subnet_id: `${id}/subnets/${name}` });
    },
    ['App: compliant'],
  ]),
  given(
    'a subnet of a network that is not known',
    { virtual_network_subnet_id: '${var.network}/subnets/apps' },
    'compliant',
  ),
  [
    'a connection',
    (s) => add(s, SWIFT, 'Swift', { app_service_id: app(s).ref(), subnet_id: SUBNET_ID }),
    ['App: compliant'],
  ],
  [
    'the connection of one slot of two',
    (s) => {
      const app_service_id = app(s, { virtual_network_subnet_id: SUBNET_ID }).ref();
      const slots = ['One', 'Two'].map((id) => add(s, 'azurerm_linux_web_app_slot', id, { app_service_id, name: id }));
      const slot_name = slots[0].ref('name');
      add(s, SLOT_SWIFT, 'Swift', { app_service_id, slot_name, subnet_id: SUBNET_ID });
    },
    [
      'App: compliant',
      'One: compliant',
      'Two: warning [] virtual_network_subnet_id is not set, so the app calls out over the internet',
    ],
  ],
  [
    'a connection that only Terraform knows',
    (s) => [app(s), add(s, SWIFT, 'Swift', { app_service_id: '${var.x}', subnet_id: SUBNET_ID })],
    ['App: unknown, its subnet is only known when Terraform runs'],
  ],
  [
    'in an App Service Environment',
    (s) => app(s, { service_plan_id: add(s, 'azurerm_service_plan', 'Plan', { sku_name: 'I1v2' }).ref() }),
    ['App: not applicable, it runs in an App Service Environment, in a network'],
  ],
  [
    'a plan elsewhere, and the image pulled over the network as in an App Service Environment',
    (s) => app(s, { service_plan_id: PLAN_ID, vnet_image_pull_enabled: true }),
    [
      'App: unknown, whether it runs in a network is not known, since the plan, which is not in the configuration and may be in an App Service Environment, decides',
    ],
  ],
  [
    'a plan elsewhere, and the image pulled otherwise than in an App Service Environment',
    (s) => app(s, { service_plan_id: PLAN_ID }),
    ['App: warning [] virtual_network_subnet_id is not set, so the app calls out over the internet'],
  ],
]);

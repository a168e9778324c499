import { TerraformStack } from 'cdktf';
import { NETWORK_RULES } from '../../../../src/compliance/private/rules/network';
import { Case, checkRule } from '../../../support/compliance';
import { add, PlainData } from '../../../support/plain-azurerm';
import { inSubscription } from '../../../support/synth';

const [, delegated, size, separated, policies, , , noOutbound] = NETWORK_RULES;

const SUBNET_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apps';
const WEB = { name: 'd', service_delegation: { name: 'Microsoft.Web/serverFarms' } };
const SWIFT = 'azurerm_app_service_virtual_network_swift_connection';
const POLICIES = 'private_endpoint_network_policies';
const OUTBOUND = 'default_outbound_access_enabled';

/** A network with subnets as blocks. */
const network = (s: TerraformStack, blocks: unknown) =>
  add(s, 'azurerm_virtual_network', 'Network', { name: 'vnet', resource_group_name: 'rg', subnet: blocks });

const BLOCK = { name: 'apps', address_prefixes: ['10.0.0.0/29'] };
const NETWORK_ID = SUBNET_ID.replace('/subnets/apps', '');

/** A network with one block, and an app and an endpoint in it, each where asked for. */
const inBlock = (
  s: TerraformStack,
  { block = {}, app, endpoint }: { block?: object; app?: string; endpoint?: string },
) => {
  const id = network(inSubscription(s), [{ ...BLOCK, ...block }, { name: 'idle' }]).ref();
  const idOf = (name: string) => name.replace(/^ID/, id);
  if (app) {
    add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: idOf(app), service_plan_id: '/plans/a' });
  }
  if (endpoint) add(s, 'azurerm_private_endpoint', 'Endpoint', { subnet_id: idOf(endpoint) });
};

const BELOW = 'ID/subnets/apps';
const UNUSED = 'apps: no app calls out through the subnet; idle: no app calls out through the subnet';

/** What each rule on networks says of those that have no blocks, or not known ones. */
const withoutBlocks: Case[] = [
  [
    'a network without blocks',
    (s) => network(s, undefined),
    ['Network: not applicable, its subnets are resources of their own'],
  ],
  [
    'a network with blocks that only Terraform knows',
    (s) => network(s, '${var.subnets}'),
    ['Network: unknown, the subnets are only known when Terraform runs'],
  ],
];

const DELEGATION = 'App needs a delegation to Microsoft.Web/serverFarms, but it is not delegated';

checkRule(delegated, [
  ...withoutBlocks,
  ['a block without apps', (s) => inBlock(s, {}), [`Network: not applicable, ${UNUSED}`]],
  ...[BELOW, 'ID/subnets/APPS', SUBNET_ID, SUBNET_ID.toUpperCase()].map((app): Case => [
    `a block with an app by ${app}`,
    (s) => inBlock(s, { app }),
    [`Network: error [Subnet::apps] apps: Prod/${DELEGATION}`],
  ]),
  [
    'a block with an app by a connection',
    (s) => {
      const id = network(s, BLOCK).ref();
      const app = add(s, 'azurerm_windows_web_app', 'App');
      add(s, SWIFT, 'Swift', { app_service_id: app.ref(), subnet_id: `${id}/subnets/apps` });
    },
    [`Network: error [Subnet::apps] apps: Prod/${DELEGATION}`],
  ],
  [
    'a block that an app finds by a data source',
    (s) => {
      network(inSubscription(s), BLOCK);
      const found = { name: 'apps', virtual_network_name: 'vnet', resource_group_name: 'rg' };
      const source = new PlainData(s, 'azurerm_subnet', 'Found', found);
      add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: source.ref() });
    },
    [`Network: error [Subnet::apps] apps: Prod/${DELEGATION}`],
  ],
  ['a delegated block', (s) => inBlock(s, { app: BELOW, block: { delegation: [WEB] } }), ['Network: compliant']],
  [
    'a block whose delegation only Terraform knows',
    (s) => inBlock(s, { app: BELOW, block: { delegation: '${var.d}' } }),
    ['Network: unknown, apps: the delegation is only known when Terraform runs'],
  ],
  [
    'a block that may hold an app',
    (s) => inBlock(s, { app: '${var.subnet}' }),
    [
      'Network: unknown, apps: which subnet Prod/App calls out through is not known, since var.subnet is only known when Terraform runs; idle: which subnet Prod/App calls out through is not known, since var.subnet is only known when Terraform runs',
    ],
  ],
  [
    'a block under a name that only Terraform knows, and an app by the same',
    (s) => inBlock(s, { app: 'ID/subnets/${var.name}', block: { name: '${var.name}' } }),
    [`Network: error [Subnet::\${var.name}] \${var.name}: Prod/${DELEGATION}`],
  ],
  [
    'a subnet of its own that an app names below its network',
    (s) => {
      const made = add(s, 'azurerm_virtual_network', 'Network', { name: 'vnet', resource_group_name: 'rg' });
      add(s, 'azurerm_subnet', 'Subnet', { name: 'apps', virtual_network_name: 'vnet', resource_group_name: 'rg' });
      add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: `${made.ref()}/subnets/apps` });
    },
    [`Subnet: error [] Prod/${DELEGATION}`, 'Network: not applicable, its subnets are resources of their own'],
  ],
  [
    'a block of another network',
    (s) => inBlock(s, { app: `${NETWORK_ID}2/subnets/apps` }),
    [`Network: not applicable, ${UNUSED}`],
  ],
]);

checkRule(size, [
  ...withoutBlocks,
  ['a block without apps', (s) => inBlock(s, {}), [`Network: not applicable, ${UNUSED}`]],
  [
    'a block that is a /29',
    (s) => inBlock(s, { app: BELOW }),
    ['Network: error [Subnet::apps::Prefix::/29] apps: the subnet is a /29, and App Service needs a /28 or wider'],
  ],
  [
    'a block that is a /27',
    (s) => inBlock(s, { app: BELOW, block: { address_prefixes: ['10.0.0.0/27'] } }),
    [
      'Network: warning [Subnet::apps::Prefix::/27] apps: the subnet is a /27, which leaves little room to scale; Azure recommends a /26',
    ],
  ],
  [
    'a block that is a /26',
    (s) => inBlock(s, { app: BELOW, block: { address_prefixes: ['10.0.0.0/26'] } }),
    ['Network: compliant'],
  ],
  [
    'a block whose range only Terraform knows',
    (s) => inBlock(s, { app: BELOW, block: { address_prefixes: '${var.x}' } }),
    ['Network: unknown, apps: the range of the subnet is only known when Terraform runs'],
  ],
]);

checkRule(separated, [
  ...withoutBlocks,
  ['a block with an endpoint', (s) => inBlock(s, { endpoint: BELOW }), ['Network: compliant']],
  ['a block with an app', (s) => inBlock(s, { app: BELOW }), ['Network: compliant']],
  ['blocks of their own', (s) => inBlock(s, { app: BELOW, endpoint: 'ID/subnets/idle' }), ['Network: compliant']],
  [
    'one block',
    (s) => inBlock(s, { app: BELOW, endpoint: SUBNET_ID }),
    [
      'Network: error [Subnet::apps::Integrated] apps: both the private endpoint Prod/Endpoint and the app Prod/App use the subnet',
    ],
  ],
  [
    'a delegated block with an endpoint',
    (s) => inBlock(s, { endpoint: BELOW, block: { delegation: [WEB] } }),
    [
      'Network: error [Subnet::apps::Delegated] apps: the private endpoint Prod/Endpoint is in a subnet that is delegated to Microsoft.Web/serverFarms',
    ],
  ],
  [
    'a block that may hold an endpoint',
    (s) => inBlock(s, { app: BELOW, endpoint: '${var.subnet}' }),
    [
      'Network: unknown, apps: which subnet Prod/Endpoint is in is not known, since var.subnet is only known when Terraform runs; idle: which subnet Prod/Endpoint is in is not known, since var.subnet is only known when Terraform runs',
    ],
  ],
]);

checkRule(policies, [
  ...withoutBlocks,
  [
    'blocks without endpoints',
    (s) => inBlock(s, {}),
    ['Network: not applicable, apps: no private endpoint is in the subnet; idle: no private endpoint is in the subnet'],
  ],
  [
    'a block with an endpoint, without policies',
    (s) => inBlock(s, { endpoint: BELOW }),
    [`Network: warning [Subnet::apps] apps: ${POLICIES} is not set, which means Disabled`],
  ],
  [
    'a block with an endpoint and policies',
    (s) => inBlock(s, { endpoint: BELOW, block: { [POLICIES]: 'Enabled' } }),
    ['Network: compliant'],
  ],
  [
    'a block with an endpoint and policies that only Terraform knows',
    (s) => inBlock(s, { endpoint: BELOW, block: { [POLICIES]: '${var.x}' } }),
    [`Network: unknown, apps: ${POLICIES} is only known when Terraform runs`],
  ],
]);

checkRule(noOutbound, [
  ...withoutBlocks,
  [
    'blocks that call out',
    (s) => network(s, [BLOCK, { name: 'b', [OUTBOUND]: true }, { name: 'c', [OUTBOUND]: false }]),
    [
      `Network: warning [Subnet::apps] apps: ${OUTBOUND} is not set, which means true`,
      `Network: warning [Subnet::b] b: ${OUTBOUND} is true`,
    ],
  ],
  [
    'blocks that do not',
    (s) => network(s, [{ ...BLOCK, [OUTBOUND]: false }, { name: 'GatewaySubnet' }]),
    ['Network: compliant'],
  ],
  [
    'a block that may',
    (s) => network(s, { ...BLOCK, [OUTBOUND]: '${var.x}' }),
    [`Network: unknown, apps: ${OUTBOUND} is only known when Terraform runs`],
  ],
  [
    'a delegated block',
    (s) => network(s, { ...BLOCK, delegation: [WEB] }),
    ['Network: not applicable, apps: Microsoft.Web/serverFarms decides how the delegated subnet calls out'],
  ],
]);

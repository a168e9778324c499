import { TerraformStack } from 'cdktf';
import { NETWORK_RULES } from '../../../../src/compliance/private/rules/network';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { inSubscription, newStack } from '../../../support/synth';

const [hasNsg, delegated, size, separated, policies, , , noOutbound] = NETWORK_RULES;

const SUBNET_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/apps';
const WEB = { name: 'd', service_delegation: { name: 'Microsoft.Web/serverFarms' } };
const ASSOCIATION = 'azurerm_subnet_network_security_group_association';
const SWIFT = 'azurerm_app_service_virtual_network_swift_connection';
const SLOT_SWIFT = 'azurerm_app_service_slot_virtual_network_swift_connection';

const subnet = (stack: TerraformStack, attributes: object = {}) =>
  add(stack, 'azurerm_subnet', 'Subnet', {
    name: 'apps',
    virtual_network_name: 'vnet',
    resource_group_name: 'rg',
    ...attributes,
  });

/** A subnet with an app in it. */
const used = (stack: TerraformStack, attributes: object = {}, type: string = 'azurerm_linux_web_app') => {
  const made = subnet(stack, attributes);
  add(stack, type, 'App', { virtual_network_subnet_id: made.ref() });
  return made;
};

/** A subnet with a private endpoint in it. */
const holding = (stack: TerraformStack, attributes: object = {}) => {
  const made = subnet(stack, attributes);
  add(stack, 'azurerm_private_endpoint', 'Endpoint', { subnet_id: made.ref() });
  return made;
};

checkRule(hasNsg, [
  ['none', (s) => subnet(s), ['Subnet: error [] no security group is associated with the subnet']],
  ['by reference', (s) => add(s, ASSOCIATION, 'A', { subnet_id: subnet(s).ref() }), ['Subnet: compliant']],
  [
    'by id',
    (s) => [subnet(inSubscription(s)), add(s, ASSOCIATION, 'A', { subnet_id: SUBNET_ID.toUpperCase() })],
    ['Subnet: compliant'],
  ],
  [
    'in another stack',
    (s) => add(newStack('Other', undefined, s.node.root), ASSOCIATION, 'A', { subnet_id: subnet(s).ref() }),
    ['Subnet: compliant'],
  ],
  ['in the form of azurerm 5', (s) => subnet(s, { network_security_group_id_wo: '/nsg' }), ['Subnet: compliant']],
  ...['/nsg', '${var.nsg}'].map((network_security_group_id): Case => [
    `in the form of azurerm 5, as a state or a plan has it: ${network_security_group_id}`,
    (s) => subnet(s, { network_security_group_id_wo_version: 7, network_security_group_id }),
    ['Subnet: compliant'],
  ]),
  [
    'in the form of azurerm 5, by a variable that may be null',
    (s) => subnet(s, { network_security_group_id_wo: '${var.nsg}' }),
    ['Subnet: unknown, what is attached to the subnet is not known, since var.nsg is not'],
  ],
  [
    'without one, under a name that only Terraform knows',
    (s) => subnet(s, { name: '${var.name}' }),
    ['Subnet: unknown, the name of the subnet is var.name, which is only known when Terraform runs'],
  ],
  [
    'of another subnet',
    (s) => [subnet(s), add(s, ASSOCIATION, 'A', { subnet_id: SUBNET_ID.replace('vnet/', 'other/') })],
    ['Subnet: error [] no security group is associated with the subnet'],
  ],
  [
    'of a subnet that only Terraform knows',
    (s) => [subnet(s), add(s, ASSOCIATION, 'A', { subnet_id: '${var.subnet}' })],
    ['Subnet: unknown, which subnet Prod/A is for is not known, since var.subnet is only known when Terraform runs'],
  ],
  [
    'reserved for Azure',
    (s) => subnet(s, { name: 'GatewaySubnet' }),
    ['Subnet: not applicable, Azure controls the traffic of GatewaySubnet'],
  ],
  [
    'a network with subnets of its own',
    (s) =>
      add(s, 'azurerm_virtual_network', 'Network', {
        subnet: [
          { name: 'a', security_group: '${var.x}' },
          { name: 'b' },
          { name: 'c', security_group: '' },
          { name: 'GatewaySubnet' },
        ],
      }),
    [
      'Network: error [Subnet::b] the subnet b has no security group',
      'Network: error [Subnet::c] the subnet c has no security group',
    ],
  ],
  [
    'a network with subnets of its own whose group or name only Terraform knows',
    (s) =>
      add(s, 'azurerm_virtual_network', 'Network', {
        subnet: [{ name: 'a', security_group: '${var.x}' }, { name: '${var.y}' }],
      }),
    [
      'Network: unknown, subnet.security_group is var.x, which is only known when Terraform runs; the name of a subnet is var.y, which is only known when Terraform runs',
    ],
  ],
  [
    'a network with protected subnets of its own',
    (s) => add(s, 'azurerm_virtual_network', 'Network', { subnet: [{ name: 'a', security_group: '/nsg' }] }),
    ['Network: compliant'],
  ],
  [
    'a network with subnets that only Terraform knows',
    (s) => add(s, 'azurerm_virtual_network', 'Network', { subnet: '${var.x}' }),
    ['Network: unknown, the subnets are only known when Terraform runs'],
  ],
  [
    'a network without',
    (s) => add(s, 'azurerm_virtual_network', 'Network'),
    ['Network: not applicable, its subnets are resources of their own'],
  ],
  [
    'of dedicated HSMs',
    (s) =>
      subnet(s, { delegation: { service_delegation: { name: 'Microsoft.HardwareSecurityModules/dedicatedHSMs' } } }),
    [
      'Subnet: not applicable, subnets of Microsoft.HardwareSecurityModules/dedicatedHSMs do not support a security group',
    ],
  ],
]);

const unusedCases: Case[] = [
  ['no app', (s) => subnet(s), ['Subnet: not applicable, no app calls out through the subnet']],
  [
    'an app in a subnet that only Terraform knows',
    (s) => [subnet(s), add(s, 'azurerm_linux_web_app', 'App', { virtual_network_subnet_id: '${var.subnet}' })],
    [
      'Subnet: unknown, which subnet Prod/App calls out through is not known, since var.subnet is only known when Terraform runs',
    ],
  ],
];

checkRule(delegated, [
  ...unusedCases,
  [
    'not delegated',
    (s) => used(s),
    ['Subnet: error [] Prod/App needs a delegation to Microsoft.Web/serverFarms, but it is not delegated'],
  ],
  ['delegated', (s) => used(s, { delegation: [WEB] }), ['Subnet: compliant']],
  [
    'delegated to another service',
    (s) => used(s, { delegation: WEB }, 'azurerm_function_app_flex_consumption'),
    [
      'Subnet: error [] Prod/App needs a delegation to Microsoft.App/environments, but it is delegated to Microsoft.Web/serverFarms',
    ],
  ],
  [
    'delegated by a variable',
    (s) => used(s, { delegation: { service_delegation: { name: '${var.service}' } } }),
    ['Subnet: unknown, the delegation is only known when Terraform runs'],
  ],
  [
    'delegated by a dynamic block',
    (s) => used(s, { dynamic: { delegation: {} } }),
    ['Subnet: unknown, the delegation is only known when Terraform runs'],
  ],
  [
    'joined by a connection',
    (s) => {
      const app = add(s, 'azurerm_windows_web_app', 'App');
      add(s, SWIFT, 'Swift', { app_service_id: app.ref(), subnet_id: subnet(s).ref() });
    },
    ['Subnet: error [] Prod/App needs a delegation to Microsoft.Web/serverFarms, but it is not delegated'],
  ],
  [
    'joined by the connection of a slot',
    (s) => {
      const app = add(s, 'azurerm_linux_web_app', 'App');
      const slot = { app_service_id: app.ref(), name: 'next' };
      add(s, 'azurerm_linux_web_app_slot', 'Slot', slot);
      add(s, 'azurerm_linux_web_app_slot', 'OtherSlot', { ...slot, name: 'other' });
      add(s, SLOT_SWIFT, 'Swift', { app_service_id: app.ref(), slot_name: 'next', subnet_id: subnet(s).ref() });
    },
    ['Subnet: error [] Prod/Slot needs a delegation to Microsoft.Web/serverFarms, but it is not delegated'],
  ],
  [
    'joined by the slot of an app outside of the tree',
    (s) => [subnet(s), add(s, 'azurerm_linux_web_app_slot', 'Slot', { app_service_id: '/sites/x', name: 'next' })],
    ['Subnet: not applicable, no app calls out through the subnet'],
  ],
]);

const sized =
  (prefix: string): Case[1] =>
  (s) =>
    used(s, { address_prefixes: [prefix] });

checkRule(size, [
  ...unusedCases,
  [
    'a /29',
    sized('10.0.0.0/29'),
    ['Subnet: error [Prefix::/29] the subnet is a /29, and App Service needs a /28 or wider'],
  ],
  [
    'a /28',
    sized('10.0.0.0/28'),
    ['Subnet: warning [Prefix::/28] the subnet is a /28, which leaves little room to scale; Azure recommends a /26'],
  ],
  ['a /26', sized('10.0.0.0/26'), ['Subnet: compliant']],
  ['the wider of two', (s) => used(s, { address_prefixes: ['10.0.0.0/28', '10.0.1.0/26'] }), ['Subnet: compliant']],
  [
    'a variable',
    sized('${var.prefix}'),
    ['Subnet: unknown, the range of the subnet is only known when Terraform runs'],
  ],
  ['a pool', (s) => used(s), ['Subnet: unknown, the range of the subnet is only known when Terraform runs']],
]);

const plans = (s: TerraformStack, ...ids: string[]) => {
  const made = subnet(s);
  ids.forEach((id, index) => {
    add(s, 'azurerm_linux_web_app', `App${index}`, { virtual_network_subnet_id: made.ref(), service_plan_id: id });
  });
  return made;
};

checkRule(separated, [
  ['neither', (s) => subnet(s), ['Subnet: not applicable, neither apps nor private endpoints are in the subnet']],
  ['endpoints alone', (s) => holding(s), ['Subnet: compliant']],
  ['apps alone', (s) => used(s, { delegation: WEB }), ['Subnet: compliant']],
  [
    'endpoints in a delegated subnet',
    (s) => holding(s, { delegation: WEB }),
    [
      'Subnet: error [Delegated] the private endpoint Prod/Endpoint is in a subnet that is delegated to Microsoft.Web/serverFarms',
    ],
  ],
  [
    'both',
    (s) => add(s, 'azurerm_linux_function_app', 'App', { virtual_network_subnet_id: holding(s).ref() }),
    ['Subnet: error [Integrated] both the private endpoint Prod/Endpoint and the app Prod/App use the subnet'],
  ],
  [
    'endpoints in a subnet with an unknown delegation',
    (s) => holding(s, { delegation: '${var.delegation}' }),
    ['Subnet: unknown, the delegation is only known when Terraform runs'],
  ],
  [
    'an endpoint that may be here',
    (s) => [used(s), add(s, 'azurerm_private_endpoint', 'Endpoint', { subnet_id: '${var.subnet}' })],
    [
      'Subnet: unknown, which subnet Prod/Endpoint is in is not known, since var.subnet is only known when Terraform runs',
    ],
  ],
  ['two apps of one plan', (s) => plans(s, '/plans/a', '/Plans/A'), ['Subnet: compliant']],
  [
    'two plans',
    (s) => plans(s, '/plans/a', '/plans/b'),
    ['Subnet: warning [Plans] the apps of 2 plans share the subnet: /plans/a, /plans/b'],
  ],
  [
    'an app of an unknown plan',
    (s) => plans(s, '/plans/a', '${var.plan}'),
    ['Subnet: unknown, the plan of an app is only known when Terraform runs'],
  ],
  [
    'an app and its slot',
    (s) => {
      const made = subnet(s);
      const plan = add(s, 'azurerm_service_plan', 'Plan');
      const inSubnet = { virtual_network_subnet_id: made.ref() };
      const app = add(s, 'azurerm_linux_function_app', 'App', { ...inSubnet, service_plan_id: plan.ref() });
      add(s, 'azurerm_linux_function_app_slot', 'Slot', { ...inSubnet, function_app_id: app.ref() });
    },
    ['Subnet: compliant'],
  ],
  [
    'apps on Flex Consumption',
    (s) => {
      const inSubnet = { virtual_network_subnet_id: subnet(s).ref() };
      ['a', 'b'].forEach((id) =>
        add(s, 'azurerm_function_app_flex_consumption', id, { ...inSubnet, service_plan_id: `/plans/${id}` }),
      );
    },
    ['Subnet: compliant'],
  ],
]);

const POLICIES = 'private_endpoint_network_policies';

checkRule(policies, [
  ['no endpoint', (s) => subnet(s), ['Subnet: not applicable, no private endpoint is in the subnet']],
  ['absent', (s) => holding(s), [`Subnet: warning [] ${POLICIES} is not set, which means Disabled`]],
  [
    'for routes alone',
    (s) => holding(s, { [POLICIES]: 'RouteTableEnabled' }),
    [`Subnet: warning [] ${POLICIES} is RouteTableEnabled`],
  ],
  ['on', (s) => holding(s, { [POLICIES]: 'Enabled' }), ['Subnet: compliant']],
  ['on for groups', (s) => holding(s, { [POLICIES]: 'NetworkSecurityGroupEnabled' }), ['Subnet: compliant']],
  [
    'overridden',
    (s) => holding(s, { [POLICIES]: 'Enabled' }).addOverride(POLICIES, 'Disabled'),
    [`Subnet: warning [] ${POLICIES} is Disabled`],
  ],
  [
    'a variable',
    (s) => holding(s, { [POLICIES]: '${var.x}' }),
    [`Subnet: unknown, ${POLICIES} is only known when Terraform runs`],
  ],
  [
    'an endpoint that may be here',
    (s) => [subnet(s), add(s, 'azurerm_private_endpoint', 'Endpoint', { subnet_id: '${var.subnet}' })],
    [
      'Subnet: unknown, which subnet Prod/Endpoint is in is not known, since var.subnet is only known when Terraform runs',
    ],
  ],
]);

const OUTBOUND = 'default_outbound_access_enabled';

checkRule(noOutbound, [
  ['absent', (s) => subnet(s), [`Subnet: warning [] ${OUTBOUND} is not set, which means true`]],
  ['on', (s) => subnet(s, { [OUTBOUND]: true }), [`Subnet: warning [] ${OUTBOUND} is true`]],
  ['off', (s) => subnet(s, { [OUTBOUND]: false }), ['Subnet: compliant']],
  ['off as text', (s) => subnet(s, { [OUTBOUND]: 'false' }), ['Subnet: compliant']],
  [
    'a variable',
    (s) => subnet(s, { [OUTBOUND]: '${var.x}' }),
    [`Subnet: unknown, ${OUTBOUND} is only known when Terraform runs`],
  ],
  [
    'delegated',
    (s) => subnet(s, { delegation: WEB }),
    ['Subnet: not applicable, Microsoft.Web/serverFarms decides how the delegated subnet calls out'],
  ],
  [
    'a delegation that only Terraform knows',
    (s) => subnet(s, { delegation: '${var.x}' }),
    ['Subnet: unknown, the delegation is only known when Terraform runs'],
  ],
  [
    'reserved for Azure',
    (s) => subnet(s, { name: 'AzureFirewallSubnet' }),
    ['Subnet: not applicable, Azure controls the traffic of AzureFirewallSubnet'],
  ],
]);

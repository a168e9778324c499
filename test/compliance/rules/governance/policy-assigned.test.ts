import { policyAssigned } from '../../../../src/compliance/private/rules/governance/policy-assigned';
import { verdict } from '../../../support/compliance';
import { PlainData, add, stackWithService } from '../../../support/plain-azurerm';

type Attributes = Record<string, unknown>;

const LOCAL_AUTH = 'f70eecba-335d-4bbc-81d5-5b17b03d498f';
const DEFINITIONS = '/providers/Microsoft.Authorization/policyDefinitions';
const NONE = 'violated: info the configuration assigns no built-in policy for SignalR';
const ASSIGNED = `compliant: ${LOCAL_AUTH} is assigned`;
const UNKNOWN = 'unknown: what Prod/Assignment assigns is not known';
const IDLE =
  'violated: info the configuration assigns no built-in policy for SignalR; Prod/Assignment excludes the service or is not enforced';
const SETS = '/providers/Microsoft.Authorization/policySetDefinitions';
const BENCHMARK = '1f3afdf9-d0c9-4c3d-847f-89da613e70a8';

const GROUP = '/subscriptions/0/resourceGroups/rg';
const SCOPES: Readonly<Record<string, Attributes>> = {
  resource: { resource_id: '${azurerm_signalr_service.Service.id}' },
  resource_group: { resource_group_id: GROUP },
  subscription: { subscription_id: '/subscriptions/0' },
  management_group: { management_group_id: '/providers/Microsoft.Management/managementGroups/mg' },
};

test.each<[string, string | undefined, string]>([
  ['resource', `${DEFINITIONS}/${LOCAL_AUTH}`, ASSIGNED],
  ['resource_group', `${DEFINITIONS}/${LOCAL_AUTH.toUpperCase()}`, ASSIGNED],
  ['subscription', '${data.azurerm_policy_definition.BuiltIn.id}', ASSIGNED],
  ['management_group', '${azurerm_policy_set_definition.Initiative.id}', ASSIGNED],
  ['subscription', '${azurerm_policy_definition.Own.id}', NONE],
  ['subscription', `${DEFINITIONS}/a4af4a39-4135-47fb-b175-47fbdf85311d`, NONE],
  ['subscription', '${data.azurerm_policy_definition.Found.id}', UNKNOWN],
  ['subscription', '${azurerm_policy_set_definition.Dynamic.id}', UNKNOWN],
  ['subscription', '/providers/Microsoft.Authorization/policySetDefinitions/x', UNKNOWN],
  ['subscription', '${var.definition}', UNKNOWN],
  ['subscription', `${SETS}/${BENCHMARK}`, `compliant: ${BENCHMARK} is assigned`],
  ['subscription', '${data.azurerm_policy_set_definition.Benchmark.id}', `compliant: ${BENCHMARK} is assigned`],
  ['subscription', '${data.azurerm_policy_set_definition.Other.id}', UNKNOWN],
  [
    'subscription',
    `${SETS}/e3ec7e09-768c-4b64-882c-fcada3772047`,
    'compliant: e3ec7e09-768c-4b64-882c-fcada3772047 is assigned',
  ],
  // The definition, not an initiative of that name.
  ['subscription', `${SETS}/${LOCAL_AUTH}`, UNKNOWN],
  ['subscription', '${azurerm_policy_set_definition.Off.id}', IDLE],
  ['subscription', undefined, NONE],
])('GOV1 with the assignment of a %s: %s', (scope, policy_definition_id, expected) => {
  const stack = stackWithService();
  const reference: Attributes = { policy_definition_id: `${DEFINITIONS}/${LOCAL_AUTH}` };
  new PlainData(stack, 'azurerm_policy_definition', 'BuiltIn', { name: LOCAL_AUTH });
  new PlainData(stack, 'azurerm_policy_definition', 'Found', { display_name: 'SignalR' });
  add(stack, 'azurerm_policy_definition', 'Own', { name: 'own' });
  add(stack, 'azurerm_policy_set_definition', 'Initiative', { name: 'all', policy_definition_reference: [reference] });
  add(stack, 'azurerm_policy_set_definition', 'Dynamic', { dynamic: { policy_definition_reference: {} } });
  new PlainData(stack, 'azurerm_policy_set_definition', 'Benchmark', { name: BENCHMARK });
  new PlainData(stack, 'azurerm_policy_set_definition', 'Other', { display_name: 'Other' });
  const off = { ...reference, parameter_values: JSON.stringify({ effect: { value: 'Disabled' } }) };
  add(stack, 'azurerm_policy_set_definition', 'Off', { name: 'off', policy_definition_reference: [off] });
  if (policy_definition_id) {
    add(stack, `azurerm_${scope}_policy_assignment`, 'Assignment', { policy_definition_id, ...SCOPES[scope] });
  }
  expect(verdict(policyAssigned, stack)).toBe(expected);
});

const assignedTo = (scope: string, attributes: Attributes) => {
  const stack = stackWithService();
  add(stack, 'azurerm_resource_group', 'Other', { name: 'rg-other' });
  add(stack, `azurerm_${scope}_policy_assignment`, 'Assignment', {
    policy_definition_id: `${DEFINITIONS}/${LOCAL_AUTH}`,
    ...SCOPES[scope],
    ...attributes,
  });
  return stack;
};
const open = (why: string) => `unknown: whether Prod/Assignment is for the service is not known: ${why} decides`;

test.each<[string, string, Attributes, string]>([
  ['its group', 'resource_group', {}, ASSIGNED],
  ['another group', 'resource_group', { resource_group_id: `${GROUP}-other` }, IDLE],
  ['another group by reference', 'resource_group', { resource_group_id: '${azurerm_resource_group.Other.id}' }, IDLE],
  ['a group that only Terraform knows', 'resource_group', { resource_group_id: '${var.group}' }, open('the scope')],
  ['another resource', 'resource', { resource_id: '${azurerm_resource_group.Other.id}' }, IDLE],
  ['its subscription', 'subscription', {}, ASSIGNED],
  ['its subscription, enforced', 'subscription', { enforce: true }, ASSIGNED],
  ['its subscription, not enforced', 'subscription', { enforce: false }, IDLE],
  ['its subscription, perhaps enforced', 'subscription', { enforce: '${var.on}' }, open('enforce of the assignment')],
  ['its subscription without its group', 'subscription', { not_scopes: [GROUP] }, IDLE],
  ['its subscription without another group', 'subscription', { not_scopes: [`${GROUP}-other`] }, ASSIGNED],
  ['its subscription without effect', 'subscription', { parameters: '{"effect":{"value":"Disabled"}}' }, IDLE],
  ['its subscription with an effect', 'subscription', { parameters: '{"effect":{"value":"Deny"}}' }, ASSIGNED],
  ['its subscription, whose effect is open', 'subscription', { parameters: '${var.parameters}' }, open('parameters')],
])('GOV1 with an assignment to %s', (_, scope, attributes, expected) => {
  expect(verdict(policyAssigned, assignedTo(scope, attributes))).toBe(expected);
});

test('GOV1 with an exemption for the service', () => {
  const stack = assignedTo('subscription', {});
  add(stack, 'azurerm_resource_policy_exemption', 'Exemption', {
    policy_assignment_id: '${azurerm_subscription_policy_assignment.Assignment.id}',
    resource_id: '${azurerm_signalr_service.Service.id}',
    exemption_category: 'Waiver',
  });
  expect(verdict(policyAssigned, stack)).toBe(IDLE);
});

test.each([
  [0, NONE],
  ['${var.assigns}', open('count or for_each of Prod/Assignment')],
])('GOV1 with %s assignments', (count, expected) => {
  const stack = stackWithService();
  add(stack, 'azurerm_subscription_policy_assignment', 'Assignment', {
    policy_definition_id: `${DEFINITIONS}/${LOCAL_AUTH}`,
    ...SCOPES.subscription,
  }).addOverride('count', count);
  expect(verdict(policyAssigned, stack)).toBe(expected);
});

test('GOV1 asks for no policy in particular, so it is no control of one', () => {
  expect(policyAssigned.controls).toEqual({ benchmark: ['AM-2'] });
});

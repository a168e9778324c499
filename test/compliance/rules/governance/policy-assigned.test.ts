import { policyAssigned } from '../../../../src/compliance/private/rules/governance/policy-assigned';
import { verdict } from '../../../support/compliance';
import { PlainData, add, stackWithService } from '../../../support/plain-azurerm';

type Attributes = Record<string, unknown>;

const LOCAL_AUTH = 'f70eecba-335d-4bbc-81d5-5b17b03d498f';
const DEFINITIONS = '/providers/Microsoft.Authorization/policyDefinitions';
const NONE = 'violated: info the configuration assigns no built-in policy for SignalR';
const ASSIGNED = `compliant: ${LOCAL_AUTH} is assigned`;
const UNKNOWN = 'unknown: what the policy assignments of the configuration assign is not known';

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
  ['subscription', undefined, NONE],
])('GOV1 with the assignment of a %s: %s', (scope, policy_definition_id, expected) => {
  const stack = stackWithService();
  const reference: Attributes = { policy_definition_id: `${DEFINITIONS}/${LOCAL_AUTH}` };
  new PlainData(stack, 'azurerm_policy_definition', 'BuiltIn', { name: LOCAL_AUTH });
  new PlainData(stack, 'azurerm_policy_definition', 'Found', { display_name: 'SignalR' });
  add(stack, 'azurerm_policy_definition', 'Own', { name: 'own' });
  add(stack, 'azurerm_policy_set_definition', 'Initiative', { name: 'all', policy_definition_reference: [reference] });
  add(stack, 'azurerm_policy_set_definition', 'Dynamic', { dynamic: { policy_definition_reference: {} } });
  if (policy_definition_id) add(stack, `azurerm_${scope}_policy_assignment`, 'Assignment', { policy_definition_id });
  expect(verdict(policyAssigned, stack)).toBe(expected);
});

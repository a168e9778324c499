import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The built-in definitions of Azure Policy for SignalR. */
const DEFINITIONS = [
  '2393d2cf-a342-44cd-a2e2-fe0188fd1234',
  '21a9766a-82a5-4747-abb5-650b6dbba6d0',
  'f70eecba-335d-4bbc-81d5-5b17b03d498f',
  '464a1620-21b5-448d-8ce6-d4ac6d1bc49a',
  'd9f1f9a9-8795-49f9-9e7b-e11db14caeb2',
  '702133e5-5ec5-4f90-9638-c78e22f13b39',
  '62a3ae95-8169-403e-a2d2-b82141448092',
  'ef45854f-b33f-49a3-8041-9057e915d88f',
  'b0e86710-7fb7-4a6c-a064-32e9b829509e',
];

/** Azure Policy watches the service. */
export const policyAssigned: Rule = {
  id: 'GOV1',
  name: 'PolicyAssigned',
  severity: Severity.INFO,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['AM-2'] },
  summary: 'The tree assigns one of the built-in policies for SignalR.',
  explanation:
    'Rules at synth see what is defined here. Azure Policy also sees what is changed in the portal, and what others deploy. It may well be assigned elsewhere, such as to the subscription.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/policy-reference',
  fix: 'Define an azurerm_resource_group_policy_assignment with one of the definitions, or acknowledge where they are assigned.',
  evaluate: (_service, context) => {
    const { names, mayBeMore } = context.topology.assignedPolicies;
    const assigned = DEFINITIONS.filter((definition) => names.has(definition));
    if (assigned.length > 0) return RuleVerdict.compliant(`${assigned.join(', ')} is assigned`);
    if (mayBeMore) return RuleVerdict.unknown('what the policy assignments of the configuration assign is not known');
    return RuleVerdict.violated({ message: 'the configuration assigns no built-in policy for SignalR' });
  },
};

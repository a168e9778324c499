import { AssignedDefinition } from '../../../../topology/governance/policy-assignments';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The built-in definitions of Azure Policy for SignalR. They judge the assignment; none is what the rule asks for. */
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

/** Built-in initiatives that contain one of them: versions 1 and 2 of the Microsoft cloud security benchmark. */
const INITIATIVES = ['1f3afdf9-d0c9-4c3d-847f-89da613e70a8', 'e3ec7e09-768c-4b64-882c-fcada3772047'];

/** Azure Policy watches the service. */
export const policyAssigned: Rule = {
  id: 'GOV1',
  name: 'PolicyAssigned',
  severity: Severity.INFO,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['AM-2'] },
  summary: 'The configuration assigns one of the built-in policies for SignalR to the service, and enforces it.',
  explanation:
    'Rules at synth judge what this configuration defines. Azure Policy also judges changes in the portal, and what other teams deploy. Another team may assign it elsewhere, such as at the subscription.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/policy-reference',
  fix: 'Define an azurerm_resource_group_policy_assignment with one of the definitions, or acknowledge where they are assigned.',
  evaluate: (service, { topology }) => {
    const watching = topology.policyAssignments.flatMap((assignment) =>
      assignment.definitions
        .filter((definition) => isForService(definition) !== false)
        .map((definition) => ({ assignment, definition, watches: assignment.watches(service, definition) })),
    );
    const known = watching.filter(({ definition }) => isForService(definition));
    const assigned = known.filter(({ watches }) => watches.isYes).map(({ definition }) => definition.name);
    if (assigned.length > 0) return RuleVerdict.compliant(`${[...new Set(assigned)].join(', ')} is assigned`);
    const open = known.find(({ watches }) => watches.isMaybe);
    if (open) {
      const { assignment, watches } = open;
      return RuleVerdict.unknown(
        `whether ${assignment.path} is for the service is not known: ${watches.because ?? 'its scope'} decides`,
      );
    }
    const [other] = watching.filter(({ definition, watches }) => !isForService(definition) && !watches.isNo);
    if (other) return RuleVerdict.unknown(`what ${other.assignment.path} assigns is not known`);
    const idle = [...new Set(known.map(({ assignment }) => assignment.path))];
    const elsewhere = idle.length > 0 ? `; ${idle.join(', ')} excludes the service or is not enforced` : '';
    return RuleVerdict.violated({ message: `the configuration assigns no built-in policy for SignalR${elsewhere}` });
  },
};

/** Reports whether a definition is for SignalR; `undefined` where that is not known. */
function isForService({ name, isInitiative }: AssignedDefinition): boolean | undefined {
  if (name === undefined) return undefined;
  if (isInitiative) return INITIATIVES.includes(name) || undefined;
  return DEFINITIONS.includes(name);
}

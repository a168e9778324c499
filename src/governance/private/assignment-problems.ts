import { IConstruct } from 'constructs';
import { effectParameterOf, referenceIdOf } from './initiative-members';
import { AssignedMember } from './own-design';
import { policyNameProblems, textProblems } from './policy-names';
import { locationProblems } from '../../core/internal/locations';
import { isKnown, Problem } from '../../core/internal/violations';
import { PolicyAssignmentProps } from '../policy-assignment-props';
import { PolicyDefinition } from '../policy-definition';
import { PolicyEffect } from '../policy-effect';

/** The definitions that an assignment evaluates, with what each does there. */
export function assignedMembers({ policy, effect, parameters = {} }: PolicyAssignmentProps): AssignedMember[] {
  return policy.members.map((member) => {
    const isInitiative = !(policy instanceof PolicyDefinition);
    const own = isInitiative ? parameters[effectParameterOf(member)]?._value : effect;
    const chosen = own ?? member.effect ?? member.definition.defaultEffect;
    return {
      definition: member.definition,
      referenceId: isInitiative ? referenceIdOf(member) : undefined,
      effect: isKnown(chosen) ? (chosen as PolicyEffect) : undefined,
    };
  });
}

/** Reports whether a member needs an identity. */
export function remediates({ definition, effect }: AssignedMember): boolean {
  if (effect === undefined) return definition.roles.length > 0;
  return effect === PolicyEffect.MODIFY || effect === PolicyEffect.DEPLOY_IF_NOT_EXISTS;
}

/** Reports what Azure would reject in an assignment. */
export function assignmentProblems(tree: IConstruct, props: PolicyAssignmentProps, hasIdentity: boolean): Problem[] {
  const { scope, notScopes = [], nonComplianceMessages = [], location } = props;
  return [
    ...nameProblems(props),
    ...scope._problems(),
    ...notScopes.flatMap((notScope) => notScope._problems()),
    ...policyProblems(props),
    ...nonComplianceMessages.flatMap(({ content }) => textProblems('policy/text', 'non-compliance message', content)),
    ...referenceProblems(props),
    ...(hasIdentity && location === undefined ? [withoutLocation] : []),
    ...(location === undefined ? [] : locationProblems(tree, location)),
  ];
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftauthorization */
function nameProblems({ name, scope }: PolicyAssignmentProps): Problem[] {
  return scope._isManagementGroup
    ? policyNameProblems('a policy assignment at a management group', name, 24)
    : policyNameProblems('a policy assignment', name);
}

const withoutLocation: Problem = {
  code: 'policy/location',
  message:
    'the assignment has an identity, which Azure creates in a region; give a location such as centralus, or use an effect that changes nothing',
};

function policyProblems({ policy, effect, parameters = {} }: PolicyAssignmentProps): Problem[] {
  const names = Object.keys(parameters);
  if (policy instanceof PolicyDefinition) return policy._problems(effect, names);
  const problems: Problem[] = [];
  if (effect !== undefined) {
    const message = `an initiative has no effect of its own; give the effects of its members with parameters such as ${policy.members.length > 0 ? effectParameterOf(policy.members[0]) : 'its own'}`;
    problems.push({ code: 'policy/effect', message });
  }
  if (policy.members.length === 0) return problems;
  const members = policy.members.filter(({ definition }) => definition.effects);
  const known = new Map(members.map((member) => [effectParameterOf(member), member.definition]));
  names.forEach((name) => {
    const definition = known.get(name);
    if (definition) {
      const value = parameters[name]._value;
      const isRefused = isKnown(value) && !definition.effects?.includes(value as PolicyEffect);
      if (!isRefused) return;
      const message = `"${value}" is not an effect of "${definition.displayName}"; use ${definition.effects?.join(', ')}`;
      problems.push({ code: 'policy/effect', message });
      return;
    }
    const message = `"${name}" is not a parameter of "${policy.displayName}"; use ${[...known.keys()].join(', ')}`;
    problems.push({ code: 'policy/parameter', message });
  });
  return problems;
}

function referenceProblems({ policy, nonComplianceMessages = [] }: PolicyAssignmentProps): Problem[] {
  const isDefinition = policy instanceof PolicyDefinition;
  if (!isDefinition && policy.members.length === 0) return [];
  const known = isDefinition ? [] : policy.members.map(referenceIdOf);
  return nonComplianceMessages
    .map(({ referenceId }) => referenceId)
    .filter((referenceId) => isKnown(referenceId) && !known.includes(referenceId))
    .map((referenceId) => ({
      code: 'policy/reference-id',
      message: `"${referenceId}" is not a member of "${policy.displayName}"; ${isDefinition ? 'leave the reference id out' : `use ${known.join(', ')}`}`,
    }));
}

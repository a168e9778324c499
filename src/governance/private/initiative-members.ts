import { PolicySetDefinitionPolicyDefinitionReference } from '@cdktf/provider-azurerm/lib/policy-set-definition';
import { parameterJson } from './parameter-json';
import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { PolicyMember } from '../policy-definition';

/** Name of a member within its initiative. */
export function referenceIdOf({ referenceId, definition }: PolicyMember): string {
  return referenceId ?? definition._name;
}

/** Parameter of an initiative that is the effect of a member. */
export function effectParameterOf(member: PolicyMember): string {
  return `effect-${referenceIdOf(member)}`;
}

/** Reports what Azure would reject in the members of an initiative. */
export function initiativeProblems(members: readonly PolicyMember[]): Problem[] {
  const problems = members.flatMap(({ definition, effect, parameters }) =>
    definition._problems(effect, Object.keys(parameters ?? {})),
  );
  if (members.length === 0) {
    problems.push({ code: 'policy/members', message: 'no policies given; give at least one' });
  }
  const referenceIds = members.map(referenceIdOf).filter(isKnown);
  const repeated = referenceIds.filter((referenceId, index) => referenceIds.indexOf(referenceId) < index);
  const duplicates = [...new Set(repeated)].map(
    (referenceId) => `"${referenceId}" is the reference id of two members; give one of them another referenceId`,
  );
  return [...problems, ...withCode('policy/duplicate-reference', duplicates)];
}

/** The parameters of an initiative and the references to its members, in the provider's form. */
export function initiativeBlocks(members: readonly PolicyMember[]) {
  const parameters = Object.fromEntries(
    members
      .filter(({ definition }) => definition.effects)
      .map((member) => [effectParameterOf(member), effectParameter(member)]),
  );
  return {
    parameters: Object.keys(parameters).length > 0 ? JSON.stringify(parameters) : undefined,
    policyDefinitionReference: members.map(blockOf),
  };
}

function effectParameter({ definition, effect }: PolicyMember) {
  return {
    type: 'String',
    allowedValues: definition.effects,
    defaultValue: effect ?? definition.defaultEffect,
    metadata: { displayName: `Effect of: ${definition.displayName}` },
  };
}

function blockOf(member: PolicyMember): PolicySetDefinitionPolicyDefinitionReference {
  const { definition, parameters } = member;
  const effect = definition.effects ? `[parameters('${effectParameterOf(member)}')]` : member.effect;
  return {
    policyDefinitionId: definition.policyDefinitionId,
    referenceId: referenceIdOf(member),
    parameterValues: parameterJson(effect, parameters),
  };
}

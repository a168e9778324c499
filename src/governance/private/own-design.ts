import { PolicyCheck } from './policy-check';
import { checkOf } from './policy-checks';
import { PolicyVerdict } from '../../compliance/internal/policy-rule';
import { Certainty } from '../../core/internal/certainty';
import { Problem } from '../../core/internal/violations';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AssignmentReach, isThere } from '../../topology/governance/assignment-reach';
import { PolicyDefinition } from '../policy-definition';
import { PolicyEffect } from '../policy-effect';

/** A definition that an assignment evaluates. */
export interface AssignedMember {
  readonly definition: PolicyDefinition;
  /** Name within the initiative; `undefined` for a definition that is assigned itself. */
  readonly referenceId?: string;
  /** Effect of the policy; `undefined` where only Terraform knows it. */
  readonly effect?: PolicyEffect;
}

/** Effects of an assignment on the resources of its own tree. */
export interface OwnDesignFindings {
  readonly errors: Problem[];
  readonly warnings: Problem[];
}

/** Judges all resources of a tree as Azure would with an assignment and its exemptions. */
export function judgeOwnDesign(
  model: TerraformModel,
  assignment: ModelResource,
  members: readonly AssignedMember[],
): OwnDesignFindings {
  const reach = new AssignmentReach(model, assignment);
  const findings: OwnDesignFindings = { errors: [], warnings: [] };
  members.forEach((member) => {
    const checked = checkOf(member.definition);
    const acts = actsBy(member.effect);
    if (!checked || acts.isNo) return;
    model.resources(...checked.types).forEach((resource) => {
      const verdict = checked.check.judge(resource, model);
      const facts = [
        reach.isEnforced,
        acts,
        isThere(resource),
        reach.covers(resource),
        reach.excludes(resource, member.referenceId).not,
        verdict.isBroken,
      ];
      if (Certainty.all(facts).isNo) return;
      const [unknown, ...others] = facts.filter(({ isMaybe }) => isMaybe);
      if (!unknown) report(findings, member, checked.check, resource, verdict);
      // Where several facts are open, an ordinary template would get a warning for each of its resources.
      else if (others.length === 0) findings.warnings.push(openQuestion(member, resource, unknown, verdict));
    });
  });
  return findings;
}

/** The target of a reference is not known before the tree is complete; azurerm rejects the group when it applies. */
export function groupProblems(assignment: ModelResource): Problem[] {
  const group = assignment.type === 'azurerm_resource_policy_assignment' && assignment.at('resource_id').resource;
  if (!group || group.type !== 'azurerm_resource_group') return [];
  const message = `${group.path} is a resource group, not a resource; use RoleScope.resourceGroup, for a group of azurerm itself with ResourceGroup.fromResourceGroupAttributes`;
  return [{ code: 'identity/role-scope', message }];
}

/** Verbs for the actions of effects on resources; other effects report. */
const VERBS: ReadonlyMap<PolicyEffect | undefined, string> = new Map([
  [PolicyEffect.DENY, 'denies'],
  [PolicyEffect.MODIFY, 'changes'],
  [PolicyEffect.DEPLOY_IF_NOT_EXISTS, 'adds to'],
]);

function actsBy(effect: PolicyEffect | undefined): Certainty {
  if (effect === undefined) return Certainty.maybe('the effect');
  return Certainty.of(VERBS.has(effect));
}

function report(
  { errors, warnings }: OwnDesignFindings,
  { definition, effect }: AssignedMember,
  { fix }: PolicyCheck,
  { path }: ModelResource,
  { reason }: PolicyVerdict,
): void {
  if (effect === PolicyEffect.MODIFY) {
    const message = `"${definition.displayName}" changes ${path}, because ${reason}. It changes each request, also those of Terraform, so each plan shows the change again. ${fix} Or exempt it with addExemption`;
    warnings.push({ code: 'policy/modifies-own-design', message });
    return;
  }
  if (effect === PolicyEffect.DEPLOY_IF_NOT_EXISTS) {
    const message = `"${definition.displayName}" adds to ${path}, because ${reason}. ${fix} Or exempt it with addExemption`;
    warnings.push({ code: 'policy/adds-to-own-design', message });
    return;
  }
  const message = `"${definition.displayName}" denies ${path}, because ${reason}. ${fix} Or give the policy another effect than Deny, or exempt the resource with addExemption`;
  errors.push({ code: 'policy/denies-own-design', message });
}

function openQuestion(
  { definition, effect }: AssignedMember,
  { path }: ModelResource,
  { because }: Certainty,
  { isBroken, reason }: PolicyVerdict,
): Problem {
  const verb = VERBS.get(effect) ?? 'denies';
  const why = isBroken.isMaybe ? because : `${because} decides, and ${reason}`;
  const message = `only Terraform knows whether "${definition.displayName}" ${verb} ${path}: ${why}`;
  return { code: 'policy/may-deny-own-design', message };
}

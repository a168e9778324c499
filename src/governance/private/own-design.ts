import { ASSIGNMENT_SCOPES } from './assignment-resource';
import { all, any, Coverage, coverageOf, providerOf } from './coverage';
import { EXEMPTION_SCOPES } from './exemption-resource';
import { Judge, judgeOf } from './judges';
import { Problem } from '../../core/internal/violations';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { PolicyDefinition } from '../policy-definition';
import { PolicyEffect } from '../policy-effect';

/** A definition that an assignment evaluates. */
export interface AssignedMember {
  readonly definition: PolicyDefinition;
  /** Name within the initiative; `undefined` for a definition that is assigned itself. */
  readonly referenceId?: string;
  /** What it does; `undefined` where that is only known when Terraform runs. */
  readonly effect?: PolicyEffect;
}

/** What an assignment does to the resources of its own tree. */
export interface OwnDesignFindings {
  readonly errors: Problem[];
  readonly warnings: Problem[];
}

/** Scopes that an assignment does not hold for. */
interface Exclusion {
  readonly coverage: Coverage;
  /** Whether a member does not hold there; `undefined` where that is only known when Terraform runs. */
  readonly exempts: (referenceId: string | undefined) => boolean | undefined;
}

/** Judges all resources of a tree as Azure would with an assignment and its exemptions. */
export function judgeOwnDesign(
  model: TerraformModel,
  assignment: ModelResource,
  members: readonly AssignedMember[],
): OwnDesignFindings {
  const applies = appliesTo(assignment);
  const scope = coverageOf(assignment.at(ASSIGNMENT_SCOPES[assignment.type]), providerOf(assignment));
  const exclusions = exclusionsOf(model, assignment);
  const findings: OwnDesignFindings = { errors: [], warnings: [] };
  members.forEach((member) => {
    const judge = judgeOf(member.definition);
    if (!judge || !mayAct(member.effect)) return;
    model.resources(...judge.types).forEach((resource) => {
      const isExcluded = any(
        exclusions.map(({ coverage, exempts }) => all([exempts(member.referenceId), coverage(resource)])),
      );
      const facts = [applies, judge.faults(resource), scope(resource), negated(isExcluded), isCertain(member.effect)];
      if (all(facts) === false) return;
      const unknown = facts.filter((fact) => fact === undefined).length;
      if (unknown === 0) tell(findings, member, judge, resource);
      // Where several facts are open, an ordinary template would get a warning for each of its resources.
      if (unknown === 1) findings.warnings.push(openQuestion(member, judge, resource));
    });
  });
  return findings;
}

/** A reference does not tell what it leads to before the tree is complete; azurerm refuses the group when it applies. */
export function groupProblems(assignment: ModelResource): Problem[] {
  const group = assignment.type === 'azurerm_resource_policy_assignment' && assignment.at('resource_id').resource;
  if (!group || group.type !== 'azurerm_resource_group') return [];
  const message = `${group.path} is a resource group, not a resource; use RoleScope.resourceGroup, for a group of azurerm itself with ResourceGroup.fromResourceGroupAttributes`;
  return [{ code: 'identity/role-scope', message }];
}

/** Whether an assignment is enforced for all resources in its scope. */
function appliesTo(assignment: ModelResource): boolean | undefined {
  const enforce = assignment.at('enforce');
  if (enforce.is(false)) return false;
  const narrowed = ['overrides', 'resource_selectors'].some((name) => assignment.blocks(name)?.length !== 0);
  return enforce.isUnknown || narrowed ? undefined : true;
}

function exclusionsOf(model: TerraformModel, assignment: ModelResource): Exclusion[] {
  const notScopes = assignment.at('not_scopes').elements?.map((scope) => coverageOf(scope, providerOf(assignment)));
  const exemptions = model
    .resources(...Object.keys(EXEMPTION_SCOPES))
    .filter((exemption) => exemption.at('policy_assignment_id').resource === assignment);
  return [
    ...(notScopes ?? [() => undefined]).map((coverage) => ({ coverage, exempts: () => true })),
    ...exemptions.map(exclusionBy),
  ];
}

function exclusionBy(exemption: ModelResource): Exclusion {
  const referenceIds = exemption.at('policy_definition_reference_ids').elements?.map(({ known }) => known);
  return {
    coverage: coverageOf(exemption.at(EXEMPTION_SCOPES[exemption.type]), providerOf(exemption)),
    exempts: (referenceId) => {
      if (!referenceIds) return undefined;
      if (referenceIds.length === 0 || referenceIds.includes(referenceId)) return true;
      return referenceIds.includes(undefined) ? undefined : false;
    },
  };
}

function mayAct(effect: PolicyEffect | undefined): boolean {
  return effect === undefined || effect === PolicyEffect.DENY || effect === PolicyEffect.MODIFY;
}

function isCertain(effect: PolicyEffect | undefined): true | undefined {
  return effect === undefined ? undefined : true;
}

function negated(fact: boolean | undefined): boolean | undefined {
  return fact === undefined ? undefined : !fact;
}

function tell(findings: OwnDesignFindings, member: AssignedMember, judge: Judge, resource: ModelResource): void {
  const { definition, effect } = member;
  if (effect === PolicyEffect.MODIFY) {
    const message = `"${definition.displayName}" changes ${resource.path}, because ${judge.fault}, and the next apply of Terraform changes it back; ${judge.remedy}, or exempt it with addExemption`;
    findings.warnings.push({ code: 'policy/modifies-own-design', message });
    return;
  }
  const message = `"${definition.displayName}" refuses ${resource.path}, because ${judge.fault}; ${judge.remedy}, give the policy another effect than Deny, or exempt the resource with addExemption`;
  findings.errors.push({ code: 'policy/denies-own-design', message });
}

function openQuestion({ definition, effect }: AssignedMember, judge: Judge, resource: ModelResource): Problem {
  const verb = effect === PolicyEffect.MODIFY ? 'changes' : 'refuses';
  const message = `only Terraform knows whether "${definition.displayName}" ${verb} ${resource.path}; it does where it covers it and ${judge.fault}`;
  return { code: 'policy/may-deny-own-design', message };
}

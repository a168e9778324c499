import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IPolicyAssignment } from './ipolicy-assignment';
import { PolicyAssignmentProps } from './policy-assignment-props';
import { PolicyDefinition } from './policy-definition';
import { PolicyEffect } from './policy-effect';
import { PolicyExemption, PolicyExemptionOptions } from './policy-exemption';
import { IPrincipal, Principal, Role, RoleAssignment } from '../identity';
import { beginDefinition } from '../model/definition';
import { assignedMembers, assignmentProblems, remediates } from './private/assignment-problems';
import { AssignmentResource, defineAssignment } from './private/assignment-resource';
import { waitForScope } from './private/exempt-resource';
import { referenceIdOf } from './private/initiative-members';
import { AssignedMember, groupProblems, judgeOwnDesign } from './private/own-design';
import { parameterJson } from './private/parameter-json';
import { checkOf } from './private/policy-checks';
import { spelledArmId } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, Violations, withoutPath } from '../core/internal/violations';
import { warn } from '../engine/warn';
import { shareModel, sharedModel } from '../model/synth-model';

/**
 * Assigns a policy or an initiative to a resource, a resource group, a subscription or a management group.
 *
 * For effects that change or deploy, the assignment has an identity with the roles that the definitions need at the
 * scope. What they need elsewhere, such as at a DNS zone in another group, is granted to `principal`.
 *
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure
 */
export class PolicyAssignment extends Construct implements IPolicyAssignment {
  /**
   * Refers to an existing assignment, to exempt from it.
   *
   * @param policyAssignmentId Azure resource id, such as
   * `/subscriptions/.../providers/Microsoft.Authorization/policyAssignments/NAME`
   * @throws `policy/assignment-id`
   */
  public static fromPolicyAssignmentId(scope: Construct, id: string, policyAssignmentId: string): IPolicyAssignment {
    checkInput('governance.PolicyAssignment.fromPolicyAssignmentId', arguments);
    class Import extends Construct implements IPolicyAssignment {
      public readonly policyAssignmentId = spelledArmId(policyAssignmentId);

      public constructor() {
        super(scope, id);
        const violations = new Violations(this);
        violations.include(assignmentIdProblems(policyAssignmentId));
        violations.throwIfAny();
      }
    }
    return new Import();
  }

  public readonly policyAssignmentId: string;
  public readonly referenceIds?: string[];

  /** The identity that changes and deploys; `undefined` where no effect does. */
  public readonly principal?: IPrincipal;

  /** The provider's resource, one for each level of scopes, for settings that this class does not model. */
  public readonly resource: TerraformResource;

  private readonly members: readonly AssignedMember[];

  /**
   * Assigns a policy.
   *
   * Warns with `policy/not-judged` where the assignment has a definition that denies, and that this library does not
   * know. When the stack is validated it warns with `policy/may-deny-own-design` where only Terraform knows whether a
   * resource of the tree is denied, with `policy/modifies-own-design` where one is changed, and with
   * `policy/adds-to-own-design` where the policy deploys what does not fit the configuration; roles at a group or above
   * warn as `RoleAssignment` does.
   *
   * @throws `policy/name`, `policy/definition`, `policy/effect`, `policy/parameter`, `policy/reference-id`,
   * `policy/text`, `policy/location`, `core/location`, `identity/role-scope`; when the stack is validated also
   * `policy/denies-own-design`, and `identity/role-scope` for a reference to a group that is given as a resource
   */
  public constructor(scope: Construct, id: string, props: PolicyAssignmentProps) {
    checkInput('governance.PolicyAssignment', arguments);
    super(scope, id);
    const { policy, identity, roles = [] } = props;
    this.members = assignedMembers(props);
    const remediating = this.members.filter(remediates);
    const hasIdentity = remediating.length > 0 || identity !== undefined || roles.length > 0;
    const violations = new Violations(this);
    violations.include(assignmentProblems(this, props, hasIdentity));
    const granted = distinct([...remediating.flatMap(({ definition }) => definition.roles), ...roles]);
    granted.forEach((role) => violations.include(role._problems(props.scope), roleIdOf(role)));
    violations.throwIfAny();

    beginDefinition(this);
    const resource = defineAssignment(this, props.scope, {
      name: props.name,
      displayName: props.displayName ?? (policy.members.length > 0 ? policy.displayName : props.name),
      description: props.description,
      policyDefinitionId: policy.policyDefinitionId,
      parameters: parameterJson(props.effect, props.parameters),
      enforce: props.enforce,
      notScopes: props.notScopes?.map((notScope) => notScope.id),
      nonComplianceMessage: props.nonComplianceMessages?.map(({ content, referenceId }) => ({
        content,
        policyDefinitionReferenceId: referenceId,
      })),
      ...(hasIdentity && { location: props.location, identity: identityBlock(props) }),
      provider: props.provider,
    });
    this.resource = resource;
    this.policyAssignmentId = resource.id;
    this.referenceIds = referenceIdsOf(props);
    if (hasIdentity) {
      this.principal = identity ?? Principal.servicePrincipal(this, 'Identity', resource.identity.principalId);
      this.grant(this.principal, granted, props);
    }
    this.warnOfUnknownRules();
    shareModel(this);
    this.node.addValidation({ validate: () => this.ownDesignProblems(resource).map(withoutPath) });
  }

  /**
   * Exempts a scope from the assignment. One of a resource of the same stack makes the assignment wait for that
   * resource, which could not be created otherwise: Azure accepts an exemption only of what exists. A whole group is
   * better left out with `notScopes`, which hold from the start.
   *
   * @throws what `new PolicyExemption` throws
   */
  public addExemption(id: string, options: PolicyExemptionOptions): PolicyExemption {
    checkInput('governance.PolicyAssignment.addExemption', arguments, this);
    const exemption = new PolicyExemption(this, id, { ...options, assignment: this });
    waitForScope(this.resource, options.scope);
    return exemption;
  }

  private grant(principal: IPrincipal, roles: readonly Role[], { scope, provider }: PolicyAssignmentProps): void {
    roles.forEach((role) => {
      const props = { role, principal, scope, provider };
      if (!RoleAssignment._of(this, props)) new RoleAssignment(this, roleIdOf(role), props);
    });
  }

  private warnOfUnknownRules(): void {
    this.members
      .filter(({ definition, effect }) => effect === PolicyEffect.DENY && !checkOf(definition))
      .forEach(({ definition }) =>
        warn(
          this,
          'policy/not-judged',
          `what "${definition.displayName}" denies is not known at synth; check that the policy accepts the resources of this app`,
        ),
      );
  }

  private ownDesignProblems(resource: AssignmentResource): Problem[] {
    const model = sharedModel(this);
    const own = model.resources(resource.terraformResourceType).find(({ path }) => path === resource.node.path);
    if (!own) return [];
    const { errors, warnings } = judgeOwnDesign(model, own, this.members);
    warnings.forEach(({ code, message }) => warn(this, code, message));
    return [...groupProblems(own), ...errors];
  }
}

function distinct(roles: readonly Role[]): Role[] {
  return [...new Map(roles.map((role) => [role.id, role])).values()];
}

function roleIdOf({ name }: Role): string {
  return `Role-${name.replace(/\W/g, '')}`;
}

function identityBlock({ identity }: PolicyAssignmentProps) {
  return identity ? { type: 'UserAssigned', identityIds: [identity.identityId] } : { type: 'SystemAssigned' };
}

function referenceIdsOf({ policy }: PolicyAssignmentProps): string[] | undefined {
  if (policy instanceof PolicyDefinition) return [];
  return policy.members.length > 0 ? policy.members.map(referenceIdOf) : undefined;
}

function assignmentIdProblems(id: string): Problem[] {
  if (!isKnown(id) || /\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i.test(id)) return [];
  const message = `"${id}" is not the id of a policy assignment; use one such as /subscriptions/.../providers/Microsoft.Authorization/policyAssignments/NAME`;
  return [{ code: 'policy/assignment-id', message }];
}

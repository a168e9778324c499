import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { IPolicyAssignment } from './ipolicy-assignment';
import { PolicyExemptionCategory } from './policy-exemption-category';
import { RoleScope } from '../identity';
import { defineExemption } from './private/exemption-resource';
import { policyNameProblems, textProblems } from './private/policy-names';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, Violations } from '../core/internal/violations';
import { beginDefinition } from '../model/definition';

/** Scope and reason of an exemption. */
export interface PolicyExemptionOptions {
  /** Name: 1 to 64 characters without `# < > * % & : \ ? . + /`, not ending with a blank. */
  readonly name: string;

  /** Exempt scope: at or below the scope of the assignment. */
  readonly scope: RoleScope;

  /** Category: the intent is met by other means, or not met. */
  readonly category: PolicyExemptionCategory;

  /** Reason, for reviewers of exemptions: 1 to 512 characters. */
  readonly reason: string;

  /**
   * Name that Azure shows: 1 to 128 characters.
   *
   * @default - the name
   */
  readonly displayName?: string;

  /**
   * End of the exemption, in RFC 3339, such as `2027-01-31T00:00:00Z`. Azure keeps the exemption then, without effect.
   *
   * @default - never
   */
  readonly expiresOn?: string;

  /**
   * Members of an assigned initiative that the scope is exempt from, by their reference ids.
   *
   * @default - all members
   */
  readonly referenceIds?: string[];

  /**
   * Provider of the exemption, for a scope in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Properties of a policy exemption. */
export interface PolicyExemptionProps extends PolicyExemptionOptions {
  /** Assignment that the scope is exempt from. */
  readonly assignment: IPolicyAssignment;
}

/**
 * Exempts a scope from a policy assignment.
 *
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure
 */
export class PolicyExemption extends Construct {
  /** Azure resource id of the exemption. */
  public readonly policyExemptionId: string;

  /** The provider's resource, one for each level of scopes, for settings that this class does not model. */
  public readonly resource: TerraformResource;

  /**
   * Defines an exemption.
   *
   * @throws `policy/name`, `policy/text`, `policy/expiry`, `policy/reference-id`, `identity/role-scope`
   */
  public constructor(parent: Construct, id: string, props: PolicyExemptionProps) {
    checkInput('governance.PolicyExemption', arguments);
    super(parent, id);
    const violations = new Violations(this);
    violations.include(policyNameProblems('a policy exemption', props.name));
    violations.include(textProblems('policy/text', 'reason', props.reason, 512));
    violations.include(textProblems('policy/text', 'display name', props.displayName, 128));
    violations.include(expiryProblems(props.expiresOn));
    violations.include(referenceProblems(props));
    violations.include(props.scope._problems());
    violations.throwIfAny();

    beginDefinition(this);
    const resource = defineExemption(this, props.scope, {
      name: props.name,
      displayName: props.displayName,
      description: props.reason,
      exemptionCategory: props.category,
      expiresOn: props.expiresOn,
      policyAssignmentId: props.assignment.policyAssignmentId,
      policyDefinitionReferenceIds: props.referenceIds,
      provider: props.provider,
    });
    this.resource = resource;
    this.policyExemptionId = resource.id;
  }
}

function expiryProblems(expiresOn: string | undefined): Problem[] {
  if (!isKnown(expiresOn)) return [];
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(expiresOn);
  if (isTime && !Number.isNaN(Date.parse(expiresOn))) return [];
  const message = `"${expiresOn}" is not a time; use RFC 3339, such as 2027-01-31T00:00:00Z`;
  return [{ code: 'policy/expiry', message }];
}

function referenceProblems({ assignment, referenceIds }: PolicyExemptionProps): Problem[] {
  const { referenceIds: known } = assignment;
  if (!isKnown(referenceIds)) return [];
  if (referenceIds.length === 0) {
    const message = 'no reference ids given; leave the list out for an exemption from all members';
    return [{ code: 'policy/reference-id', message }];
  }
  if (!known) return [];
  const unknown = referenceIds.filter((referenceId) => isKnown(referenceId) && !known.includes(referenceId));
  return unknown.map((referenceId) => ({
    code: 'policy/reference-id',
    message: `"${referenceId}" is not a member of what ${assignment.node.path} assigns; use ${known.join(', ') || 'no reference ids, as it assigns one definition'}`,
  }));
}

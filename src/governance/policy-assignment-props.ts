import { TerraformProvider } from 'cdktf';
import { IPolicy } from './policy-definition';
import { PolicyEffect } from './policy-effect';
import { PolicyParameter } from './policy-parameter';
import { IManagedIdentity, Role, RoleScope } from '../identity';

/** Message of Azure for a resource that a policy denies or reports. */
export interface NonComplianceMessage {
  /** The text. */
  readonly content: string;

  /**
   * The member of the initiative that the text is for, by its reference id.
   *
   * @default - all that have no text of their own
   */
  readonly referenceId?: string;
}

/** Properties of a policy assignment. */
export interface PolicyAssignmentProps {
  /** Name: 1 to 64 characters (24 at a management group) without `# < > * % & : \ ? . + /`, not ending with a blank. */
  readonly name: string;

  /** Scope of the policy. */
  readonly scope: RoleScope;

  /** Assigned policy: a `PolicyDefinition`, or a `PolicyInitiative`. */
  readonly policy: IPolicy;

  /**
   * Name that Azure shows.
   *
   * @default - that of the policy; the name for an imported initiative
   */
  readonly displayName?: string;

  /**
   * Explains why the policy is assigned.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Effect of a single definition. The effects of an initiative are those of its members and, for one assignment, its
   * parameters `effect-REFERENCEID`.
   *
   * @default - the default effect of the definition
   */
  readonly effect?: PolicyEffect;

  /**
   * Parameters other than the effect, by name.
   *
   * @default - the defaults of the policy
   */
  readonly parameters?: { [name: string]: PolicyParameter };

  /**
   * Enforces the effects. If false, resources are only reported, and remediated only where you start a remediation.
   *
   * @default true
   */
  readonly enforce?: boolean;

  /**
   * Scopes below the one of the assignment where the policy does not hold. Other than an exemption, they leave no trace
   * in reports.
   *
   * @default - none
   */
  readonly notScopes?: RoleScope[];

  /**
   * Messages of Azure for resources that do not comply.
   *
   * @default - the name of the policy
   */
  readonly nonComplianceMessages?: NonComplianceMessage[];

  /**
   * The identity that changes and deploys, with the effects Modify and DeployIfNotExists.
   *
   * @default - a system-assigned identity where the policy has such an effect
   */
  readonly identity?: IManagedIdentity;

  /**
   * Further roles of the identity at the scope, in addition to those that the definitions need.
   *
   * @default - none
   */
  readonly roles?: Role[];

  /**
   * Region that keeps the identity, such as `centralus`; needed where the assignment has one.
   *
   * @default - none
   */
  readonly location?: string;

  /**
   * Provider of the assignment, for a scope in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

import { ManagementGroupPolicySetDefinition } from '@cdktf/provider-azurerm/lib/management-group-policy-set-definition';
import { PolicySetDefinition } from '@cdktf/provider-azurerm/lib/policy-set-definition';
import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { IPolicy, PolicyMember } from './policy-definition';
import { PolicyEffect } from './policy-effect';
import { RoleScope } from '../identity';
import { beginDefinition } from '../model/definition';
import { initiativeBlocks, initiativeProblems, referenceIdOf } from './private/initiative-members';
import { policyNameProblems } from './private/policy-names';
import { ISOLATED_MEMBERS, presetMembers, presetProblems, PUBLIC_CLIENTS_MEMBERS } from './private/profile-members';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, Violations } from '../core/internal/violations';

/** An initiative, owned or existing. */
export interface IPolicyInitiative extends IPolicy, IConstruct {}

/** Place in which an initiative is defined. */
export interface PolicyInitiativeOptions {
  /**
   * Azure id or name of the management group that defines the initiative, so that it can be assigned there and below.
   *
   * @default - the subscription of the provider defines it
   */
  readonly managementGroup?: string;

  /**
   * Provider of the initiative, for another subscription than the stack's default one: `new AzurermProvider(...)` with
   * an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Changes of an initiative that this library composes. */
export interface ProfileInitiativeOptions extends PolicyInitiativeOptions {
  /**
   * Name: 1 to 64 characters without `# < > * % & : \ ? . + /`, not ending with a blank.
   *
   * @default - `signalr-public-clients` or `signalr-isolated`
   */
  readonly name?: string;

  /**
   * Effects of members, by their reference ids.
   *
   * @default - Deny where the definition can, or else its default effect
   */
  readonly effects?: { [referenceId: string]: PolicyEffect };
}

/** Properties of an initiative. */
export interface PolicyInitiativeProps extends PolicyInitiativeOptions {
  /** Name: 1 to 64 characters without `# < > * % & : \ ? . + /`, not ending with a blank. */
  readonly name: string;

  /** Name that Azure shows. */
  readonly displayName: string;

  /**
   * Purpose of the initiative.
   *
   * @default - no description
   */
  readonly description?: string;

  /** The definitions, at least one. */
  readonly policies: PolicyMember[];
}

/**
 * Defines an initiative: policy definitions that are assigned as one.
 *
 * The effect of each member that knows its effects is a parameter `effect-REFERENCEID` of the initiative.
 *
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/initiative-definition-structure
 */
export class PolicyInitiative extends Construct implements IPolicyInitiative {
  /**
   * Refers to an existing initiative, whose members are not known, so their effects are not judged.
   *
   * @param policyDefinitionId Azure resource id, such as
   * `/providers/Microsoft.Authorization/policySetDefinitions/NAME`, or one that begins with that of a subscription or
   * management group
   * @throws `policy/definition`
   */
  public static fromPolicySetDefinitionId(scope: Construct, id: string, policyDefinitionId: string): IPolicyInitiative {
    checkInput('governance.PolicyInitiative.fromPolicySetDefinitionId', arguments);
    class Import extends Construct implements IPolicyInitiative {
      public readonly policyDefinitionId = policyDefinitionId;
      public readonly displayName = policyDefinitionId;
      public readonly members: PolicyMember[] = [];

      public constructor() {
        super(scope, id);
        const violations = new Violations(this);
        violations.include(setIdProblems(policyDefinitionId));
        violations.throwIfAny();
      }
    }
    return new Import();
  }

  /**
   * Policies for browsers that connect over the internet, and server traffic that is private. With all of them on Deny,
   * Azure accepts `SecureSignalRApp` and `SecureServerlessSignalR` as they are by default.
   *
   * @throws `policy/reference-id`, and what `new PolicyInitiative` throws
   */
  public static publicClients(scope: Construct, id: string, options: ProfileInitiativeOptions = {}): PolicyInitiative {
    checkInput('governance.PolicyInitiative.publicClients', arguments);
    refuseBadEffects(scope, id, presetProblems(PUBLIC_CLIENTS_MEMBERS, options.effects));
    return new PolicyInitiative(scope, id, {
      ...options,
      name: options.name ?? 'signalr-public-clients',
      displayName: 'Azure SignalR Service with private servers and public clients',
      description: 'Browsers connect to the service over the internet; server traffic is private and without keys.',
      policies: presetMembers(PUBLIC_CLIENTS_MEMBERS, options.effects),
    });
  }

  /**
   * Policies for services and apps that nothing reaches over the internet: those of `publicClients`, and no public
   * network access.
   *
   * @throws `policy/reference-id`, and what `new PolicyInitiative` throws
   */
  public static isolated(scope: Construct, id: string, options: ProfileInitiativeOptions = {}): PolicyInitiative {
    checkInput('governance.PolicyInitiative.isolated', arguments);
    refuseBadEffects(scope, id, presetProblems(ISOLATED_MEMBERS, options.effects));
    return new PolicyInitiative(scope, id, {
      ...options,
      name: options.name ?? 'signalr-isolated',
      displayName: 'Azure SignalR Service without public network access',
      description: 'Clients and servers reach the service and its apps through private endpoints only.',
      policies: presetMembers(ISOLATED_MEMBERS, options.effects),
    });
  }

  public readonly policyDefinitionId: string;
  public readonly displayName: string;
  public readonly members: PolicyMember[];

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: TerraformResource;

  /**
   * Defines an initiative.
   *
   * @throws `policy/name`, `policy/members`, `policy/duplicate-reference`, `policy/definition`, `policy/effect`,
   * `policy/parameter`, `identity/role-scope`
   */
  public constructor(scope: Construct, id: string, props: PolicyInitiativeProps) {
    checkInput('governance.PolicyInitiative', arguments);
    super(scope, id);
    const place = props.managementGroup === undefined ? undefined : RoleScope.managementGroup(props.managementGroup);
    const violations = new Violations(this);
    violations.include(policyNameProblems('an initiative', props.name));
    violations.include(place?._problems() ?? []);
    violations.include(initiativeProblems(props.policies));
    violations.throwIfAny();

    beginDefinition(this);
    this.displayName = props.displayName;
    this.members = props.policies.map((member) => ({ ...member, referenceId: referenceIdOf(member) }));
    const config = {
      name: props.name,
      displayName: props.displayName,
      description: props.description,
      policyType: 'Custom',
      ...initiativeBlocks(this.members),
      provider: props.provider,
    };
    // azurerm 5 has no management_group_id on azurerm_policy_set_definition any more.
    const resource = place
      ? new ManagementGroupPolicySetDefinition(this, 'Resource', { ...config, managementGroupId: place.id })
      : new PolicySetDefinition(this, 'Resource', config);
    this.resource = resource;
    this.policyDefinitionId = resource.id;
  }
}

function refuseBadEffects(scope: Construct, id: string, problems: readonly Problem[]): void {
  const violations = new Violations(scope);
  violations.include(problems, id);
  violations.throwIfAny();
}

function setIdProblems(id: string): Problem[] {
  const form =
    /^(\/subscriptions\/[^/]+|\/providers\/Microsoft\.Management\/managementGroups\/[^/]+)?\/providers\/Microsoft\.Authorization\/policySetDefinitions\/[^/]+$/i;
  if (!isKnown(id) || form.test(id)) return [];
  const message = `"${id}" is not the id of an initiative; use one such as /providers/Microsoft.Authorization/policySetDefinitions/NAME`;
  return [{ code: 'policy/definition', message }];
}

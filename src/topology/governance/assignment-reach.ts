import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Scope } from '../identity/scope';

/** The attribute that holds the scope of an assignment of Azure Policy; azurerm has a type for each level of scopes. */
export const ASSIGNMENT_SCOPES: Readonly<Record<string, string>> = {
  azurerm_management_group_policy_assignment: 'management_group_id',
  azurerm_resource_group_policy_assignment: 'resource_group_id',
  azurerm_resource_policy_assignment: 'resource_id',
  azurerm_subscription_policy_assignment: 'subscription_id',
};

/** The same for exemptions. */
export const EXEMPTION_SCOPES: Readonly<Record<string, string>> = {
  azurerm_management_group_policy_exemption: 'management_group_id',
  azurerm_resource_group_policy_exemption: 'resource_group_id',
  azurerm_resource_policy_exemption: 'resource_id',
  azurerm_subscription_policy_exemption: 'subscription_id',
};

/** Scopes that an assignment does not hold for. */
interface Exclusion {
  readonly covers: (resource: ModelResource) => Certainty;
  /** Reports whether a member does not apply to the resource. */
  readonly exempts: (referenceId: string | undefined) => Certainty;
}

/** Resources to which an assignment of Azure Policy applies. */
export class AssignmentReach {
  /** Reports whether Azure enforces the assignment for all resources in its scope. */
  public readonly isEnforced: Certainty;

  private readonly scope: Scope;
  private readonly exclusions: readonly Exclusion[];

  public constructor(model: TerraformModel, assignment: ModelResource) {
    this.isEnforced = isEnforced(assignment);
    this.scope = Scope.of(assignment, assignment.at(ASSIGNMENT_SCOPES[assignment.type]), model);
    this.exclusions = exclusionsOf(model, assignment);
  }

  /** Reports whether a resource is in the assignment's scope. */
  public covers(resource: ModelResource): Certainty {
    return this.scope.covers(resource);
  }

  /**
   * Reports whether a resource is left out, by `not_scopes` or an exemption.
   *
   * @param referenceId of the member of an initiative
   */
  public excludes(resource: ModelResource, referenceId?: string): Certainty {
    return Certainty.any(
      this.exclusions.map(({ covers, exempts }) => Certainty.all([exempts(referenceId), covers(resource)])),
    );
  }
}

/** Reports whether there is a resource for Azure to judge, an assignment or an exemption. */
export function isThere({ presence, path }: ModelResource): Certainty {
  return presence.isMaybe ? Certainty.maybe(`count or for_each of ${path}`) : presence;
}

function isEnforced(assignment: ModelResource): Certainty {
  const enforce = assignment.at('enforce');
  if (enforce.is(false)) return Certainty.NO;
  const open = ['overrides', 'resource_selectors'].filter((name) => assignment.blocks(name)?.length !== 0);
  if (enforce.isUnknown) open.push('enforce');
  if (assignment.isRepeated) open.push('count or for_each');
  return open.length === 0 ? Certainty.YES : Certainty.maybe(`${open.join(' and ')} of the assignment`);
}

function exclusionsOf(model: TerraformModel, assignment: ModelResource): Exclusion[] {
  const notScopes = assignment.at('not_scopes').elements?.map((id): Exclusion['covers'] => {
    const scope = Scope.of(assignment, id, model);
    return (resource) => scope.covers(resource);
  });
  const exemptions = model
    .resources(...Object.keys(EXEMPTION_SCOPES))
    .filter((exemption) => exemption.at('policy_assignment_id').resource === assignment);
  return [
    ...(notScopes ?? [() => Certainty.maybe('not_scopes')]).map((covers) => ({
      covers,
      exempts: () => Certainty.YES,
    })),
    ...exemptions.map((exemption) => exclusionBy(exemption, model)),
  ];
}

function exclusionBy(exemption: ModelResource, model: TerraformModel): Exclusion {
  const scope = Scope.of(exemption, exemption.at(EXEMPTION_SCOPES[exemption.type]), model);
  const referenceIds = exemption.at('policy_definition_reference_ids').elements;
  const open = Certainty.maybe(`policy_definition_reference_ids of ${exemption.path}`);
  return {
    covers: (resource) => Certainty.all([scope.covers(resource), isThere(exemption)]),
    exempts: (referenceId) => {
      if (!referenceIds) return open;
      if (referenceIds.length === 0) return Certainty.YES;
      return Certainty.any(
        referenceIds.map(({ known }) => (known === undefined ? open : Certainty.of(known === referenceId))),
      );
    },
  };
}

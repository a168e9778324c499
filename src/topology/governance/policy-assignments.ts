import { ASSIGNMENT_SCOPES, AssignmentReach, isThere } from './assignment-reach';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Value } from '../values';

const INITIATIVES = ['azurerm_policy_set_definition', 'azurerm_management_group_policy_set_definition'];

/** A definition that is assigned, itself or as a part of an initiative. */
export interface AssignedDefinition {
  /**
   * Name of a definition or of an initiative that is not of the configuration, in lower case; `undefined` if not known.
   */
  readonly name?: string;
  readonly isInitiative: boolean;
  /** Reports whether the definition has an effect. */
  readonly acts: Certainty;
  /** Its id within the initiative. */
  readonly referenceId?: string;
}

/** An assignment of Azure Policy. */
export class PolicyAssignmentFacts {
  public readonly definitions: readonly AssignedDefinition[];
  private readonly reach: AssignmentReach;

  public constructor(
    model: TerraformModel,
    private readonly resource: ModelResource,
  ) {
    this.reach = new AssignmentReach(model, resource);
    this.definitions = definitionsOf(resource);
  }

  public get path(): string {
    return this.resource.path;
  }

  /** Reports whether one of the assignment's definitions is enforced for a resource. */
  public watches(resource: ModelResource, { acts, referenceId }: AssignedDefinition): Certainty {
    return Certainty.all([
      isThere(this.resource),
      this.reach.isEnforced,
      acts,
      this.reach.covers(resource),
      this.reach.excludes(resource, referenceId).not,
    ]);
  }
}

/** All assignments of a configuration. */
export function policyAssignments(model: TerraformModel): PolicyAssignmentFacts[] {
  return model
    .resources(...Object.keys(ASSIGNMENT_SCOPES))
    .map((assignment) => new PolicyAssignmentFacts(model, assignment));
}

/** The definition that is assigned, or those of the initiative where the configuration has it. */
function definitionsOf(assignment: ModelResource): AssignedDefinition[] {
  const id = assignment.at('policy_definition_id');
  const { resource } = id;
  if (resource?.isManaged && INITIATIVES.includes(resource.type)) {
    const references = resource.blocks('policy_definition_reference');
    if (!references) return [{ isInitiative: true, acts: Certainty.YES }];
    return references.map((reference) => ({
      ...identityOf(reference.at('policy_definition_id')),
      acts: hasEffect(reference.at('parameter_values'), 'parameter_values'),
      referenceId: reference.at('reference_id').knownText,
    }));
  }
  return [{ ...identityOf(id), acts: hasEffect(assignment.at('parameters'), 'parameters') }];
}

/** Reads the name in the id of a definition. */
function identityOf({ resource, knownText }: Value): Pick<AssignedDefinition, 'name' | 'isInitiative'> {
  if (resource) return { name: resource.name?.toLowerCase(), isInitiative: INITIATIVES.includes(resource.type) };
  const [, set, name] = /\/policy(Set)?Definitions\/([^/]+)$/i.exec(knownText ?? '') ?? [];
  return { name: name?.toLowerCase(), isInitiative: set !== undefined };
}

/** Built-in definitions name their effect `effect`, and take the value Disabled. */
function hasEffect(parameters: Value, attribute: string): Certainty {
  const { knownText, isUnknown } = parameters;
  if (isUnknown) return Certainty.maybe(attribute);
  return Certainty.of(!/"effect"\s*:\s*\{\s*"value"\s*:\s*"Disabled"/i.test(knownText ?? ''));
}

import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Value } from '../values';

const ASSIGNMENTS = ['resource', 'resource_group', 'subscription', 'management_group'].map(
  (scope) => `azurerm_${scope}_policy_assignment`,
);

/** What is assigned by Azure Policy in a tree. */
export interface AssignedPolicies {
  /** Names, in Azure also called ids, of the definitions that are assigned, also as parts of initiatives. */
  readonly names: ReadonlySet<string>;
  /** Whether there are assignments of which it is not known what they assign. */
  readonly mayBeMore: boolean;
}

/** Everything that is assigned in a tree, to whatever scope. */
export function assignedPolicies(model: TerraformModel): AssignedPolicies {
  const assigned = model.resources(...ASSIGNMENTS).flatMap((assignment) => definitionsOf(assignment));
  const names = assigned.map(nameOf);
  return {
    names: new Set(names.flatMap((name) => name ?? [])),
    mayBeMore: names.includes(undefined),
  };
}

/** The definition that is assigned, or those of the initiative where the tree has it. */
function definitionsOf(assignment: ModelResource): (Value | undefined)[] {
  const definition = assignment.at('policy_definition_id');
  const { resource } = definition;
  if (resource?.type !== 'azurerm_policy_set_definition' || !resource.isManaged) return [definition];
  const references = resource.blocks('policy_definition_reference');
  return references ? references.map((reference) => reference.at('policy_definition_id')) : [undefined];
}

/** Name of a definition; `undefined` where it is not known, and for initiatives outside of the tree. */
function nameOf(definition: Value | undefined): string | undefined {
  if (!definition) return undefined;
  const { resource, knownText } = definition;
  if (resource) return resource.name?.toLowerCase() ?? undefined;
  return /\/policyDefinitions\/([^/]+)$/i.exec(knownText ?? '')?.[1].toLowerCase();
}

import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { ROLE_ASSIGNMENTS } from '../../topology/identity/grants';
import { Scope } from '../../topology/identity/scope';
import { Topology } from '../../topology/topology';
import { Value } from '../../topology/values';
import { Finding, findingOf } from '../finding';

const DEFINITION = 'azurerm_role_definition';

/** This library makes the id in an assignment of the last part of that of the definition. */
const OF_ROLE = /\$\{basename\((?:([^(:]+)::)?(azurerm_role_definition\.[\w-]+)\.role_definition_resource_id\)\}$/;

/**
 * Custom roles are assigned within their assignable scopes.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/role-definitions#assignablescopes
 */
export function assignableScopeFindings({ model }: Topology): Finding[] {
  const definitions = model.resources(DEFINITION);
  if (definitions.length === 0) return [];
  return model.resources(...ROLE_ASSIGNMENTS).flatMap((assignment) => {
    const definition = definitionOf(assignment, definitions);
    return definition ? judge(assignment, definition, model) : [];
  });
}

/** The role of an assignment, where the configuration defines it. */
function definitionOf(assignment: ModelResource, definitions: readonly ModelResource[]): ModelResource | undefined {
  const [id, name] = [assignment.at('role_definition_id'), assignment.at('role_definition_name')];
  const [, stack = assignment.place.stack, address] = OF_ROLE.exec(id.text) ?? [];
  return definitions.find(
    (each) =>
      each === id.resource ||
      each === name.resource ||
      (each.place.address === address && each.place.stack === stack && !each.isRepeated),
  );
}

function judge(assignment: ModelResource, definition: ModelResource, model: TerraformModel): Finding[] {
  const assignable = assignableScopesOf(definition);
  const given = assignment.at('scope');
  const scope = Scope.of(assignment, given, model);
  if (!assignable?.every((each) => Scope.of(definition, each, model).contains(scope).isNo)) return [];
  const within = assignable.map(labelOf).join(' and ');
  const message = `${assignment.path} assigns the custom role ${definition.name ?? definition.path} at ${labelOf(given)}, but its assignable scopes are ${within}; add the scope to those of ${definition.path}, or assign the role within them`;
  return [findingOf('identity/assignable-scope', message, assignment)];
}

/**
 * Returns the assignable scopes; without any, azurerm uses the scope that has the role: role_definition_resource.go.
 */
function assignableScopesOf(definition: ModelResource): Value[] | undefined {
  const { elements } = definition.at('assignable_scopes');
  return elements?.length === 0 ? [definition.at('scope')] : elements;
}

function labelOf(value: Value): string {
  return value.resource?.path ?? value.text;
}

import { Value } from './values';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';

/** What an id leads to: the resource that it refers to, of whatever type, or what an id written as text names. */
export function targetOf(model: TerraformModel, value: Value, types: readonly string[]): Target {
  const { resource } = value;
  return resource ? Target.resource(resource) : model.target(value, ...types);
}

/**
 * What an attribute leads to that names something in the resource group of its resource.
 *
 * @param azureType of what is named, such as `Microsoft.Network/routeTables`
 */
export function namedTarget(
  model: TerraformModel,
  resource: ModelResource,
  attribute: string,
  type: string,
  azureType: string,
): Target {
  const name = resource.at(attribute);
  const { group } = resource;
  if (name.resource || name.knownText === undefined || group === undefined) return targetOf(model, name, [type]);
  return model.targetOfId(`/resourceGroups/${group}/providers/${azureType}/${name.knownText}`, type);
}

import { elementsOf, givenAt } from './given';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';
import { LinkKind } from '../../../topology/privatelink/link-kind';
import { Referrers } from '../../../topology/referrers';
import { Value } from '../../../topology/values';

const GROUP = 'azurerm_resource_group';

const indexes = new WeakMap<TerraformModel, Map<string, Referrers>>();

/** The resources of some types by what an attribute refers to; read once for a model, whatever asks. */
export function referrersOf(
  model: TerraformModel,
  targetType: string,
  attribute: string,
  types: readonly string[],
): Referrers {
  const known = indexes.get(model) ?? new Map<string, Referrers>();
  indexes.set(model, known);
  const key = [targetType, attribute, ...types].join(' ');
  const referrers =
    known.get(key) ??
    new Referrers(
      model.resources(...types),
      (resource) => targetsAt(model, resource, attribute, targetType),
      (path) => `what ${attribute} of ${path} refers to`,
    );
  known.set(key, referrers);
  return referrers;
}

/**
 * Target of a value of a resource; `undefined` for a target that is known to be of another type.
 *
 * @param from the resource that has the value: a name without a path is that of something in its resource group
 */
export function targetIn(model: TerraformModel, from: ModelResource, value: Value, type: string): Target | undefined {
  const { identified, knownText } = value;
  if (value.isAbsent || (identified && identified.type !== type)) return undefined;
  const kind = LinkKind.of(value);
  if (kind && !kind.types.includes(type)) return undefined;
  if (identified || knownText === undefined || knownText.includes('/')) return model.target(value, type);
  const found = model.targetOfId(knownText, type);
  if (found.resource || type === GROUP) return found;
  if (from.group !== undefined) return model.targetOfId(`/resourceGroups/${from.group}/${knownText}`, type);
  return Target.unknown(`the resource group of ${from.path} is only known when Terraform runs`);
}

function targetsAt(model: TerraformModel, from: ModelResource, attribute: string, type: string): Target[] {
  const given = givenAt(from, attribute);
  const { doubt, value } = given;
  if (doubt !== undefined) return [Target.unknown(doubt)];
  const values =
    value && typeof value.json === 'object' ? elementsOf(given)!.map((element) => element.value!) : [value];
  return values.flatMap((each) => (each && targetIn(model, from, each, type)) ?? []);
}

import { IConstruct } from 'constructs';
import { SecurityProfile } from '../../src/compliance';
import { verdictOf } from '../../src/compliance/private/evaluation';
import { EVERY_TYPE, RuleVerdict } from '../../src/compliance/private/rule';
import { RuleContext } from '../../src/compliance/private/rule-context';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { Body } from '../../src/model/body';
import { ConstructTree } from '../../src/model/construct-tree';
import { IModelElement } from '../../src/model/model-source';
import { TerraformModel } from '../../src/model/terraform-model';

export type Json = Record<string, unknown>;

/** An element of a configuration with its body as it stands in the JSON. */
export interface JsonElement extends Pick<IModelElement, 'place' | 'path' | 'label'> {
  readonly json: Json;
}

/** The elements of a construct tree. */
export function elementsIn(scope: IConstruct): JsonElement[] {
  return ConstructTree.of(scope).elements.map(({ place, path, label, body }) => ({
    place,
    path,
    label,
    json: structuredClone(Object.fromEntries(body.names.map((name) => [name, body.get(name)]))),
  }));
}

/** What every rule says of what it judges in the isolated profile, which asks for all of them; by rule and path. */
export function verdictsOn(elements: readonly JsonElement[]): Map<string, RuleVerdict> {
  const model = new TerraformModel({
    elements: elements.map(({ json, ...element }) => ({ ...element, body: new Body(() => json) })),
  });
  const context = new RuleContext(model);
  return new Map(
    CATALOGUE.flatMap((rule) =>
      (rule.types === EVERY_TYPE ? model.all.filter(({ isManaged }) => isManaged) : model.resources(...rule.types)).map(
        (resource) => [`${rule.id} ${resource.path}`, verdictOf(rule, resource, context, SecurityProfile.ISOLATED)],
      ),
    ),
  );
}

/** Wraps a body so that each path that is read of it is reported. */
export function watched(json: Json, report: (path: readonly string[]) => void, above: readonly string[] = []): Json {
  return new Proxy(json, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof key === 'symbol' || typeof value === 'function' || key === 'length' || key === 'toJSON') return value;
      const path = [...above, key];
      report(path);
      return typeof value === 'object' && value !== null ? watched(value as Json, report, path) : value;
    },
  });
}

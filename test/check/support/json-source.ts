import { Body } from '../../../src/model/body';
import { ElementKind, IModelElement, IModelSource } from '../../../src/model/model-source';
import { TerraformModel } from '../../../src/model/terraform-model';

type Bodies = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** Terraform's JSON of one or several parts. */
export interface Configuration {
  readonly resource?: Bodies;
  readonly data?: Bodies;
}

/** A configuration in Terraform's JSON, read without constructs. */
export function modelOf(...parts: readonly Configuration[]): TerraformModel {
  return new TerraformModel(new JsonSource(parts));
}

class JsonSource implements IModelSource {
  public readonly elements: readonly IModelElement[];

  public constructor(parts: readonly Configuration[]) {
    this.elements = parts.flatMap((part, index) => {
      const stack = parts.length > 1 ? `part-${index + 1}` : '';
      return [
        ...elementsOf(part.resource ?? {}, ElementKind.RESOURCE, '', stack),
        ...elementsOf(part.data ?? {}, ElementKind.DATA_SOURCE, 'data.', stack),
      ];
    });
  }
}

function elementsOf(bodies: Bodies, kind: ElementKind, prefix: string, stack: string): IModelElement[] {
  return Object.entries(bodies).flatMap(([type, ofType]) =>
    Object.entries(ofType).map(([id, json]) => {
      const address = `${prefix}${type}.${id}`;
      const path = stack === '' ? address : `${stack}/${address}`;
      return { place: { kind, type, address, stack }, path, label: id, body: new Body(() => json) };
    }),
  );
}

import { targetOf } from './targets';
import { addTo } from '../../../core/internal/add-to';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';

/** Resources by what they refer to. */
export class Referrers {
  /**
   * Resources by what one of their attributes leads to; those without it refer to nothing.
   *
   * @param types types of resources that an id written as text may belong to
   */
  public static by(
    attribute: string,
    resources: readonly ModelResource[],
    model: TerraformModel,
    types: readonly string[],
  ): Referrers {
    return new Referrers(resources, (resource) => {
      const value = resource.at(attribute);
      return value.isAbsent ? undefined : targetOf(model, value, types);
    });
  }

  /** Those of which it is not known what they refer to. */
  public readonly undecided: ModelResource[] = [];

  private readonly byKey = new Map<string, ModelResource[]>();

  /**
   * @param refer what a resource refers to; `undefined` for what nobody asks for
   */
  public constructor(
    resources: readonly ModelResource[],
    refer: (resource: ModelResource) => Target | readonly Target[] | undefined,
  ) {
    for (const resource of resources) {
      for (const { key } of [refer(resource) ?? []].flat()) {
        if (key === undefined) this.undecided.push(resource);
        else addTo(this.byKey, key, resource);
      }
    }
  }

  /** Those that are known to refer to a resource of the tree. */
  public of({ path }: ModelResource): readonly ModelResource[] {
    return this.to(path);
  }

  /** Those that are known to refer to what a key stands for. */
  public to(key: string | undefined): readonly ModelResource[] {
    return this.byKey.get(key ?? '') ?? [];
  }

  /** Whether there are resources of which only Terraform will know what they refer to. */
  public get hasUnknown(): boolean {
    return this.undecided.length > 0;
  }
}

import { ModelResource } from '../../../core/private/model/model-resource';
import { Target } from '../../../core/private/model/target';

/** Resources by what they refer to. */
export class Referrers {
  /** Those of which it is not known what they refer to. */
  public readonly undecided: ModelResource[] = [];

  private readonly byKey = new Map<string, ModelResource[]>();

  /**
   * @param targetOf what a resource refers to; `undefined` for what nobody asks for
   */
  public constructor(resources: readonly ModelResource[], targetOf: (resource: ModelResource) => Target | undefined) {
    for (const resource of resources) {
      const target = targetOf(resource);
      if (target?.key !== undefined) this.add(target.key, resource);
      else if (target) this.undecided.push(resource);
    }
  }

  /** Those that refer to a target, or to a resource of the tree by its path. */
  public to(key: string | undefined): readonly ModelResource[] {
    return this.byKey.get(key ?? '') ?? [];
  }

  private add(key: string, resource: ModelResource): void {
    const sameTarget = this.byKey.get(key);
    if (sameTarget) sameTarget.push(resource);
    else this.byKey.set(key, [resource]);
  }
}

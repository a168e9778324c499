import { addTo } from '../core/internal/add-to';
import { Certainty } from '../core/internal/certainty';
import { ModelResource } from '../model/model-resource';
import { Target } from '../model/target';

/** Stands for whatever a resource may refer to. */
const ANY = '';

/** Resources by what they refer to. One that may be absent, or be there more than once, refers to nothing for sure. */
export class Referrers {
  private readonly certain = new Map<string, ModelResource[]>();
  private readonly doubts = new Map<string, string[]>();

  /**
   * @param refer target of a resource; `undefined` for resources that are not asked for
   * @param question what is not known of a resource whose target is not, such as `which service Prod/Acl belongs to`
   */
  public constructor(
    resources: readonly ModelResource[],
    refer: (resource: ModelResource) => Target | readonly Target[] | undefined,
    private readonly question: (path: string) => string,
  ) {
    for (const resource of resources) {
      [refer(resource) ?? []].flat().forEach((target) => this.add(resource, target));
    }
  }

  /** Those that are known to refer to what a key stands for. */
  public to(key: string | undefined): readonly ModelResource[] {
    return this.certain.get(key ?? ANY) ?? [];
  }

  /** Explains why there may be others than these; `undefined` where all are known. */
  public doubtOf(key: string): string | undefined {
    return this.rivalOf(key) ?? this.doubts.get(ANY)?.[0];
  }

  /** Explains why one of those that are known to be for this may be there too. */
  public rivalOf(key: string): string | undefined {
    return this.doubts.get(key)?.[0];
  }

  private add(resource: ModelResource, { key, resource: target, because, candidates }: Target): void {
    const parts = [resource, ...(target ? [target] : [])];
    const presence = Certainty.all(parts.map((part) => part.presence));
    if (key === undefined) {
      const keys = candidates?.map(({ path }) => path) ?? [ANY];
      const since = because ? `, since ${because}` : '';
      keys.forEach((each) => addTo(this.doubts, each, `${this.question(resource.path)} is not known${since}`));
    } else if (presence.isYes) {
      addTo(this.certain, key, resource);
    } else {
      addTo(this.doubts, key, presence.because!);
    }
  }
}

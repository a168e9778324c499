import { Value } from './values';
import { ModelResource } from '../../../core/private/model/model-resource';
import { Target } from '../../../core/private/model/target';
import { TerraformModel } from '../../../core/private/model/terraform-model';

/** What an id leads to: the resource that it refers to, of whatever type, or what an id written as text names. */
export function targetOf(model: TerraformModel, value: Value, types: readonly string[]): Target {
  const { resource } = value;
  return resource ? Target.resource(resource) : model.target(value, ...types);
}

/** Finds the resources that lead to a resource. */
export class TargetIndex {
  private readonly byKey = new Map<string, ModelResource[]>();
  private unknown = false;

  /**
   * @param model what the ids are looked up in
   * @param types types of resources that an id written as text may belong to
   */
  public constructor(
    private readonly model: TerraformModel,
    private readonly types: readonly string[],
  ) {}

  /** Takes resources with the ids in one of their attributes; those without it lead nowhere. */
  public addAll(resources: readonly ModelResource[], attribute: string): this {
    resources.forEach((resource) => this.add(resource, resource.at(attribute)));
    return this;
  }

  /** Takes a resource that leads to what a value names. */
  public add(resource: ModelResource, value: Value): void {
    if (value.isAbsent) return;
    const { key } = targetOf(this.model, value, this.types);
    if (key === undefined) this.unknown = true;
    else if (!this.byKey.get(key)?.push(resource)) this.byKey.set(key, [resource]);
  }

  /** The resources that are known to lead to this one. */
  public of(resource: ModelResource): readonly ModelResource[] {
    return this.byKey.get(resource.path) ?? [];
  }

  /** Whether there are resources of which only Terraform will know where they lead. */
  public get hasUnknown(): boolean {
    return this.unknown;
  }
}

import { TerraformModel } from '../../model/terraform-model';

/** What rules know beside the resource that they judge. */
export class RuleContext {
  private readonly derived = new Map<unknown, unknown>();

  public constructor(public readonly model: TerraformModel) {}

  /** What a function makes of the model; made once, so that rules stay linear in the number of resources. */
  public derive<T>(make: (model: TerraformModel) => T): T {
    if (!this.derived.has(make)) this.derived.set(make, make(this.model));
    return this.derived.get(make) as T;
  }
}

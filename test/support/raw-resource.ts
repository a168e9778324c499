import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';

/** A resource of a provider without bindings, such as azapi, with attributes by Terraform's names. */
export class RawResource extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    terraformResourceType: string,
    private readonly attributes: Record<string, unknown>,
  ) {
    super(scope, id, { terraformResourceType });
  }

  protected synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}

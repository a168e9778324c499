import { PolicyVerdict } from '../../compliance/internal/policy-rule';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** What a definition says of resources. */
export interface PolicyCheck {
  /** What to do about what is broken, in sentences. */
  readonly fix: string;
  judge(resource: ModelResource, model: TerraformModel): PolicyVerdict;
}

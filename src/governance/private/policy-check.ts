import { PolicyVerdict } from '../../compliance/internal/policy-rule';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** Conditions of a definition for resources. */
export interface PolicyCheck {
  /** Fix for a violation, in sentences. */
  readonly fix: string;
  judge(resource: ModelResource, model: TerraformModel): PolicyVerdict;
}

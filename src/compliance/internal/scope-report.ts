import { IConstruct } from 'constructs';
import { TerraformModel } from '../../model/terraform-model';
import { ComplianceReport } from '../compliance-report';
import { CATALOGUE } from '../private/rules/catalogue';
import { evaluateScope } from '../private/scope-evaluation';

/** Report of `SecurityBaseline.evaluate` on a scope, from a model that exists already. */
export function reportOfScope(scope: IConstruct, model: TerraformModel): ComplianceReport {
  return ComplianceReport._of(evaluateScope(scope, model, { options: {}, rules: CATALOGUE }));
}

export { within } from '../private/paths';

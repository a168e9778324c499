import { IConstruct } from 'constructs';
import { TerraformModel } from '../../model/terraform-model';
import { ComplianceReport } from '../compliance-report';
import { CATALOGUE } from '../private/rules/catalogue';
import { evaluateScope } from '../private/scope-evaluation';

/** What `SecurityBaseline.evaluate` says of a scope, from a model that is there already. */
export function reportOfScope(scope: IConstruct, model: TerraformModel): ComplianceReport {
  return ComplianceReport._of(evaluateScope(scope, model, { options: {}, rules: CATALOGUE }));
}

export { within } from '../private/paths';

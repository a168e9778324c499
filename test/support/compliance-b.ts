import { TerraformResource, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { newStack } from './synth';
import { ComplianceStatus, SecurityProfile } from '../../src/compliance';
import { verdictOf } from '../../src/compliance/private/evaluation';
import { Rule } from '../../src/compliance/private/rule';
import { RuleContext } from '../../src/compliance/private/rule-context';
import { TerraformModel } from '../../src/core/private/model/terraform-model';

/** A resource with these attributes as they stand in the JSON, whatever the bindings know of them. */
export function add(scope: Construct, type: string, id: string, attributes: object = {}): TerraformResource {
  const resource = new TerraformResource(scope, id, { terraformResourceType: type });
  Object.entries(attributes).forEach(([name, value]) => resource.addOverride(name, value));
  return resource;
}

/** A reference to an attribute, which also leads to other stacks. */
export function ref(resource: TerraformResource, attribute: string = 'id'): string {
  return resource.getStringAttribute(attribute);
}

/**
 * What a rule says of each resource that it judges: a line `PATH: SEVERITY [FINDING] MESSAGE` for each finding, or
 * `PATH: STATUS, REASON`; without the reason where it is compliant.
 */
export function outcomes(
  rule: Rule,
  tree: IConstruct,
  profile: SecurityProfile = SecurityProfile.PUBLIC_CLIENTS,
): string[] {
  const context = new RuleContext(TerraformModel.of(tree));
  return context.model.resources(...rule.types).flatMap((resource) => {
    const path = resource.path.replace(/^Prod\//, '');
    const { status, findings, reason } = verdictOf(rule, resource, context, profile);
    if (status === ComplianceStatus.VIOLATED) {
      return findings.map(
        ({ id = '', message, severity = rule.severity }) => `${path}: ${severity} [${id}] ${message}`,
      );
    }
    return status === ComplianceStatus.COMPLIANT ? `${path}: ${status}` : `${path}: ${status}, ${reason}`;
  });
}

/** A title, what is defined, and the outcomes; for the profile with public clients unless another is named. */
export type Case = [string, (stack: TerraformStack) => unknown, string[], SecurityProfile?];

/** Holds a rule to what it must say. */
export function checkRule(rule: Rule, cases: readonly Case[]): void {
  describe(`${rule.id} ${rule.name}`, () => {
    test.each(cases)('%s', (_title, define, expected, profile = SecurityProfile.PUBLIC_CLIENTS) => {
      const stack = newStack();
      define(stack);
      expect(outcomes(rule, stack, profile)).toEqual(expected);
    });
  });
}

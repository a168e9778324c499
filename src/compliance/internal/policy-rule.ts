import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { ComplianceStatus } from '../compliance-status';
import { contextOf, sentence, verdictOf } from '../private/evaluation';
import { Rule } from '../private/rule';
import { CATALOGUE } from '../private/rules/catalogue';
import { SecurityProfile } from '../security-profile';

/** Verdict of a policy on a resource. */
export interface PolicyVerdict {
  /** States whether the resource is not as the policy asks; what is not known says what decides. */
  readonly isBroken: Certainty;
  /** Reason, in one clause. */
  readonly reason: string;
}

/** The rule of the security baseline that is one control with a built-in policy. */
export class PolicyRule {
  /** The rule that has a definition among its controls. */
  public static of(guid: string): PolicyRule | undefined {
    const rule = CATALOGUE.find(({ controls }) => controls.policies?.includes(guid.toLowerCase()));
    return rule && new PolicyRule(rule);
  }

  private constructor(private readonly rule: Rule) {}

  /** Advice for violations, in sentences. */
  public get fix(): string {
    return sentence(this.rule.fix);
  }

  /** Judges a resource as Azure would. */
  public judge(resource: ModelResource, model: TerraformModel): PolicyVerdict {
    const { evaluatePolicy, evaluate, profile = SecurityProfile.PUBLIC_CLIENTS } = this.rule;
    const asked = { ...this.rule, evaluate: evaluatePolicy ?? evaluate };
    const { status, reason } = verdictOf(asked, resource, contextOf(model), profile);
    if (status === ComplianceStatus.UNKNOWN) return { isBroken: Certainty.maybe(reason), reason };
    return { isBroken: Certainty.of(status === ComplianceStatus.VIOLATED), reason };
  }
}

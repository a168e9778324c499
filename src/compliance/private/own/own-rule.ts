import { Reading } from './reading';
import { ModelResource } from '../../../model/model-resource';
import { ComplianceRule } from '../../compliance-rule';
import { ComplianceStatus } from '../../compliance-status';
import { JudgedConfiguration } from '../../judged-configuration';
import { JudgedResource } from '../../judged-resource';
import { RuleVerdict } from '../../rule-verdict';
import { SecurityProfile } from '../../security-profile';
import { Rule } from '../rule';
import { RuleContext } from '../rule-context';

const adapted = new WeakMap<ComplianceRule, Rule>();

/** A rule of a user as one of the baseline. */
export function ownRule(rule: ComplianceRule): Rule {
  const known = adapted.get(rule);
  if (known) return known;
  const { id, name, severity, resourceTypes, controls, summary, explanation, link, fix } = rule;
  const own: Rule = {
    id,
    name,
    severity,
    types: resourceTypes,
    controls: { own: controls },
    summary,
    explanation,
    link,
    fix,
    evaluate: (resource, context, profile) => judge(rule, resource, context, profile),
  };
  adapted.set(rule, own);
  return own;
}

/** Verdict of a rule, unless it rests on an unknown value. */
function judge(
  rule: ComplianceRule,
  resource: ModelResource,
  { model }: RuleContext,
  profile: SecurityProfile,
): RuleVerdict {
  const reading = new Reading();
  const undecided = () => RuleVerdict.unknown(reading.doubts.join('; '));
  try {
    const verdict = rule.evaluate(
      JudgedResource._of(resource, reading, ''),
      JudgedConfiguration._of(model, profile, resource, reading),
    );
    // Programs in JavaScript have no compiler that would see to it.
    if (!verdict?.findings) return RuleVerdict.unknown('the rule gave no verdict');
    return reading.doubts.length > 0 && verdict.status !== ComplianceStatus.UNKNOWN ? undecided() : verdict;
  } catch (error) {
    // A rule that takes an unknown text for one may fail over it.
    if (reading.doubts.length > 0) return undecided();
    throw error;
  }
}

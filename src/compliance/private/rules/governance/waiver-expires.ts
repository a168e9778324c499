import { Certainty } from '../../../../core/internal/certainty';
import { Severity } from '../../../severity';
import { addGiven, Judgement, onlyWhere, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const CATEGORY = 'exemption_category';

export const waiverExpires: Rule = {
  id: 'GOV2',
  name: 'WaiverExpires',
  severity: Severity.INFO,
  types: ['resource', 'resource_group', 'subscription', 'management_group'].map(
    (scope) => `azurerm_${scope}_policy_exemption`,
  ),
  controls: { benchmark: ['PV-2'], psRule: ['AZR-000146'] },
  summary: 'An exemption that accepts a risk has an end.',
  explanation:
    'A waiver accepts a violation for a time. Without an end no one reviews the waiver again. A risk that is mitigated by other means needs no end.',
  link: 'https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure',
  fix: 'Set expires_on, or the exemption_category Mitigated where that is true; in this library expiresOn of governance.PolicyExemption.',
  evaluate(exemption) {
    const category = exemption.at(CATEGORY);
    const isWaiver = Certainty.of(category.isUnknown ? undefined : category.is('Waiver'));
    if (isWaiver.isNo) return RuleVerdict.notApplicable(`${CATEGORY} is ${category.text}`);
    const judgement = new Judgement();
    addGiven(judgement, exemption, 'expires_on');
    return onlyWhere(isWaiver, runtimeOnly(CATEGORY, category.decidedBy), judgement.verdict('it has an end'));
  },
};

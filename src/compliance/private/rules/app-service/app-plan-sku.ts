import { planAttributes, PLANS, sizeOf } from '../../../../topology/apps/plans';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const OUTSIDE_OF_NETWORKS = /^(F1|FREE|D1|SHARED|Y1)$/i;
/** https://github.com/Azure/azure-policy, DisablePrivateEndpoint_Deny.json 4.3.0: other versions list other sizes. */
const PRIVATE_LINK_SIZES =
  /^([bs][123]|ep[123]|p[123]|p[123]v2|p[0123]v[34]|p[12345]mv[34]|i[123456]v2|i[12345]mv2|ws[123]|fc1)$/i;
const BASIC = /^B\d$/i;

export const appPlanSku: Rule = {
  id: 'APP13',
  name: 'AppPlanSku',
  severity: Severity.ERROR,
  types: PLANS,
  controls: {
    benchmark: ['NS-2'],
    policies: ['546fe8d2-368d-4029-a418-6af48a7f61e5'],
    psRule: ['AZR-000072'],
    checkov: ['CKV_AZURE_211'],
  },
  differs: {
    'AZR-000072': 'Passes Y1, whose apps cannot join a network.',
    '546fe8d2-368d-4029-a418-6af48a7f61e5':
      'Accepts Basic sizes, whose apps can have private endpoints; the rule warns of them, since they are not for production.',
    CKV_AZURE_211: 'Does not list Y1, SHARED and FREE, whose apps cannot join a network either.',
  },
  summary: 'Plans have a size for production, whose apps can join a network.',
  explanation:
    'Apps on Free, Shared and Consumption plans cannot call out through a subnet. Basic plans have no slots and do not scale automatically.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-hosting-plans',
  fix: 'Set sku_name to a Standard or Premium size, such as P0v3; in this library PlanSku.P0V3, which is the default of AppHost.',
  evaluate(plan) {
    const value = sizeOf(plan);
    const { size } = planAttributes(plan);
    if (value.isUnknown) return RuleVerdict.unknown(runtimeOnly(size));
    if (OUTSIDE_OF_NETWORKS.test(value.text)) {
      return RuleVerdict.violated({ message: `${size} is ${value.text}, whose apps cannot join a network` });
    }
    if (BASIC.test(value.text)) {
      const message = `${size} is ${value.text}, a Basic size, which is not for production`;
      return RuleVerdict.violated({ message, severity: Severity.WARNING });
    }
    return RuleVerdict.compliant(`${size} is ${value.text}`);
  },
  evaluatePolicy(plan) {
    const { knownText } = sizeOf(plan);
    const { size } = planAttributes(plan);
    if (knownText === undefined) return RuleVerdict.unknown(runtimeOnly(size));
    if (PRIVATE_LINK_SIZES.test(knownText)) return RuleVerdict.compliant(`${size} is ${knownText}`);
    return OUTSIDE_OF_NETWORKS.test(knownText)
      ? RuleVerdict.violated({ message: `${size} is ${knownText}, whose apps cannot have private endpoints` })
      : RuleVerdict.unknown(`versions of the policy differ in whether they list the size ${knownText}`);
  },
};

import { asText } from '../../../../core/internal/as-text';
import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { addFlag, Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const PLAN = 'azurerm_service_plan';
const AUTOSCALE = 'premium_plan_auto_scale_enabled';
const SCALES_BY_ITSELF = /^(Y1|FC1|EP\d|WS\d)$/i;
const PREMIUM = /^P\d/i;

export const planInstances: Rule = {
  id: 'REL2',
  name: 'PlanInstances',
  severity: Severity.INFO,
  types: [PLAN],
  controls: { psRule: ['AZR-000071'], checkov: ['CKV_AZURE_212', 'CKV_AZURE_225'] },
  summary: 'A plan has two instances at least, in different zones where its size allows it.',
  explanation:
    'A single instance is gone for minutes whenever Azure updates or moves it. Each instance costs, so this is for you to weigh.',
  link: 'https://learn.microsoft.com/azure/reliability/reliability-app-service',
  fix: 'Set worker_count of azurerm_service_plan to 2 or more, and zone_balancing_enabled to true; in this library scaling and zoneBalancing of ServicePlan.',
  evaluate(plan, { topology }) {
    const sku = plan.at('sku_name');
    if (sku.isUnknown) return RuleVerdict.unknown(runtimeOnly('sku_name'));
    if (SCALES_BY_ITSELF.test(sku.text)) {
      return RuleVerdict.notApplicable(`plans of size ${sku.text} scale by themselves`);
    }
    const judgement = new Judgement();
    const autoscale = topology.autoscaleSettings;
    const doubt = autoscale.doubtOf(plan.path);
    const byItself = isOn(plan.at(AUTOSCALE), false);
    const scales = byItself.isYes || autoscale.to(plan.path).length > 0;
    const workers = plan.at('worker_count');
    if (!scales && workers.isUnknown) {
      judgement.cannotTell(runtimeOnly('worker_count'));
    } else if (!scales && !(Number(workers.known ?? 1) >= 2)) {
      const message = workers.isAbsent
        ? 'worker_count is not set, which means 1'
        : `worker_count is ${asText(workers.known)}`;
      if (byItself.isMaybe) judgement.cannotTell(runtimeOnly(AUTOSCALE));
      else if (doubt) judgement.cannotTell(doubt);
      else judgement.violates({ id: 'Instances', message });
    }
    if (PREMIUM.test(sku.text)) {
      addFlag(
        judgement,
        plan,
        { attribute: 'zone_balancing_enabled', wanted: true, byDefault: false },
        { id: 'Zones' },
      );
    }
    return judgement.verdict('it has several instances');
  },
};

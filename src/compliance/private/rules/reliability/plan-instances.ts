import { asText } from '../../../../core/internal/as-text';
import { ModelResource } from '../../../../model/model-resource';
import { minimaOf } from '../../../../topology/apps/autoscale';
import { AUTOSCALE, ELASTIC, planAttributes, PLANS, sizeOf } from '../../../../topology/apps/plans';
import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { addFlag, Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const CONSUMPTION = /^(Y1|FC1)$/i;
/** The first Premium and Isolated generations are not spread over zones. */
const ZONAL = /^(P\d+m?v[2-9]|(EP|WS)\d|I\d+m?v[2-9])$/i;

export const planInstances: Rule = {
  id: 'REL2',
  name: 'PlanInstances',
  severity: Severity.INFO,
  types: PLANS,
  controls: { psRule: ['AZR-000071', 'AZR-000442'], checkov: ['CKV_AZURE_212', 'CKV_AZURE_225'] },
  differs: {
    'AZR-000071':
      'Reads the number of the plan alone; this rule also reads the minimum of an autoscale setting, and passes plans that scale automatically.',
    CKV_AZURE_212:
      'Reads worker_count alone; this rule also reads the minimum of an autoscale setting, and passes plans that add instances automatically.',
    CKV_AZURE_225: 'Fails plans of all sizes; this rule applies where Azure spreads the size over zones.',
  },
  summary: 'A plan has at least two instances, in different zones where its size allows that.',
  explanation:
    'A single instance is unavailable for minutes whenever Azure updates or moves it; a plan that scales runs at its minimum when load is low. Each instance costs, so you decide.',
  link: 'https://learn.microsoft.com/azure/reliability/reliability-app-service',
  fix: 'Set worker_count of azurerm_service_plan, or the minimum of its autoscale setting, to 2 or more, and zone_balancing_enabled to true; in this library scaling and zoneBalancing of ServicePlan.',
  evaluate(plan, context) {
    const { size, zones } = planAttributes(plan);
    const sku = sizeOf(plan);
    if (sku.isUnknown) return RuleVerdict.unknown(runtimeOnly(size));
    if (CONSUMPTION.test(sku.text)) {
      return RuleVerdict.notApplicable(`plans of size ${sku.text} scale automatically`);
    }
    const judgement = new Judgement();
    // Elastic plans always have as many instances as the plan names, and add more.
    if (!ELASTIC.test(sku.text)) judgeInstances(judgement, plan, context);
    if (ZONAL.test(sku.text)) {
      addFlag(judgement, plan, { attribute: zones, wanted: true, byDefault: false }, { id: 'Zones' });
    }
    return judgement.verdict(ELASTIC.test(sku.text) ? 'it is spread over zones' : 'it has several instances');
  },
};

/** Of an autoscale setting and the plan itself, the setting decides. */
function judgeInstances(judgement: Judgement, plan: ModelResource, { topology }: RuleContext): void {
  const { autoscaleSettings } = topology;
  const [setting] = autoscaleSettings.to(plan.path);
  const isEnabled = setting && isOn(setting.at('enabled'), true);
  if (isEnabled?.isYes) return judgeAutoscale(judgement, setting);
  const byItself = isOn(plan.at(AUTOSCALE), false);
  if (byItself.isYes) return;
  const attribute = planAttributes(plan).instances;
  const workers = plan.at(attribute);
  if (workers.isUnknown) {
    judgement.cannotTell(runtimeOnly(attribute));
    return;
  }
  if (Number(workers.known ?? 1) >= 2) return;
  const message = `${attribute} is ${workers.isAbsent ? 'not set, which means 1' : asText(workers.known)}`;
  const doubt = autoscaleSettings.doubtOf(plan.path);
  if (byItself.isMaybe) judgement.cannotTell(runtimeOnly(AUTOSCALE));
  else if (isEnabled?.isMaybe) judgement.cannotTell(runtimeOnly(`enabled of ${setting.path}`, isEnabled.because));
  else if (doubt) judgement.cannotTell(doubt);
  else judgement.violates({ id: 'Instances', message });
}

function judgeAutoscale(judgement: Judgement, setting: ModelResource): void {
  const { furthest: least, doubt } = minimaOf(setting);
  if (least !== undefined && least < 2) {
    judgement.violates({ id: 'Instances', message: `${setting.path} scales down to ${least}` });
  } else if (doubt !== undefined) {
    judgement.cannotTell(`how far ${setting.path} scales down is not known, since ${doubt} is not`);
  }
}

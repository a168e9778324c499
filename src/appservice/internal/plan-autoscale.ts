import { Problem, withCode } from '../../core/internal/violations';
import { AutoscaleOptions, AutoscaleRule } from '../../observability';
import {
  AutoscaleLimits,
  boundProblems,
  othersScaleProblems,
  ruleProblems,
} from '../../observability/internal/autoscale-problems';
import { PlanScaling } from '../plan-scaling';
import { PlanSku } from '../plan-sku';

/** Facts about a plan that its autoscale setting must fit. */
export interface ScaledPlan {
  readonly sku: PlanSku;
  readonly scaling?: PlanScaling;
  readonly zoneBalancing?: boolean;
}

/**
 * Default rules: after a worker is removed, the load stays well below the value at which a worker is added.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-best-practices
 */
export function planRules(): AutoscaleRule[] {
  return [AutoscaleRule.increase('CpuPercentage', 70), AutoscaleRule.decrease('CpuPercentage', 30)];
}

/** Reports why Azure Monitor cannot scale a plan. */
export function planAutoscaleProblems(plan: ScaledPlan, options: AutoscaleOptions): Problem[] {
  const { rules = planRules() } = options;
  const ofTier = withCode('autoscale/tier', tierMessages(plan));
  return [
    ...(ofTier.length > 0 ? ofTier : boundProblems(options, limitsOf(plan))),
    ...othersScaleProblems(plan.scaling?.isByOthers ?? false, 'PlanScaling.fixed(...)'),
    ...ruleProblems(rules),
  ];
}

/** https://learn.microsoft.com/azure/app-service/manage-automatic-scaling */
function tierMessages({ sku, scaling }: ScaledPlan): string[] {
  if (!sku._scalesByRules) {
    return [`Azure Monitor does not scale ${sku.name} plans; use PlanSku.P0V3 or another Standard or Premium size`];
  }
  if (scaling?.maximum === undefined) return [];
  return ['the plan has PlanScaling.automatic(...) already, and Azure accepts one of the two; leave one out'];
}

function limitsOf({ sku, zoneBalancing }: ScaledPlan): AutoscaleLimits {
  const least = zoneBalancing ? 2 : 1;
  const most = sku._mostWorkers;
  return {
    accepts: (count) => Number.isInteger(count) && count >= least && count <= most,
    inWords: most === Infinity ? `${least} or more` : `${least} to ${most}`,
    what: zoneBalancing ? `a ${sku.name} plan in several zones` : `a ${sku.name} plan`,
  };
}

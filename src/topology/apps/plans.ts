import { maximaOf } from './autoscale';
import { ModelResource } from '../../model/model-resource';
import { isOn, Value } from '../values';

const PLAN = 'azurerm_service_plan';
const LEGACY_PLAN = 'azurerm_app_service_plan';

/** Types of plans, also the type from before azurerm 3. */
export const PLANS = [PLAN, LEGACY_PLAN];

/** Sizes whose plans add instances by themselves. */
export const ELASTIC = /^(EP|WS)\d$/i;

/** Attribute that lets a Premium plan do the same. */
export const AUTOSCALE = 'premium_plan_auto_scale_enabled';

/** Paths of the attributes of a plan. */
interface PlanAttributes {
  readonly size: string;
  readonly instances: string;
  readonly zones: string;
}

const ATTRIBUTES: PlanAttributes = { size: 'sku_name', instances: 'worker_count', zones: 'zone_balancing_enabled' };
const LEGACY_ATTRIBUTES: PlanAttributes = { size: 'sku.size', instances: 'sku.capacity', zones: 'zone_redundant' };

/** Returns the names of a plan's attributes. */
export function planAttributes({ type }: ModelResource): PlanAttributes {
  return type === LEGACY_PLAN ? LEGACY_ATTRIBUTES : ATTRIBUTES;
}

/** The size of a plan, such as `P1v3`. */
export function sizeOf(plan: ModelResource): Value {
  return plan.at(planAttributes(plan).size);
}

/**
 * The most instances that a plan is known to grow to: what it has, or what scales it lets it have.
 *
 * @param settings the autoscale settings that are known to be for the plan
 */
export function mostInstancesOf(plan: ModelResource, settings: readonly ModelResource[]): number {
  const byItself = ELASTIC.test(sizeOf(plan).text) || isOn(plan.at(AUTOSCALE), false).isYes;
  const counts = [
    plan.at(planAttributes(plan).instances).known,
    byItself ? plan.at('maximum_elastic_worker_count').known : undefined,
    ...settings.filter((setting) => isOn(setting.at('enabled'), true).isYes).map((each) => maximaOf(each).furthest),
  ];
  return Math.max(1, ...counts.map(Number).filter((count) => Number.isInteger(count)));
}

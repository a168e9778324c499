import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';

const PLAN = 'azurerm_service_plan';
const LEGACY_PLAN = 'azurerm_app_service_plan';

/** What apps run on, also by the type from before azurerm 3. */
export const PLANS = [PLAN, LEGACY_PLAN];

/** Paths of the attributes of a plan. */
interface PlanAttributes {
  readonly size: string;
  readonly instances: string;
  readonly zones: string;
}

const ATTRIBUTES: PlanAttributes = { size: 'sku_name', instances: 'worker_count', zones: 'zone_balancing_enabled' };
const LEGACY_ATTRIBUTES: PlanAttributes = { size: 'sku.size', instances: 'sku.capacity', zones: 'zone_redundant' };

/** What the attributes of a plan are called. */
export function planAttributes({ type }: ModelResource): PlanAttributes {
  return type === LEGACY_PLAN ? LEGACY_ATTRIBUTES : ATTRIBUTES;
}

/** The size of a plan, such as `P1v3`. */
export function sizeOf(plan: ModelResource): Value {
  return plan.at(planAttributes(plan).size);
}

import { keyOf } from '../../core/internal/registry';
import { isKnown, Problem } from '../../core/internal/violations';
import { ISubnet } from '../../network';
import { PlanSku } from '../plan-sku';
import { IServicePlan } from '../service-plan';

/** Reports features that a plan of this size does not offer to a web app. */
export function webPlanProblems(sku: PlanSku | undefined): Problem[] {
  if (!sku || sku.hostsWebApps) return [];
  // https://learn.microsoft.com/azure/azure-functions/functions-premium-plan
  const message = `${sku.name} plans are for function apps or workflows only; use PlanSku.P0V3 or another size for web apps`;
  return [{ code: 'appservice/plan-for-functions', message }];
}

/**
 * Reports features that a plan does not offer to an app that calls out through a subnet, or through the subnet of its
 * environment.
 */
export function planProblems(
  { sku, environment }: Pick<IServicePlan, 'sku' | 'environment'>,
  alwaysOn: boolean | undefined,
): Problem[] {
  const problems: Problem[] = [];
  if (sku && !sku.canJoinSubnet && !(environment && sku._isIsolated)) {
    problems.push({ code: 'appservice/plan-without-vnet', message: withoutSubnet(sku) });
  }
  if (alwaysOn === true && sku && !sku.canStayLoaded) {
    const message = `apps on ${sku.name} plans cannot be always on; use PlanSku.B1 or larger, or leave alwaysOn out`;
    problems.push({ code: 'appservice/always-on', message });
  }
  return problems;
}

/** https://learn.microsoft.com/azure/app-service/environment/networking */
function withoutSubnet({ name, _isIsolated }: PlanSku): string {
  if (_isIsolated) {
    return `apps on ${name} plans are in the subnet of their App Service Environment and join no other; give the environment of the plan to ServicePlan.fromServicePlanAttributes, or use a plan outside an App Service Environment`;
  }
  return `apps on ${name} plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment`;
}

/**
 * Explains why an app of an App Service Environment does not call out from a subnet.
 *
 * @see https://learn.microsoft.com/azure/app-service/environment/networking
 */
export function environmentProblems({ environment, node }: IServicePlan, subnet: ISubnet): Problem[] {
  const ids = [environment?.subnet.subnetId, subnet.subnetId];
  if (!ids.every(isKnown) || keyOf(ids[0]!) === keyOf(ids[1]!)) return [];
  const message = `plan ${node.path} is in an App Service Environment, whose apps call out from its subnet ${ids[0]}, but the subnet of the app is ${ids[1]}; give that of the environment`;
  return [{ code: 'appservice/environment-subnet', message }];
}

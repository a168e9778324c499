import { Problem } from '../../core/private/violations';
import { PlanSku } from '../plan-sku';

/** What a plan of this size cannot do for an app that calls out through a subnet. */
export function planProblems(sku: PlanSku | undefined, alwaysOn: boolean | undefined): Problem[] {
  const problems: Problem[] = [];
  if (sku && !sku.canJoinSubnet) {
    const message = `apps on ${sku.name} plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment`;
    problems.push({ code: 'appservice/plan-without-vnet', message });
  }
  if (alwaysOn && sku && !sku.canStayLoaded) {
    const message = `apps on ${sku.name} plans cannot be always on; use PlanSku.B1 or larger, or leave alwaysOn out`;
    problems.push({ code: 'appservice/always-on', message });
  }
  return problems;
}

import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { PlanScaling } from '../plan-scaling';
import { PlanSku } from '../plan-sku';

/** The options of a plan that depend on its size. */
interface PlanOptions {
  readonly scaling?: PlanScaling;
  readonly zoneBalancing?: boolean;
  readonly perSiteScaling?: boolean;
}

/** Reports what Azure would reject in the name of a plan. */
export function planNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[\w-]{1,60}$/.test(name)) return [];
  const message = `"${name}" is not a service plan name; use 1 to 60 letters, digits, dashes or underscores`;
  return [{ code: 'appservice/plan-name', message }];
}

/** Reports what azurerm or Azure would reject in the options of a plan of this size. */
export function planOptionProblems(sku: PlanSku, options: PlanOptions): Problem[] {
  const problems = options.scaling?._problems(sku) ?? [];
  if (options.perSiteScaling === true && !sku._canScalePerSite) {
    const message = `apps on ${sku.name} plans cannot be scaled one by one; leave perSiteScaling out, or use PlanSku.of('S1') or larger`;
    problems.push({ code: 'appservice/plan-scaling', message });
  }
  return options.zoneBalancing === true ? [...problems, ...zoneProblems(sku, options.scaling)] : problems;
}

function zoneProblems(sku: PlanSku, scaling: PlanScaling | undefined): Problem[] {
  const problem = (message: string) => withCode('appservice/zone-balancing', [message]);
  if (!sku.canBalanceZones) {
    return problem(
      `${sku.name} plans cannot be spread over availability zones; use PlanSku.P0V3 or larger, or leave zoneBalancing out`,
    );
  }
  // Flex Consumption asks for workers by app, and Azure keeps as many as the zones need.
  if (sku.isFlex) return [];
  const workers = scaling?.minimum ?? 1;
  if (!isKnown(workers) || workers >= 2) return [];
  return problem(
    `${workers} worker cannot be spread over availability zones; use PlanScaling.fixed(3), or at least 2 workers`,
  );
}

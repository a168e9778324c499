import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { PlanScaling } from '../plan-scaling';
import { PlanSku } from '../plan-sku';

/** The options of a plan that depend on its size. */
interface PlanOptions {
  readonly scaling?: PlanScaling;
  readonly zoneBalancing?: boolean;
  readonly perSiteScaling?: boolean;
}

/** What Azure would refuse in the name of a plan. */
export function planNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[\w-]{1,60}$/.test(name)) return [];
  const message = `"${name}" is not a service plan name; use 1 to 60 letters, digits, dashes or underscores`;
  return [{ code: 'appservice/plan-name', message }];
}

/** What azurerm or Azure would refuse in the options of a plan of this size. */
export function planOptionProblems(sku: PlanSku, options: PlanOptions): Problem[] {
  const problems = options.scaling?._problems(sku) ?? [];
  if (options.perSiteScaling === true && !sku._canScalePerSite) {
    const message = `apps on ${sku.name} plans cannot be scaled one by one; leave perSiteScaling out, or use PlanSku.of('S1') or larger`;
    problems.push({ code: 'appservice/plan-scaling', message });
  }
  return options.zoneBalancing === true ? [...problems, ...zoneProblems(sku, options.scaling)] : problems;
}

/** What a plan of this size cannot do for a web app. */
export function webPlanProblems(sku: PlanSku | undefined): Problem[] {
  if (!sku || sku.hostsWebApps) return [];
  // https://learn.microsoft.com/azure/azure-functions/functions-premium-plan
  const message = `${sku.name} plans are for function apps or workflows only; use PlanSku.P0V3 or another size for web apps`;
  return [{ code: 'appservice/plan-for-functions', message }];
}

/** What a plan of this size cannot do for an app that calls out through a subnet. */
export function planProblems(sku: PlanSku | undefined, alwaysOn: boolean | undefined): Problem[] {
  const problems: Problem[] = [];
  if (sku && !sku.canJoinSubnet) {
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
    return `apps on ${name} plans are in the subnet of their App Service Environment and join no other; define the app elsewhere and give it with ExistingApp and the virtualNetworkId of the environment, or use a plan outside an App Service Environment`;
  }
  return `apps on ${name} plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment`;
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

import { PlanSku } from './plan-sku';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * Number of workers of a service plan.
 *
 * @see https://learn.microsoft.com/azure/app-service/manage-automatic-scaling
 */
export class PlanScaling {
  /**
   * Always the same number of workers.
   *
   * @param workers at least 1; at most 3 on Basic, 10 on Standard, 30 on Premium and 100 on other sizes
   */
  public static fixed(workers: number): PlanScaling {
    checkInput('appservice.PlanScaling.fixed', arguments);
    return new PlanScaling(workers);
  }

  /**
   * As many workers as the load needs, on Premium, Elastic Premium and Workflow sizes.
   *
   * @param maximum the most workers: at most 30 on Premium, 100 on elastic sizes
   * @param minimum workers that are always there, at least 1
   */
  public static automatic(maximum: number, minimum: number = 1): PlanScaling {
    checkInput('appservice.PlanScaling.automatic', arguments);
    return new PlanScaling(minimum, maximum);
  }

  /**
   * A number of workers that others change, such as an autoscale setting of another team: Terraform creates the plan
   * with it, and ignores the number from then on. An autoscale setting of your own is `addAutoscale` of the plan.
   *
   * @param workers with how many the plan begins: as for `fixed`
   */
  public static byOthers(workers: number): PlanScaling {
    checkInput('appservice.PlanScaling.byOthers', arguments);
    return new PlanScaling(workers, undefined, true);
  }

  private constructor(
    /** Workers that are always there. */
    public readonly minimum: number,
    /** The most workers; `undefined` for a fixed number. */
    public readonly maximum?: number,
    /** Reports whether others change the number of workers. */
    public readonly isByOthers: boolean = false,
  ) {}

  /**
   * Reports what azurerm rejects, or Azure ignores, on a plan of this size.
   *
   * @internal
   */
  public _problems(sku: PlanSku): Problem[] {
    return withCode('appservice/plan-scaling', this.messages(sku));
  }

  /**
   * The attributes of the plan. Elastic plans scale by themselves, Premium ones where an attribute says so.
   *
   * @internal
   */
  public _render(sku: PlanSku) {
    if (this.maximum === undefined) return { workerCount: this.minimum };
    return {
      workerCount: this.minimum,
      maximumElasticWorkerCount: this.maximum,
      premiumPlanAutoScaleEnabled: sku.isElastic ? undefined : true,
    };
  }

  private messages(sku: PlanSku): string[] {
    const { minimum, maximum } = this;
    if (sku._mostWorkers === 0) {
      return [`Azure alone decides how many workers a ${sku.name} plan has; leave the scaling out`];
    }
    if (maximum !== undefined && !sku._scalesAutomatically) {
      return [`${sku.name} plans do not scale automatically; use PlanScaling.fixed(...), or PlanSku.P0V3 or larger`];
    }
    const counts = maximum === undefined ? [minimum] : [minimum, maximum];
    const bad = counts.filter(isKnown).filter((count) => !isCount(count, sku._mostWorkers));
    if (bad.length > 0) {
      return bad.map((count) => `${count} workers given for a ${sku.name} plan; use 1 to ${sku._mostWorkers}`);
    }
    if (isKnown(minimum) && isKnown(maximum) && maximum < minimum) {
      return [`at most ${maximum} workers given, but at least ${minimum}; give the larger number as the maximum`];
    }
    return [];
  }
}

function isCount(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= most;
}

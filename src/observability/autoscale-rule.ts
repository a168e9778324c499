import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * Rule that adds or removes instances: by the average of a metric over ten minutes, five minutes after the last change
 * at the earliest.
 *
 * Azure adds instances when any rule asks for it, and takes them away when all of the others do.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-understanding-settings
 */
export class AutoscaleRule {
  /**
   * Adds instances while a metric is high.
   *
   * @param metricName name of a metric of the scaled resource, such as `CpuPercentage` of a plan
   * @param above the value above which instances come
   */
  public static increase(metricName: string, above: number): AutoscaleRule {
    checkInput('observability.AutoscaleRule.increase', arguments);
    return new AutoscaleRule(metricName, above, true);
  }

  /**
   * Takes instances away while a metric is low. Leave a margin to the value at which they come: the remaining ones take
   * over the load.
   *
   * @param metricName name of a metric of the scaled resource, such as `CpuPercentage` of a plan
   * @param below the value below which instances go
   */
  public static decrease(metricName: string, below: number): AutoscaleRule {
    checkInput('observability.AutoscaleRule.decrease', arguments);
    return new AutoscaleRule(metricName, below, false);
  }

  private constructor(
    /** Name of the metric. */
    public readonly metricName: string,
    /** The value above which instances come, or below which they go. */
    public readonly threshold: number,
    /** Reports whether the rule adds instances; otherwise it removes instances. */
    public readonly isIncrease: boolean,
  ) {}

  /**
   * Reports what Azure would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const messages: string[] = [];
    if (this.metricName.trim() === '') messages.push('a rule has no metric; give the name of a metric of the resource');
    if (isKnown(this.threshold) && !Number.isFinite(this.threshold)) {
      messages.push(`${this.threshold} given as the threshold of ${this.metricName}; use a number`);
    }
    return withCode('autoscale/rules', messages);
  }

  /**
   * The rule in azurerm's form.
   *
   * @param metricResourceId the resource that is scaled, which has the metric
   * @param type how Azure counts a step
   * @internal
   */
  public _render(metricResourceId: string, type: string) {
    return {
      metricTrigger: {
        metricName: this.metricName,
        metricResourceId,
        operator: this.isIncrease ? 'GreaterThan' : 'LessThan',
        threshold: this.threshold,
        statistic: 'Average',
        timeAggregation: 'Average',
        timeGrain: 'PT1M',
        timeWindow: 'PT10M',
      },
      scaleAction: { direction: this.isIncrease ? 'Increase' : 'Decrease', type, value: 1, cooldown: 'PT5M' },
    };
  }
}

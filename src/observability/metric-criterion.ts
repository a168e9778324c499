import {
  MonitorMetricAlertCriteria,
  MonitorMetricAlertDynamicCriteria,
} from '@cdktf/provider-azurerm/lib/monitor-metric-alert';
import { DynamicThresholdOptions, FixedThresholdOptions, MetricOptions } from './metric-options';
import { ThresholdSensitivity } from './threshold-sensitivity';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/** Criterion at which a metric alert fires. */
export class MetricCriterion {
  /** Fires when the metric crosses a given threshold. */
  public static fixedThreshold(options: FixedThresholdOptions): MetricCriterion {
    checkInput('observability.MetricCriterion.fixedThreshold', arguments);
    const { operator, threshold } = options;
    const problems: Problem[] =
      isKnown(threshold) && !Number.isFinite(threshold)
        ? [{ code: 'alerts/criterion', message: `a threshold of ${threshold} given; use a number` }]
        : [];
    return new MetricCriterion(options, problems, { ...metricBlock(options), operator, threshold });
  }

  /**
   * Fires when the metric leaves the range that Azure has learned to expect, four times in a row. It takes Azure three
   * days of data to learn one.
   *
   * @see https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-dynamic-thresholds
   */
  public static dynamicThreshold(options: DynamicThresholdOptions): MetricCriterion {
    checkInput('observability.MetricCriterion.dynamicThreshold', arguments);
    const { operator, sensitivity = ThresholdSensitivity.MEDIUM } = options;
    return new MetricCriterion(options, [], undefined, {
      ...metricBlock(options),
      operator,
      alertSensitivity: sensitivity,
    });
  }

  private constructor(
    private readonly metric: MetricOptions,
    private readonly thresholdProblems: Problem[],
    /**
     * The `criteria` block; `undefined` for a threshold that Azure learns.
     *
     * @internal
     */
    public readonly _fixed?: MonitorMetricAlertCriteria,
    /**
     * The `dynamic_criteria` block; `undefined` for a threshold that is given.
     *
     * @internal
     */
    public readonly _dynamic?: MonitorMetricAlertDynamicCriteria,
  ) {}

  /**
   * Reports what azurerm would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const { metricNamespace, metricName, dimensions = [] } = this.metric;
    const messages = [];
    if (metricNamespace === '') {
      messages.push('no metric namespace given; use one such as Microsoft.SignalRService/SignalR');
    }
    if (metricName === '') messages.push('no metric name given; use one such as ServerLoad');
    return [
      ...withCode('alerts/criterion', messages),
      ...this.thresholdProblems,
      ...dimensions.flatMap((dimension) => dimension._problems()),
    ];
  }
}

function metricBlock({ metricNamespace, metricName, aggregation, dimensions = [] }: MetricOptions) {
  const dimension = dimensions.length > 0 ? dimensions.map((each) => each._render()) : undefined;
  return { metricNamespace, metricName, aggregation, dimension };
}

import { DynamicOperator } from './dynamic-operator';
import { MetricAggregation } from './metric-aggregation';
import { MetricDimension } from './metric-dimension';
import { MetricOperator } from './metric-operator';
import { ThresholdSensitivity } from './threshold-sensitivity';

/** The metric that an alert evaluates. */
export interface MetricOptions {
  /** Namespace of the metric: for metrics of Azure the resource type, such as `Microsoft.SignalRService/SignalR`. */
  readonly metricNamespace: string;

  /** Name of the metric in the REST API, such as `ServerLoad`. */
  readonly metricName: string;

  /** Aggregation of the values in the window. */
  readonly aggregation: MetricAggregation;

  /**
   * Series of the metric that are evaluated, each by itself.
   *
   * @default - the metric as a whole
   */
  readonly dimensions?: MetricDimension[];
}

/** A metric and a threshold that is given. */
export interface FixedThresholdOptions extends MetricOptions {
  /** Comparison of the metric with the threshold at which the alert fires. */
  readonly operator: MetricOperator;

  /** The threshold, in the unit of the metric. */
  readonly threshold: number;
}

/** A metric and a threshold that Azure learns. */
export interface DynamicThresholdOptions extends MetricOptions {
  /** Side of the expected value on which the metric must be for the alert to fire. */
  readonly operator: DynamicOperator;

  /**
   * Distance from the expected value at which the alert fires.
   *
   * @default ThresholdSensitivity.MEDIUM
   */
  readonly sensitivity?: ThresholdSensitivity;
}

/** Comparison of a metric with a fixed threshold at which an alert fires. */
export enum MetricOperator {
  /** The metric is the threshold. */
  EQUALS = 'Equals',

  /** The metric is above the threshold. */
  GREATER_THAN = 'GreaterThan',

  /** The metric is the threshold or above it. */
  GREATER_THAN_OR_EQUAL = 'GreaterThanOrEqual',

  /** The metric is below the threshold. */
  LESS_THAN = 'LessThan',

  /** The metric is the threshold or below it. */
  LESS_THAN_OR_EQUAL = 'LessThanOrEqual',
}

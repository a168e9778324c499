/**
 * Aggregation of the values of a metric in a window. The list of a metric shows the ones that it supports.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index
 */
export enum MetricAggregation {
  /** The mean of the values. */
  AVERAGE = 'Average',

  /** Number of values, whatever they are. */
  COUNT = 'Count',

  /** The smallest value. */
  MINIMUM = 'Minimum',

  /** The greatest value. */
  MAXIMUM = 'Maximum',

  /** The sum of the values. */
  TOTAL = 'Total',
}

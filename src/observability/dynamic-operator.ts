/** Side of the expected value on which a metric must be for an alert to fire. */
export enum DynamicOperator {
  /** The metric is above the expected range. */
  GREATER_THAN = 'GreaterThan',

  /** The metric is below the expected range. */
  LESS_THAN = 'LessThan',

  /** The metric is outside of the expected range. */
  GREATER_OR_LESS_THAN = 'GreaterOrLessThan',
}

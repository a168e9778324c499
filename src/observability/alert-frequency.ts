/** Frequency at which an alert evaluates its metric, as an ISO 8601 duration. */
export enum AlertFrequency {
  /** Every minute; not for dynamic thresholds. */
  MINUTES_1 = 'PT1M',

  /** Every five minutes. */
  MINUTES_5 = 'PT5M',

  /** Every quarter of an hour. */
  MINUTES_15 = 'PT15M',

  /** Every half hour. */
  MINUTES_30 = 'PT30M',

  /** Every hour. */
  HOURS_1 = 'PT1H',
}

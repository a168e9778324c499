/** The time before each look over which an alert aggregates its metric, as an ISO 8601 duration. */
export enum AlertWindow {
  /** One minute. */
  MINUTES_1 = 'PT1M',

  /** Five minutes. */
  MINUTES_5 = 'PT5M',

  /** A quarter of an hour. */
  MINUTES_15 = 'PT15M',

  /** Half an hour. */
  MINUTES_30 = 'PT30M',

  /** One hour. */
  HOURS_1 = 'PT1H',

  /** Six hours. */
  HOURS_6 = 'PT6H',

  /** Twelve hours. */
  HOURS_12 = 'PT12H',

  /** One day. */
  DAYS_1 = 'P1D',
}

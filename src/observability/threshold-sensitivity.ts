/** How far from what Azure expects a metric must be for an alert to fire. */
export enum ThresholdSensitivity {
  /** Far: few alerts. */
  LOW = 'Low',

  /** In between. */
  MEDIUM = 'Medium',

  /** Hardly: many alerts. */
  HIGH = 'High',
}

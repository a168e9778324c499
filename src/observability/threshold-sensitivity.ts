/** Distance from the value that Azure expects at which an alert fires. */
export enum ThresholdSensitivity {
  /** Far: few alerts. */
  LOW = 'Low',

  /** In between. */
  MEDIUM = 'Medium',

  /** Hardly: many alerts. */
  HIGH = 'High',
}

/** Options of a report in SARIF. */
export interface SarifOptions {
  /**
   * Leaves out findings that ask for nothing: compliant, not applicable and acknowledged ones. Code scanning of
   * GitHub makes an alert of each result, whether it passes or is suppressed.
   *
   * @default true
   */
  readonly openOnly?: boolean;
}

/** What a report in SARIF holds. */
export interface SarifOptions {
  /**
   * Whether findings that ask for nothing are left out: compliant, not applicable and acknowledged ones. Code scanning of
   * GitHub makes an alert of each result, whether it passes or is suppressed.
   *
   * @default true
   */
  readonly openOnly?: boolean;
}

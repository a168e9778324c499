/** File formats of a compliance report. */
export enum ReportFormat {
  /** `compliance.json`: everything, for programs. */
  JSON = 'json',

  /** `compliance.csv`: a row for each finding, for spreadsheets. */
  CSV = 'csv',

  /** `compliance.md`: what fails first, then controls and acknowledgements, compliant last, for people. */
  MARKDOWN = 'md',

  /** `compliance.html`: the same as a page, for browsers and paper. */
  HTML = 'html',

  /** `compliance.sarif`: what is violated or unknown, in SARIF 2.1.0, for code scanning. */
  SARIF = 'sarif',

  /** `compliance.full.sarif`: every finding in SARIF 2.1.0, also compliant and acknowledged ones, for archives. */
  FULL_SARIF = 'full.sarif',
}

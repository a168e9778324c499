import { ComplianceReport } from '../compliance-report';
import { ReportFormat } from '../report-format';

/** The line of its file that the resource of a path begins at, where it is known. */
export type LineOf = (path: string) => number | undefined;

/** Writers of a report in each form; JSON and CSV name no lines. */
export const RENDERERS: Readonly<Record<ReportFormat, (report: ComplianceReport, lineOf?: LineOf) => string>> = {
  [ReportFormat.JSON]: (report) => report.toJson(),
  [ReportFormat.CSV]: (report) => report.toCsv(),
  [ReportFormat.MARKDOWN]: (report, lineOf) => report._toMarkdown(lineOf),
  [ReportFormat.HTML]: (report, lineOf) => report._toHtml(lineOf),
  [ReportFormat.SARIF]: (report, lineOf) => report._toSarif({}, lineOf),
  [ReportFormat.FULL_SARIF]: (report, lineOf) => report._toSarif({ openOnly: false }, lineOf),
};

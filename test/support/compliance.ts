import { ComplianceReport, ComplianceStatus } from '../../src/compliance';

const QUIET = [ComplianceStatus.COMPLIANT, ComplianceStatus.NOT_APPLICABLE];

/** Everything but compliant and not applicable findings, as `RULE[ID] status severity path: reason`. */
export function tellingFindings(report: ComplianceReport): string[] {
  return report.findings
    .filter(({ status }) => !QUIET.includes(status))
    .map(({ rule, id, status, severity, path, reason }) => {
      const key = id === undefined ? rule : `${rule}[${id}]`;
      return `${key} ${status} ${severity} ${path}: ${reason}`;
    });
}
